import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, hubStaffAndNationalTeam } from '../people/index.ts'
import { editOffer, endOffer, publish, showEditOffer } from './pages/edit-offer.page.ts'
import { makeOffer, showHubOffers, showNewOffer } from './pages/hub-offers.page.ts'
import { askForPolicy, savePolicy, showPolicies } from './pages/policies.page.ts'
import { askForVenue, retire, saveNewVenue, saveVenue, showVenue, showVenues } from './pages/venues.page.ts'

export const routes = [
  get('/hub/:hub/offers', hubStaffAndNationalTeam, showHubOffers),
  get('/hub/:hub/offers/new', hubStaff, showNewOffer),
  post('/hub/:hub/offers/new', hubStaff, makeOffer),
  get('/hub/:hub/offers/:offer/edit', hubStaff, showEditOffer),
  post('/hub/:hub/offers/:offer/edit', hubStaff, editOffer),
  post('/hub/:hub/offers/:offer/publish', hubStaff, publish),
  post('/hub/:hub/offers/:offer/withdraw', hubStaff, endOffer),
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
