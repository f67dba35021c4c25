import { everyone } from '../../platform/http/access.ts'
import { get, getKept, post } from '../../platform/http/routes.ts'
import { hubStaff } from '../people/index.ts'
import { mailFlyers, showMailing } from './pages/mail-flyer.page.ts'
import { leadFromId, leadFromShortAddress, printOffer, showOffer, showPlainOffer } from './pages/offer.page.ts'

export const routes = [
  get('/hub/:hub/offers/:offer/mail', hubStaff, showMailing),
  post('/hub/:hub/offers/:offer/mail', hubStaff, mailFlyers),
  getKept('/hubs/:hub/offers/:year/:offer', everyone, showOffer),
  getKept('/hubs/:hub/offers/:year/:offer.pdf', everyone, printOffer),
  getKept('/hubs/:hub/offers/:year/:offer.txt', everyone, showPlainOffer),
  get('/o/:ending', everyone, leadFromShortAddress),
  get('/offers/:id', everyone, leadFromId),
]
