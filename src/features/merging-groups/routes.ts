import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { merge, showMerge, takeBack } from './pages/merge.page.ts'

export const routes = [
  get('/groups/:id/merge', groupLeads, showMerge),
  post('/groups/:id/merge', groupLeads, merge),
  post('/groups/:id/merge/take-back', groupLeads, takeBack),
]
