import { get, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { showHubHome } from './pages/hub-home.page.ts'
import { showInterestList } from './pages/list.page.ts'
import { decideInterest, showInterest } from './pages/show.page.ts'

export const routes = [
  get('/hub/:hub', hubStaff, showHubHome),
  get('/hub/:hub/interest', hubStaff, showInterestList),
  get('/hub/:hub/interest/:id', hubStaff, showInterest),
  post('/hub/:hub/interest/:id', hubStaff, decideInterest),
]
