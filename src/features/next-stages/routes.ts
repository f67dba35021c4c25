import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { actOnInvitations, showInvitations } from './pages/invitations.page.ts'

export const routes = [
  get('/hub/:hub/next-stages', hubStaff, showInvitations),
  post('/hub/:hub/next-stages', hubStaff, actOnInvitations),
]
