import { everyone, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { giveServiceWorker, showOnThisDevice } from './pages/on-this-device.page.ts'
import { giveRegister, takeSent } from './pages/sent.page.ts'

export const routes = [
  get('/registers/on-this-device', everyone, showOnThisDevice),
  get('/registers/on-this-device/service-worker.js', everyone, giveServiceWorker),
  // Those who work on the group, and those who did: what they marked then must arrive, and they are told that it is over.
  get('/groups/:id/sessions/:session/register.json', signedIn, giveRegister),
  post('/groups/:id/sessions/:session/register.json', signedIn, takeSent),
]
