import { signedIn } from '../../platform/http/access.ts'
import { get } from '../../platform/http/routes.ts'
import { showAccount } from './pages/account.page.ts'

export const routes = [get('/account', signedIn, showAccount)]
