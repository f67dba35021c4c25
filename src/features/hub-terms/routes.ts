import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, hubStaffAndNationalTeam } from '../people/index.ts'
import { askForPolicy, savePolicy, showPolicies } from './pages/policies.page.ts'
import { askForVenue, retire, saveNewVenue, saveVenue, showVenue, showVenues } from './pages/venues.page.ts'

export const routes = [
  get('/hub/:hub/policies', hubStaffAndNationalTeam, showPolicies),
  get('/hub/:hub/policies/new', hubLeads, askForPolicy),
  post('/hub/:hub/policies/new', hubLeads, savePolicy),
  get('/hub/:hub/venues', hubStaff, showVenues),
  get('/hub/:hub/venues/new', hubStaff, askForVenue),
  post('/hub/:hub/venues/new', hubStaff, saveNewVenue),
  get('/hub/:hub/venues/:venue', hubStaff, showVenue),
  post('/hub/:hub/venues/:venue', hubStaff, saveVenue),
  post('/hub/:hub/venues/:venue/retire', hubStaff, retire),
]
