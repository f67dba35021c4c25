import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { answerAgreement, showAgreement } from './pages/agree.page.ts'
import { askSchool, showAsking } from './pages/asking.page.ts'
import { settle, showBefore, showList } from './pages/before.page.ts'

export const routes = [
  get('/hub/:hub/interest/:id/pass-on', hubStaff, showAsking),
  post('/hub/:hub/interest/:id/pass-on', hubStaff, askSchool),
  get('/passing-on/:token', byLink('passing-on'), showAgreement),
  post('/passing-on/:token', byLink('passing-on'), answerAgreement),
  get('/hub/:hub/passed-on', hubStaff, showList),
  get('/hub/:hub/passed-on/:passing', hubStaff, showBefore),
  post('/hub/:hub/passed-on/:passing', hubStaff, settle),
]
