// Personal data: what people are told and given of what is held about them: the notices, and the report to a person who asks.
// It stands after every room that holds something about people.
export { askForReport } from './actions/ask-for-report.ts'
export { personalDataEvents } from './events.ts'
export { eventSentences } from './sentence-queries.ts'
