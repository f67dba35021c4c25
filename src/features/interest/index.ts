// Interest: organisations, and people where the project is for them, ask to join an offer; the hub decides on it.
// A request counts only once its sender has confirmed the address. Whoever waits takes turns in an order that the history proves,
// and a place that is declined, lapses or is given back goes to the next in line by itself, in the same transaction.
// Placement and other later rooms act on requests through the actions below, which give the places as well.
export { answerAsHeadteacher } from './actions/answer-as-headteacher.ts'
export { askHeadteacherAnew } from './actions/ask-headteacher.ts'
export { changeInterest } from './actions/change-interest.ts'
export { moveBack, moveUp, sayFewerIsFine, waitInterest } from './actions/change-turn.ts'
export { confirmInterest } from './actions/confirm-interest.ts'
export { declineInterest } from './actions/decline-interest.ts'
export { enterInterest } from './actions/enter-interest.ts'
export { namePeople } from './actions/name-people.ts'
export { offerFreedPlace, type PassedOn } from './actions/offer-freed-place.ts'
export { holdPlaceFor, offerPlaceTo } from './actions/place-interest.ts'
export { overruleVerdict } from './actions/reach-verdicts.ts'
export { replacePerson } from './actions/replace-person.ts'
export { acceptPlaceOf, declinePlaceOf } from './actions/respond-to-place.ts'
export { restoreInterest } from './actions/restore-interest.ts'
export { type InterestSent, sendInterest } from './actions/send-interest.ts'
export { takeBackInterest } from './actions/take-back-interest.ts'
export { withdrawInterest } from './actions/withdraw-interest.ts'
export { agreementStanding } from './agreement-queries.ts'
export { isStillChanged } from './changes.ts'
export {
  groupNamesOfOffer,
  type InterestToPlace,
  interestToPlace,
  verdictsOfInterest,
} from './deciding-queries.ts'
export { receiptForPreview } from './emails/receipt-preview.ts'
export { daysALinkLasts } from './emails/tell.ts'
export { type HistoryShown, historyShown, interestEvents, withoutTakenBack } from './events.ts'
export {
  type Answered,
  type Asked,
  answersByKey,
  endOfDay,
  type Interest,
  type InterestPerson,
  type InterestStatus,
  interestBecomes,
  interestStatuses,
  interestStatusLabels,
  interestTones,
  isInterestStatus,
  mayReplacePeople,
  noPreferences,
  type Preferences,
} from './expression-of-interest.ts'
export { firstSessionOf, type Waiting, waitingForOffer } from './line-queries.ts'
export { mayAnswerAsHeadteacher, mayConfirmAddress, mayDecideOnInterest, maySpeakForSender } from './policy.ts'
export { interestById, interestOfOffer, interestOfOrganisations, liveInterest } from './queries.ts'
export { statedIn } from './stated-queries.ts'
export { consequenceOfWithdrawing, isAnswerAwaited, isToBeAskedAnew, standingOf } from './status-sentence.ts'
export type { StoodBefore } from './taking-back.ts'
export { faultsOf, type InLine, inTurn, orderInWords, type Proof, whyPassedOver, whyThere } from './waiting-list.ts'
