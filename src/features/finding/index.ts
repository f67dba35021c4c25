// Finding: a project by words, phase, role, hub, distance, date; a hub by school, place or authority; a place by what is typed.
// It looks through what the public may read, says what is not known, and keeps nothing of who looked for what.
export { askedHref, wholeYear } from './asked.ts'
export { hubsListed, tilesLaid } from './hub-queries.ts'
export type { Led } from './place.ts'
export { ledTo } from './place-queries.ts'
export { laidOut } from './tiles.ts'
