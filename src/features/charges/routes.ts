import { byLink, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { carryOutDecision, previewDecision, showDecision, undoActHere } from './pages/act.page.ts'
import { askToCancel, saveAgreement, saveCancellation, showOwnDates } from './pages/cancel.page.ts'
import { decideCharge, downloadCharges, savePayment, showCharge, showCharges } from './pages/charges.page.ts'
import { askForSeveral, askToGiveUp, saveComing, saveGivingUp, saveSeveral } from './pages/several.page.ts'

export const routes = [
  get('/cancel/:token', byLink('cancel'), showOwnDates),
  get('/cancel/:token/place', byLink('cancel'), askToGiveUp),
  post('/cancel/:token/place', byLink('cancel'), saveGivingUp),
  get('/cancel/:token/several', byLink('cancel'), askForSeveral),
  post('/cancel/:token/several', byLink('cancel'), saveSeveral),
  post('/cancel/:token/come', byLink('cancel'), saveComing),
  get('/places/:place/cancel', signedIn, askForSeveral),
  post('/places/:place/cancel', signedIn, saveSeveral),
  post('/places/:place/come', signedIn, saveComing),
  get('/places/:place/give-up', signedIn, askToGiveUp),
  post('/places/:place/give-up', signedIn, saveGivingUp),
  get('/cancel/:token/:session', byLink('cancel'), askToCancel),
  post('/cancel/:token/:session', byLink('cancel'), saveCancellation),
  post('/cancel/:token/:session/agree', byLink('cancel'), saveAgreement),
  get('/hub/:hub/charges', hubStaff, showCharges),
  get('/hub/:hub/charges.csv', hubStaff, downloadCharges),
  post('/hub/:hub/charges/check', hubStaff, previewDecision),
  post('/hub/:hub/charges/decide', hubStaff, carryOutDecision),
  get('/hub/:hub/charges/decided/:decided', hubStaff, showDecision),
  post('/hub/:hub/charges/decided/:decided/undo', hubStaff, undoActHere),
  post('/hub/:hub/charges/:id/payment', hubStaff, savePayment),
  get('/hub/:hub/charges/:id', hubStaff, showCharge),
  post('/hub/:hub/charges/:id', hubStaff, decideCharge),
]
