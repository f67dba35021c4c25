// Undelivered: addresses at which mail does not arrive, told by the mail server at once or by a report that comes later. Mail to
// them is held back; whoever may see the address sees that it fails and what to do: reach the person another way, put the address
// right, or try again. `takeDeliveryReport` reads what mail servers send back; `whoIsNotReached` is for pages that name people.
export { type ReportTaken, takeDeliveryReport } from './actions/take-delivery-report.ts'
export { failingMark } from './pages/failing.view.ts'
export { mayCorrectAddress, mayTryAgain } from './policy.ts'
export { countNotReached, type NotReached, notReached, whoIsNotReached } from './queries.ts'
