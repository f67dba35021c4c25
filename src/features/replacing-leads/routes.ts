import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { preview, replace, showReplace } from './pages/replace.page.ts'

export const routes = [
  get('/groups/:id/leads', groupLeads, showReplace),
  post('/groups/:id/leads/preview', groupLeads, preview),
  post('/groups/:id/leads', groupLeads, replace),
]
