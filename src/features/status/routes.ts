import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { askAgreementAnew, showAgreement } from './pages/agreement.page.ts'
import { confirm, showConfirm } from './pages/confirm.page.ts'
import { answerHeadteacher, showHeadteacher } from './pages/headteacher.page.ts'
import { actOnStatus, showPlace, showStatus } from './pages/status.page.ts'

export const routes = [
  get('/confirm-interest/:token', byLink('confirm-interest'), showConfirm),
  post('/confirm-interest/:token', byLink('confirm-interest'), confirm),
  get('/headteacher/:token', byLink('headteacher'), showHeadteacher),
  post('/headteacher/:token', byLink('headteacher'), answerHeadteacher),
  get('/status/:token', byLink('status'), showStatus),
  post('/status/:token', byLink('status'), actOnStatus),
  get('/place/:token', byLink('place'), showPlace),
  post('/place/:token', byLink('place'), actOnStatus),
  get('/hub/:hub/interest/:id/agreement', hubStaff, showAgreement),
  post('/hub/:hub/interest/:id/agreement', hubStaff, askAgreementAnew),
]
