import { byLink } from '../../platform/http/access.ts'
import { get, post } from '../../platform/http/routes.ts'
import { groupLeads, hubStaff, hubStaffAnd } from '../people/index.ts'
import { showFeed } from './pages/feed.page.ts'
import { callOff, showCallOff, showGroup, showTell, tell } from './pages/group.page.ts'
import { makeGroup, showNewGroup } from './pages/new-group.page.ts'
import {
  cancel,
  confirmDate,
  saveNewSession,
  saveSession,
  showEditSession,
  showNewSession,
  takeUp,
} from './pages/session.page.ts'

export const routes = [
  get('/hub/:hub/groups/new', hubStaff, showNewGroup),
  post('/hub/:hub/groups/new', hubStaff, makeGroup),
  get('/groups/:id', hubStaffAnd('group_lead', 'national_team', 'analyst'), showGroup),
  get('/groups/:id/tell', groupLeads, showTell),
  post('/groups/:id/tell', groupLeads, tell),
  get('/groups/:id/call-off', groupLeads, showCallOff),
  post('/groups/:id/call-off', groupLeads, callOff),
  get('/groups/:id/sessions/new', groupLeads, showNewSession),
  post('/groups/:id/sessions/new', groupLeads, saveNewSession),
  get('/groups/:id/sessions/:session/edit', groupLeads, showEditSession),
  post('/groups/:id/sessions/:session/edit', groupLeads, saveSession),
  post('/groups/:id/sessions/:session/confirm', groupLeads, confirmDate),
  post('/groups/:id/sessions/:session/cancel', groupLeads, cancel),
  post('/groups/:id/sessions/:session/take-up', groupLeads, takeUp),
  get('/calendar/:token', byLink('calendar'), showFeed),
]
