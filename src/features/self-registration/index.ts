// Self-registration: whoever is at a session says so by a code on the screen, which changes every minute and works only while
// the session lasts and a few minutes around. They say who they are by signing in, by the link in their mail, or by a name and
// school that the lead recognises; the list of names is shown to nobody.
export { codeAt } from './code.ts'
