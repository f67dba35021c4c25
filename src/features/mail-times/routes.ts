import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, nationalTeam } from '../people/index.ts'
import { followNetwork, saveTimes, showTimes } from './pages/times.page.ts'

export const routes = [
  get('/hub/:hub/mail-times', hubStaff, showTimes),
  post('/hub/:hub/mail-times', hubLeads, saveTimes),
  post('/hub/:hub/mail-times/network', hubLeads, followNetwork),
  get('/network/mail-times', nationalTeam, showTimes),
  post('/network/mail-times', nationalTeam, saveTimes),
]
