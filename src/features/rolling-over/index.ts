// Rolling over: from one academic year to the next. Every national project becomes a draft that continues it, a review list
// says what a new year may have made untrue, and each hub takes its own offers along. It copies what other rooms keep, as it
// stands.
export { mayRollYears } from './policy.ts'
