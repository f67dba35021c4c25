import { byLink, everyone } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { answerAsk, showAsk, showSent } from './pages/ask.page.ts'
import { enter, showEnter } from './pages/enter.page.ts'
import {
  actOnStatus,
  answerHeadteacher,
  confirm,
  showConfirm,
  showHeadteacher,
  showPlace,
  showStatus,
} from './pages/link.page.ts'

export const routes = [
  get('/offers/:id/interest/new', everyone, showAsk),
  post('/offers/:id/interest/new', everyone, answerAsk),
  get('/offers/:id/interest/sent', everyone, showSent),
  get('/confirm-interest/:token', byLink('confirm-interest'), showConfirm),
  post('/confirm-interest/:token', byLink('confirm-interest'), confirm),
  get('/headteacher/:token', byLink('headteacher'), showHeadteacher),
  post('/headteacher/:token', byLink('headteacher'), answerHeadteacher),
  get('/status/:token', byLink('status'), showStatus),
  post('/status/:token', byLink('status'), actOnStatus),
  get('/place/:token', byLink('place'), showPlace),
  post('/place/:token', byLink('place'), actOnStatus),
  get('/hub/:hub/offers/:offer/interest/new', hubStaff, showEnter),
  post('/hub/:hub/offers/:offer/interest/new', hubStaff, enter),
]
