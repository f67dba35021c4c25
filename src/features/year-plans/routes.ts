import { type Access, signedIn } from '../../platform/http/access.ts'
import { get, post, type Route } from '../../platform/http/routes.ts'
import { groupLeads, hubStaff } from '../people/index.ts'
import { printYear, showMonth, showPlan, showYear } from './pages/plan.page.ts'
import { saveTime, showTime, takeTimeAway } from './pages/time.page.ts'

const below = (base: string, access: Access): readonly Route[] => [
  get(base, access, showPlan),
  get(`${base}/:year`, access, showYear),
  get(`${base}/:year/plan.pdf`, access, printYear),
  get(`${base}/:year/:month`, access, showMonth),
]

export const routes: readonly Route[] = [
  ...below('/my/plan', signedIn),
  ...below('/hub/:hub/plan', hubStaff),
  get('/groups/:id/time', groupLeads, showTime),
  post('/groups/:id/time', groupLeads, saveTime),
  post('/groups/:id/time/:time/remove', groupLeads, takeTimeAway),
]
