// Personal data: what is held about people and why, for how long, who has read it; notices, reports to people, erasure, retention.
// It stands after every room that holds something about people, and reaches into their tables by one table of all personal fields.
export { keepReads, openedBy } from './actions/record-reads.ts'
export { isAboutOneself, mayAskForOther, mayDecideErasure, maySetRetention } from './policy.ts'
