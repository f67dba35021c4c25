import { signedIn } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads, hubStaff, nationalTeam } from '../people/index.ts'
import { exportGroupSums, exportOwnSums, showGroupSums, showOwnSums } from './pages/group.page.ts'
import { exportHubSums, showHubSums } from './pages/hub.page.ts'
import { saveTerms, showTerms } from './pages/terms.page.ts'

export const routes = [
  get('/groups/:id/attendance/asked', groupLeads, showGroupSums),
  get('/groups/:id/attendance/asked.csv', groupLeads, exportGroupSums),
  get('/my/groups/:group/attendance', signedIn, showOwnSums),
  get('/my/groups/:group/attendance.csv', signedIn, exportOwnSums),
  get('/hub/:hub/attendance', hubStaff, showHubSums),
  get('/hub/:hub/attendance.csv', hubStaff, exportHubSums),
  get('/network/projects/:project/attendance', nationalTeam, showTerms),
  post('/network/projects/:project/attendance', nationalTeam, saveTerms),
  get('/hub/:hub/projects/:project/attendance', hubStaff, showTerms),
  post('/hub/:hub/projects/:project/attendance', hubStaff, saveTerms),
]
