import { everyone, signedIn } from '../../platform/http/access.ts'
import { get, getKept } from '../../platform/http/routes.ts'
import { showAccessibility } from './pages/about.page.ts'
import { showHome } from './pages/home.page.ts'
import { showMyPart } from './pages/my.page.ts'
import { showMessage, showOutbox } from './pages/outbox.page.ts'

export const routes = [
  getKept('/', everyone, showHome),
  get('/my', signedIn, showMyPart),
  get('/outbox', everyone, showOutbox),
  get('/outbox/:id', everyone, showMessage),
  get('/accessibility', everyone, showAccessibility),
]
