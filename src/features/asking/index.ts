// Asking: how a school or an institution asks to join an offer, in one sitting or several and without an account: the steps
// of the form, also filled in by the hub for whoever telephoned, and by whoever changes the answers of a request.
// Other rooms draw the questions of a project as they are put here, and read what is answered to them.
export { formLinksOfInterest } from './form-queries.ts'
export { answersTyped, readAnswers } from './pages/answers.form.ts'
export { questionFields } from './pages/answers.view.ts'
export { columns } from './pages/ask.view.ts'
export { mayFillIn, maySendForm } from './policy.ts'
