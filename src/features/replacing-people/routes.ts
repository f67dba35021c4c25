import { byLink, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { decideForHub, showForHub, showListOfHub } from './pages/hub.page.ts'
import { answerByLink, answerSignedIn, showByLink, showSignedIn } from './pages/school.page.ts'

export const routes = [
  get('/successor/:token', byLink('successor'), showByLink),
  post('/successor/:token', byLink('successor'), answerByLink),
  get('/my/successors/:left', signedIn, showSignedIn),
  post('/my/successors/:left', signedIn, answerSignedIn),
  get('/hub/:hub/successors', hubStaff, showListOfHub),
  get('/hub/:hub/successors/:left', hubStaff, showForHub),
  post('/hub/:hub/successors/:left', hubStaff, decideForHub),
]
