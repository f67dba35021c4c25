import { byLink, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import {
  askSchools,
  saveByLink,
  saveForGroup,
  saveOwn,
  showByLink,
  showForGroup,
  showOwn,
  substituteByLink,
  substituteForGroup,
  substituteOwn,
} from './pages/who-comes.page.ts'

export const routes = [
  get('/groups/:id/who-comes', groupLeads, showForGroup),
  post('/groups/:id/who-comes', groupLeads, saveForGroup),
  post('/groups/:id/who-comes/substitutes', groupLeads, substituteForGroup),
  post('/groups/:id/who-comes/ask', groupLeads, askSchools),
  get('/my/groups/:group/who-comes', signedIn, showOwn),
  post('/my/groups/:group/who-comes', signedIn, saveOwn),
  post('/my/groups/:group/who-comes/substitutes', signedIn, substituteOwn),
  get('/taking-part/:token/who-comes', byLink('cancel'), showByLink),
  post('/taking-part/:token/who-comes', byLink('cancel'), saveByLink),
  post('/taking-part/:token/who-comes/substitutes', byLink('cancel'), substituteByLink),
]
