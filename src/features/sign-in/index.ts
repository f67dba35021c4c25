// Signing in: requests with a link and a code, passkeys, accounts at providers, signed-in sessions, tokens for programs.
// Other rooms need nothing of it: the site asks here who a session or a token belongs to, and an operator for a link.
export { identify, identifyProgram } from './access.ts'
export { askToSignIn, makeSignInLink } from './actions/request-sign-in.ts'
export { mailsForAnAddress } from './limits.ts'
export { mayMakeToken } from './policy.ts'
