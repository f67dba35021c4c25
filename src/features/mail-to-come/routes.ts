import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { settleMail, showBundle } from './pages/bundle.page.ts'
import { saveSettings, settle, settleKind, showMailing, showMailToCome, showSettings } from './pages/mail.page.ts'

export const routes = [
  get('/hub/:hub/mail', hubStaff, showMailToCome),
  get('/hub/:hub/mail/settings', hubStaff, showSettings),
  post('/hub/:hub/mail/settings', hubStaff, saveSettings),
  get('/hub/:hub/mail/:datedSession/instructions', hubStaff, showMailing('instructions')),
  post('/hub/:hub/mail/:datedSession/instructions', hubStaff, settle('instructions')),
  get('/hub/:hub/mail/:datedSession/reminder', hubStaff, showMailing('reminder')),
  post('/hub/:hub/mail/:datedSession/reminder', hubStaff, settle('reminder')),
  post('/hub/:hub/mail/kinds', hubStaff, settleKind),
  get('/hub/:hub/mail/:mailToCome', hubStaff, showBundle),
  post('/hub/:hub/mail/:mailToCome', hubStaff, settleMail),
]
