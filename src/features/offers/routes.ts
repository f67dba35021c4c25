import { everyone } from '../../platform/http/access.ts'
import { get, getKept } from '../../platform/http/routes.ts'
import { leadFromId, leadFromShortAddress, printOffer, showOffer, showPlainOffer } from './pages/offer.page.ts'

export const routes = [
  getKept('/hubs/:hub/offers/:year/:offer', everyone, showOffer),
  getKept('/hubs/:hub/offers/:year/:offer.pdf', everyone, printOffer),
  getKept('/hubs/:hub/offers/:year/:offer.txt', everyone, showPlainOffer),
  get('/o/:ending', everyone, leadFromShortAddress),
  get('/offers/:id', everyone, leadFromId),
]
