import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { saveHosting, showHosting } from './pages/answer.page.ts'
import { ask, saveWillingness, showHosts, withdraw } from './pages/hosts.page.ts'

export const routes = [
  get('/groups/:id/hosts', groupLeads, showHosts),
  post('/groups/:id/hosts', groupLeads, saveWillingness),
  post('/groups/:id/hosts/ask', groupLeads, ask),
  post('/groups/:id/hosts/:hosting/withdraw', groupLeads, withdraw),
  get('/host/:token', byLink('host'), showHosting),
  post('/host/:token', byLink('host'), saveHosting),
]
