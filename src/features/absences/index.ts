// Absences: what not coming without notice leads to, once the register has closed. Until then a mark is corrected and nothing is
// left of it; afterwards a correction takes back, or credits, the charge that rested on the mark, and says why.
export { lookAtRegister } from './actions/look-at-register.ts'
export { absenceEvents } from './events.ts'
