import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, nationalTeam } from '../people/index.ts'
import { followNetwork, saveTerms, showTerms } from './pages/answering.page.ts'

export const routes = [
  get('/hub/:hub/answering', hubStaff, showTerms),
  post('/hub/:hub/answering', hubLeads, saveTerms),
  post('/hub/:hub/answering/network', hubLeads, followNetwork),
  get('/network/answering', nationalTeam, showTerms),
  post('/network/answering', nationalTeam, saveTerms),
]
