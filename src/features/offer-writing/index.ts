// Writing offers: where staff of a hub make its offers of the year's projects, change, publish and end them, and keep what they
// choose from: the hub's venues and its cancellation policies, version by version. What everybody reads of an offer is in `offers`.

export { draftOffer } from './actions/draft-offer.ts'
