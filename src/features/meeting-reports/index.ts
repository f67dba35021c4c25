// Meeting reports: attendance from what a tool for online meetings writes of who joined and left. It is read, matched with the
// register as certain, likely or unknown, and nothing is marked before somebody has confirmed it; then nothing of it is kept.
export { sendReport } from './actions/send-report.ts'
