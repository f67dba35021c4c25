import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import {
  askToCancel,
  askToGiveUp,
  saveAgreement,
  saveCancellation,
  saveGivingUp,
  showOwnDates,
} from './pages/cancel.page.ts'
import { decideCharge, showCharge, showCharges } from './pages/charges.page.ts'

export const routes = [
  get('/cancel/:token', byLink('cancel'), showOwnDates),
  get('/cancel/:token/place', byLink('cancel'), askToGiveUp),
  post('/cancel/:token/place', byLink('cancel'), saveGivingUp),
  get('/cancel/:token/:session', byLink('cancel'), askToCancel),
  post('/cancel/:token/:session', byLink('cancel'), saveCancellation),
  post('/cancel/:token/:session/agree', byLink('cancel'), saveAgreement),
  get('/hub/:hub/charges', hubStaff, showCharges),
  get('/hub/:hub/charges/:id', hubStaff, showCharge),
  post('/hub/:hub/charges/:id', hubStaff, decideCharge),
]
