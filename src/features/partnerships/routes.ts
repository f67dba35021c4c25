import { get, post } from '../../platform/http/routes.ts'
import { nationalTeam } from '../organisations/index.ts'
import { askForEnd, askForPartnership, saveEnd, savePartnership } from './pages/partnership.page.ts'
import { askForTrust, saveTrust } from './pages/trust.page.ts'

export const routes = [
  get('/network/organisations/:organisation/partnerships/new', nationalTeam, askForPartnership),
  post('/network/organisations/:organisation/partnerships/new', nationalTeam, savePartnership),
  get('/network/partnerships/:accredited/:partner/:year', nationalTeam, askForEnd),
  post('/network/partnerships/:accredited/:partner/:year', nationalTeam, saveEnd),
  get('/network/organisations/:school/trust', nationalTeam, askForTrust),
  post('/network/organisations/:school/trust', nationalTeam, saveTrust),
]
