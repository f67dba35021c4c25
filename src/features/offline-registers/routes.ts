import { everyone } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { giveServiceWorker, showOnThisDevice } from './pages/on-this-device.page.ts'
import { giveRegister, takeSent } from './pages/sent.page.ts'

export const routes = [
  get('/registers/on-this-device', everyone, showOnThisDevice),
  get('/registers/on-this-device/service-worker.js', everyone, giveServiceWorker),
  get('/groups/:id/sessions/:session/register.json', groupLeads, giveRegister),
  post('/groups/:id/sessions/:session/register.json', groupLeads, takeSent),
]
