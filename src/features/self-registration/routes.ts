import { byLink, everyone } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { saveHere, showCode, showHere } from './pages/here.page.ts'

export const routes = [
  get('/groups/:id/sessions/:session/code', groupLeads, showCode),
  get('/here', everyone, showHere),
  post('/here', everyone, saveHere),
  get('/here/:token', byLink('cancel'), showHere),
  post('/here/:token', byLink('cancel'), saveHere),
]
