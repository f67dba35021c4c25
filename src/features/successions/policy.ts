import type { Actor } from '../../vocabulary/actor.ts'
import { isNationalTeam } from '../people/index.ts'

/** What becomes of those who take part for a school that has closed is decided by the national team. */
export const maySettleSuccession = (actor: Actor): boolean => actor.kind === 'system' || isNationalTeam(actor)
