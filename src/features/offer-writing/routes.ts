import { get, post } from '../../platform/http/routes.ts'
import { hubLeads, hubStaff, hubStaffAndNationalTeam, nationalReaders } from '../people/index.ts'
import { askForDate, saveDate, saveNewDate, showDate, takeDateAway } from './pages/date.page.ts'
import { showDrift } from './pages/drift.page.ts'
import { makeOffer, showHubOffers, showNewOffer } from './pages/hub-offers.page.ts'
import { endOffer, publish, showOfferHome } from './pages/offer-home.page.ts'
import { savePart, showPart } from './pages/part.page.ts'
import { askForSection, move, saveNewSection, saveSection, showSection, showSections } from './pages/sections.page.ts'
import { showVersions } from './pages/versions.page.ts'

const offer = '/hub/:hub/offers/:offer'

export const routes = [
  get('/hub/:hub/offers', hubStaffAndNationalTeam, showHubOffers),
  get('/hub/:hub/offers/new', hubStaff, showNewOffer),
  post('/hub/:hub/offers/new', hubStaff, makeOffer),
  get(`${offer}/edit`, hubStaff, showOfferHome),
  post(`${offer}/publish`, hubStaff, publish),
  post(`${offer}/withdraw`, hubStaff, endOffer),
  get(`${offer}/about`, hubStaff, showPart('about')),
  post(`${offer}/about`, hubStaff, savePart('about')),
  get(`${offer}/who`, hubStaff, showPart('who')),
  post(`${offer}/who`, hubStaff, savePart('who')),
  get(`${offer}/dates`, hubStaff, showPart('dates')),
  post(`${offer}/dates`, hubStaff, savePart('dates')),
  get(`${offer}/new-date`, hubStaff, askForDate),
  post(`${offer}/new-date`, hubStaff, saveNewDate),
  get(`${offer}/dates/:date`, hubStaff, showDate),
  post(`${offer}/dates/:date`, hubStaff, saveDate),
  post(`${offer}/dates/:date/remove`, hubStaff, takeDateAway),
  get(`${offer}/policy`, hubLeads, showPart('policy')),
  post(`${offer}/policy`, hubLeads, savePart('policy')),
  get(`${offer}/joining`, hubStaff, showPart('joining')),
  post(`${offer}/joining`, hubStaff, savePart('joining')),
  get(`${offer}/texts`, hubStaff, showSections),
  post(`${offer}/texts`, hubStaff, move),
  get(`${offer}/new-text`, hubStaff, askForSection),
  post(`${offer}/new-text`, hubStaff, saveNewSection),
  get(`${offer}/texts/:text`, hubStaff, showSection),
  post(`${offer}/texts/:text`, hubStaff, saveSection),
  get(`${offer}/versions`, hubStaff, showVersions),
  get('/network/drift', nationalReaders, showDrift),
]
