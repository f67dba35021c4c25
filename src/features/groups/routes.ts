import { get, post } from '../../platform/http/routes.ts'
import { groupLeads, hubStaff } from '../people/index.ts'
import { confirm, editGroup, showEditGroup } from './pages/details.page.ts'
import { showGroupsOfHub, showOwnGroups } from './pages/groups.page.ts'

export const routes = [
  get('/hub/:hub/groups', hubStaff, showGroupsOfHub),
  get('/groups', groupLeads, showOwnGroups),
  get('/groups/:id/edit', groupLeads, showEditGroup),
  post('/groups/:id/edit', groupLeads, editGroup),
  post('/groups/:id/confirm', groupLeads, confirm),
]
