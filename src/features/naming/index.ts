// Naming: people of a request or a place who are not named yet. A project, or one offer of it, says whether names may come later
// and by when; whoever asked is reminded before that day, and after it the hub sees who owes names, reminds them or gives
// the room of those who never came to others.
export { namesMail } from './jobs.ts'
export { namesOfOffer } from './queries.ts'
