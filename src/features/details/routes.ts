import { byLink, signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { showAccount } from './pages/account.page.ts'
import { confirm, showConfirm, showStop, stop } from './pages/address-change.page.ts'
import {
  saveAddress,
  saveName,
  savePost,
  saveReferenceNumber,
  saveTelephone,
  showAddress,
  showName,
  showPost,
  showReferenceNumber,
  showTelephone,
} from './pages/change.page.ts'
import { showDetails } from './pages/details.page.ts'
import { saveLeave, saveMoved, showLeave, showMoved, takeBackMove } from './pages/leaving.page.ts'

export const routes = [
  get('/account', signedIn, showAccount),
  get('/account/details', signedIn, showDetails),
  get('/account/details/name', signedIn, showName),
  post('/account/details/name', signedIn, saveName),
  get('/account/details/telephone', signedIn, showTelephone),
  post('/account/details/telephone', signedIn, saveTelephone),
  get('/account/details/reference-number', signedIn, showReferenceNumber),
  post('/account/details/reference-number', signedIn, saveReferenceNumber),
  get('/account/details/address', signedIn, showAddress),
  post('/account/details/address', signedIn, saveAddress),
  get('/account/details/post', signedIn, showPost),
  post('/account/details/post', signedIn, savePost),
  get('/account/moved', signedIn, showMoved),
  post('/account/moved', signedIn, saveMoved),
  post('/account/moved/take-back', signedIn, takeBackMove),
  get('/account/leave', signedIn, showLeave),
  post('/account/leave', signedIn, saveLeave),
  get('/confirm-address/:token', byLink('confirm-address'), showConfirm),
  post('/confirm-address/:token', byLink('confirm-address'), confirm),
  get('/stop-address/:token', byLink('stop-address'), showStop),
  post('/stop-address/:token', byLink('stop-address'), stop),
]
