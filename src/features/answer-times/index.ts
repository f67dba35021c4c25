// Answer times: how long a school has to answer an offer of a place, counted in the working hours of the hub, or of the network where
// a hub has set none; shortened near the first session. The rooms that offer places ask `answerTermsOf`, and the pure rule for a deadline.
export {
  type AnswerTerms,
  type Deadline,
  deadlineFor,
  hoursInWords,
  latestAnswer,
  reminderFor,
  ruleInWords,
  weekInWords,
} from './answer-terms.ts'
export { mayKeepAnswerTerms } from './policy.ts'
export { answerTermsOf, usualLastDay } from './queries.ts'
