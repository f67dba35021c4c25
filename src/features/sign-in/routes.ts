import { everyone, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { endSession, showSessions } from './pages/sessions.page.ts'
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

export const routes = [
  get('/sign-in', everyone, showSignIn),
  post('/sign-in', everyone, askForLink),
  get('/sign-in/code', everyone, showCode),
  post('/sign-in/code', everyone, enterCode),
  get('/sign-in/link/:token', everyone, showLink),
  post('/sign-in/link/:token', everyone, useLink),
  post('/sign-in/cast', everyone, becomeCast),
  post('/sign-out', everyone, leave),
  get('/account/sessions', signedIn, showSessions),
  post('/account/sessions/end', signedIn, endSession),
]
