import { get, post } from '../../platform/http/routes.ts'
import { groupLeads } from '../people/index.ts'
import { exportPeople, showAttendance } from './pages/attendance.page.ts'
import { saveRegister, saveSettlement, showConflict, showRegister } from './pages/register.page.ts'
import { saveSetAside, saveWalkIn, showSetAside, showWalkIn } from './pages/to-settle.page.ts'

export const routes = [
  get('/groups/:id/attendance', groupLeads, showAttendance),
  get('/groups/:id/people.csv', groupLeads, exportPeople),
  get('/groups/:id/sessions/:session/register', groupLeads, showRegister),
  post('/groups/:id/sessions/:session/register', groupLeads, saveRegister),
  get('/groups/:id/sessions/:session/register/set-aside/:mark', groupLeads, showSetAside),
  post('/groups/:id/sessions/:session/register/set-aside/:mark', groupLeads, saveSetAside),
  get('/groups/:id/sessions/:session/register/walk-ins/:walkin', groupLeads, showWalkIn),
  post('/groups/:id/sessions/:session/register/walk-ins/:walkin', groupLeads, saveWalkIn),
  get('/groups/:id/sessions/:session/register/:participant', groupLeads, showConflict),
  post('/groups/:id/sessions/:session/register/:participant', groupLeads, saveSettlement),
]
