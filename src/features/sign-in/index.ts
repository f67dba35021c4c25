// Signing in: requests with a link and a code, signed-in sessions, the demonstration's cast.
// Other rooms need nothing of it: the site asks here who a session belongs to, and an operator for a link to hand on.
export { makeSignInLink } from './actions/request-sign-in.ts'
export { actorOfSession } from './queries.ts'
