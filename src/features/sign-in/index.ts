// Signing in: requests with a link and a code, passkeys, accounts at providers, signed-in sessions.
// The site asks here who a session belongs to, and an operator for a link.
export { identify, isOlderThanAnHour } from './access.ts'
export { askToSignIn, makeSignInLink } from './actions/request-sign-in.ts'
export { tellOfNewWay } from './actions/tell-of-new-way.ts'
export { mailsForAnAddress } from './limits.ts'
