// Offers of places: what becomes of a request once its hub decides. A place is offered, answered, lapses or is given back;
// whoever waits takes turns in one order that the history proves, and a place that is free goes to the next in line by itself,
// in the same transaction. The request itself, and what it says, is of the room before: interest.
export { moveBack, moveUp, sayFewerIsFine, waitInterest } from './actions/change-turn.ts'
export { declineInterest } from './actions/decline-interest.ts'
export { offerFreedPlace, type PassedOn } from './actions/offer-freed-place.ts'
export { holdPlaceFor, offerPlaceTo } from './actions/place-interest.ts'
export { acceptPlaceOf, declinePlaceOf } from './actions/respond-to-place.ts'
export { restoreInterest } from './actions/restore-interest.ts'
export { withdrawInterest } from './actions/withdraw-interest.ts'
export { placeMail } from './jobs.ts'
export { firstSessionOf, type Waiting, waitingAmong, waitingForOffer } from './line-queries.ts'
export { type InterestToPlace, interestToPlace, placesDueNext, standsNow } from './queries.ts'
export { besideDecisions, changeInWords, isChangeOfRequest, type StoodBefore } from './taking-back.ts'
export { faultsOf, type InLine, inTurn, orderInWords, type Proof, whyPassedOver, whyThere } from './waiting-list.ts'
