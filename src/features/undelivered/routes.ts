import { signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { retry, retryOwn, saveProposed, showNotReached, showProposing } from './pages/undelivered.page.ts'

export const routes = [
  get('/hub/:hub/undelivered', hubStaff, showNotReached),
  post('/hub/:hub/undelivered/:person/try-again', hubStaff, retry),
  get('/hub/:hub/undelivered/:person/address', hubStaff, showProposing),
  post('/hub/:hub/undelivered/:person/address', hubStaff, saveProposed),
  post('/account/details/address/try-again', signedIn, retryOwn),
]
