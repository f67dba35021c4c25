import { everyone, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import {
  dropPasskey,
  keepPasskey,
  newPasskeyOptions,
  passkeyOptions,
  showPasskeys,
  usePasskey,
} from './pages/passkeys.page.ts'
import {
  backFromProvider,
  dropAccount,
  goToProvider,
  goToProviderToLink,
  keepLinkAccount,
  showLinkAccount,
} from './pages/providers.page.ts'
import {
  askForLink,
  becomeCast,
  enterCode,
  leave,
  showCode,
  showLink,
  showSignIn,
  useLink,
} from './pages/sign-in.page.ts'
import { endEverySession, endSession, showSessions, showWays } from './pages/ways.page.ts'

export const routes = [
  get('/sign-in', everyone, showSignIn),
  post('/sign-in', everyone, askForLink),
  get('/sign-in/code', everyone, showCode),
  post('/sign-in/code', everyone, enterCode),
  get('/sign-in/link/:token', everyone, showLink),
  post('/sign-in/link/:token', everyone, useLink),
  post('/sign-in/passkey', everyone, usePasskey),
  post('/sign-in/passkey/options', everyone, passkeyOptions),
  get('/sign-in/with/:provider', everyone, goToProvider),
  get('/sign-in/with/:provider/done', everyone, backFromProvider),
  post('/sign-in/cast', everyone, becomeCast),
  post('/sign-out', everyone, leave),
  get('/account/sign-in', signedIn, showWays),
  get('/account/sign-in/with/:provider', signedIn, goToProviderToLink),
  get('/account/sign-in/link', signedIn, showLinkAccount),
  post('/account/sign-in/link', signedIn, keepLinkAccount),
  post('/account/sign-in/unlink', signedIn, dropAccount),
  get('/account/sessions', signedIn, showSessions),
  post('/account/sessions/end', signedIn, endSession),
  post('/account/sessions/end-all', signedIn, endEverySession),
  get('/account/passkeys', signedIn, showPasskeys),
  post('/account/passkeys', signedIn, keepPasskey),
  post('/account/passkeys/options', signedIn, newPasskeyOptions),
  post('/account/passkeys/remove', signedIn, dropPasskey),
]
