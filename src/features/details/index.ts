// My details: what is held about somebody, for themselves: seen, explained, and put right, at a school or on the way to another.
// Other rooms take from here how names, addresses and posts are typed, and how an organisation is found.
export { saved } from './pages/change.page.ts'
export { oneThing, posts } from './pages/change.view.ts'
export { comingMoveText } from './pages/coming-move.view.ts'
export { emailField, leaveForm, movedForm, nameField, postField } from './pages/details.form.ts'
export { periodInWords } from './pages/details.view.ts'
export { findOrganisationView } from './pages/find-organisation.view.ts'
export { organisationsFound } from './pages/leaving.page.ts'
