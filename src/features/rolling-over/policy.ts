import { type Actor, holdsRole } from '../../vocabulary/actor.ts'

/** The national team rolls a year over, and ticks off what its drafts need. */
export const mayRollYears = (actor: Actor): boolean => holdsRole(actor, ['national_team'])
