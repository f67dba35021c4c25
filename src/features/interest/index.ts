// Interest: organisations, and people where the project is for them, ask to join an offer. A request counts only once its
// sender has confirmed the address; who asked changes it, its headteacher agrees to it, and the rules reach their verdicts on it.
// What the hub makes of it, places and turns, is of the room after: place-offers.
export { answerAsHeadteacher } from './actions/answer-as-headteacher.ts'
export { askHeadteacherAnew } from './actions/ask-headteacher.ts'
export { changeInterest } from './actions/change-interest.ts'
export { confirmInterest } from './actions/confirm-interest.ts'
export { enterInterest } from './actions/enter-interest.ts'
export { followPlace, moveToOffer } from './actions/follow-place.ts'
export { hasLiveBeside, lockInterest, lockWithGroup, moveInterest, takeBackMail } from './actions/move-interest.ts'
export { namePeople, wantOnlyNamed } from './actions/name-people.ts'
export { passOnInterest } from './actions/pass-on-interest.ts'
export { overruleVerdict } from './actions/reach-verdicts.ts'
export { replacePerson } from './actions/replace-person.ts'
export { type InterestSent, sendInterest } from './actions/send-interest.ts'
export { stateAnswers } from './actions/state-answers.ts'
export { stateFact } from './actions/state-fact.ts'
export { takeBackInterest } from './actions/take-back-interest.ts'
export { agreementStanding } from './agreement-queries.ts'
export { isStillChanged } from './changes.ts'
export { receiptForPreview } from './emails/asking.email.ts'
export { letterToSender } from './emails/letter.ts'
export { daysALinkLasts, tellHub, tellSender } from './emails/tell.ts'
export { type HistoryShown, historyShown, interestEventInWords, interestEvents, withoutTakenBack } from './events.ts'
export {
  type Answered,
  type Asked,
  answersByKey,
  endOfDay,
  type Interest,
  type InterestPerson,
  mayReplacePeople,
  noPreferences,
  type Preferences,
  peopleWanted,
} from './expression-of-interest.ts'
export { headteacherMail } from './jobs.ts'
export {
  type InterestStatus,
  interestBecomes,
  interestStatuses,
  interestStatusLabels,
  interestTones,
  isInterestStatus,
  requireBecomes,
  requireStatus,
} from './life.ts'
export {
  atOnce,
  byWhenInWords,
  isNamedLater,
  isOverdue,
  isOverdueToTell,
  isReminderDue,
  type NamesLater,
  type Naming,
  namesByDay,
  namesOverdueFor,
  namesReminderFor,
  namesRuleOf,
  namesWanted,
  owedInWords,
  ruleInWords,
  toNameInWords,
} from './names-later.ts'
export { namesOfInterest, type Owing, owingAnywhere, owingOfOffer } from './names-queries.ts'
export {
  isOfItsSchool,
  mayAnswerAsHeadteacher,
  mayConfirmAddress,
  mayDecideOnInterest,
  maySpeakForSender,
} from './policy.ts'
export { interestById, interestOfOffer, interestOfOrganisations, liveInterest } from './queries.ts'
export { groupNamesOfOffer, preferencesIn, wishesOf } from './said-queries.ts'
export { statedIn } from './stated-queries.ts'
export { consequenceOfWithdrawing, isAnswerAwaited, isToBeAskedAnew, standingOf } from './status-sentence.ts'
export { verdictsOfInterest } from './verdict-queries.ts'
