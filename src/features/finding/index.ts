// Finding: a project by words, phase, role, hub, distance, date; a hub by school, place or authority. It looks through what
// the public may read, says what is not known, and keeps nothing of who looked for what.
export { askedHref, wholeYear } from './asked.ts'
