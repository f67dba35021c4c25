// Tokens: a program acts for its owner by a token, with what is left of their roles by its scopes. It is told once, lasts a year at
// the most, and is good only as long as its owner has a role that may hold one.
export { identifyProgram } from './access.ts'
export { mayMakeToken } from './policy.ts'
