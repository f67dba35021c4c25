import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { holdPlaceBack, releasePlace, shareOut, showRoom } from './pages/room.page.ts'

export const routes = [
  get('/groups/:id/room', groupLeads, showRoom),
  post('/groups/:id/room', groupLeads, shareOut),
  post('/groups/:id/room/held-back', groupLeads, holdPlaceBack),
  post('/groups/:id/room/held-back/:held', groupLeads, releasePlace),
]
