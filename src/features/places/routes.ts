import { byLink, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { saveNeedsByLink, saveOwnNeeds, showNeedsByLink, showOwnNeeds } from './pages/own-needs.page.ts'
import { end, savePeople, showPlace } from './pages/place.page.ts'

export const routes = [
  get('/account/details/needs', signedIn, showOwnNeeds),
  post('/account/details/needs', signedIn, saveOwnNeeds),
  get('/taking-part/:token/needs', byLink('cancel'), showNeedsByLink),
  post('/taking-part/:token/needs', byLink('cancel'), saveNeedsByLink),
  get('/groups/:id/places/:place', groupLeads, showPlace),
  post('/groups/:id/places/:place', groupLeads, savePeople),
  post('/groups/:id/places/:place/end', groupLeads, end),
]
