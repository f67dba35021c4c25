import { get, post } from '../../platform/http/routes.ts'
import { groupLeads, hubStaff } from '../people/index.ts'
import { answer, ask, leave, showAskings, showPartners, withdraw } from './pages/partners.page.ts'
import { holdPlaceBack, releasePlace, shareOut, showRoom } from './pages/room.page.ts'

export const routes = [
  get('/groups/:id/room', groupLeads, showRoom),
  post('/groups/:id/room', groupLeads, shareOut),
  post('/groups/:id/room/held-back', groupLeads, holdPlaceBack),
  post('/groups/:id/room/held-back/:held', groupLeads, releasePlace),
  get('/groups/:id/partners', groupLeads, showPartners),
  post('/groups/:id/partners', groupLeads, ask),
  post('/groups/:id/partners/:partner/leave', groupLeads, leave),
  post('/groups/:id/askings/:asking/withdraw', groupLeads, withdraw),
  get('/hub/:hub/askings', hubStaff, showAskings),
  post('/hub/:hub/askings/:asking', hubStaff, answer),
]
