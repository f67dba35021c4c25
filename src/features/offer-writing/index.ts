// Writing offers: where staff of a hub make its offers of the year's projects, change, publish and end them, part by
// part over the national text, with every version kept. What everybody reads of an offer is in `offers`.

export { changing as changingOffer } from './actions/change-offer.ts'
export { draftOffer } from './actions/draft-offer.ts'
export { choicesAwaited } from './section-queries.ts'
