import { byLink, everyone, signedIn } from '../../platform/http/access.ts'
import { get, getKept, post } from '../../platform/http/routes.ts'
import { showAccessibility } from './pages/about.page.ts'
import { sendDetailsLink, showDetailsLink } from './pages/details-link.page.ts'
import { showHome } from './pages/home.page.ts'
import { showMyPart } from './pages/my.page.ts'
import { showMessage, showOutbox } from './pages/outbox.page.ts'

export const routes = [
  getKept('/', everyone, showHome),
  get('/details/:token', byLink('details'), showDetailsLink),
  post('/details/:token', byLink('details'), sendDetailsLink),
  get('/my', signedIn, showMyPart),
  get('/outbox', everyone, showOutbox),
  get('/outbox/:id', everyone, showMessage),
  get('/accessibility', everyone, showAccessibility),
]
