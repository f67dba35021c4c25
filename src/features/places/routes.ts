import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { end, savePeople, showPlace } from './pages/place.page.ts'

export const routes = [
  get('/groups/:id/places/:place', groupLeads, showPlace),
  post('/groups/:id/places/:place', groupLeads, savePeople),
  post('/groups/:id/places/:place/end', groupLeads, end),
]
