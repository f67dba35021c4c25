// Offers: a hub's own version of a project for a year, with its local text, dates, policy and contact, and its flyer.
// Other rooms ask here what is offered where, whether one can ask to join today, and which policy goes with it.

export { flyerOf } from './flyer.ts'
export { dateRows, hasConfirmedDate, hasProvisionalDate } from './flyer-dates.ts'
export { type FlyerSection, modelsOf, promisesOf } from './flyer-sections.ts'
export { offerInFullById, plannedDatesOf } from './in-full-queries.ts'
export {
  askingState,
  endInWords,
  type Offer,
  type OfferInFull,
  type OfferStatus,
  offerPath,
  type PlannedDate,
  type Registering,
  type RequestWord,
  type Room,
  roomInWords,
  windowInWords,
} from './offer.ts'
export { blocksView } from './pages/offer.view.ts'
export { mayChoosePolicy, mayEditOffer, mayMailFlyer, mayPublishOffer } from './policy.ts'
export {
  offerById,
  offersOfHub,
  policyById,
  publishedOfferById,
  publishedOffersOfHubs,
  publishedOffersOfProject,
} from './queries.ts'
export { projectData } from './structured-data.ts'
