// Asking: how a school or an institution asks to join an offer and sees where that stands, in one sitting and without an account:
// the steps of the form, also filled in by the hub for whoever telephoned, and the pages behind the links that are mailed.
// Other rooms draw the questions of a project as they are put here.
export { questionFields } from './pages/answers.view.ts'
export { mayFillIn, maySendForm } from './policy.ts'
