import { signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads, hubStaff } from '../people/index.ts'
import { confirm, showConfirm } from './pages/confirm.page.ts'
import { saveTimesOfLead, showTimesOfLead } from './pages/lead-times.page.ts'
import { accept, askForSchedule, showSchedule } from './pages/schedule.page.ts'
import { shift, showShift } from './pages/shift.page.ts'
import { saveOwnTimes, saveVenueTimes, showOwnTimes, showVenueTimes } from './pages/times.page.ts'

export const routes = [
  get('/groups/:id/schedule', groupLeads, showSchedule),
  post('/groups/:id/schedule', groupLeads, askForSchedule),
  post('/groups/:id/schedule/accept', groupLeads, accept),
  get('/groups/:id/schedule/confirm', groupLeads, showConfirm),
  post('/groups/:id/schedule/confirm', groupLeads, confirm),
  get('/groups/:id/schedule/shift/:datedSession', groupLeads, showShift),
  post('/groups/:id/schedule/shift/:datedSession', groupLeads, shift),
  get('/groups/:id/schedule/leads/:lead', groupLeads, showTimesOfLead),
  post('/groups/:id/schedule/leads/:lead', groupLeads, saveTimesOfLead),
  get('/my/times', signedIn, showOwnTimes),
  post('/my/times', signedIn, saveOwnTimes),
  get('/hub/:hub/venues/:venue/times', hubStaff, showVenueTimes),
  post('/hub/:hub/venues/:venue/times', hubStaff, saveVenueTimes),
]
