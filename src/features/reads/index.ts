// Reads: whoever opens or takes out personal data of others is taken down, after the answer, for those it is about to see.
// `reading.ts` lists every address on which that happens, and why the others are none; a test holds the list against the routes.
export { keepReads, openedBy, recordRead } from './actions/record-reads.ts'
export { type ReadLine, readsTable } from './pages/reads.view.ts'
export { reasonForm } from './pages/reason.form.ts'
export { readsAbout } from './reading-queries.ts'
