import type { Actor } from '../../vocabulary/actor.ts'
import { isNationalTeam } from '../people/index.ts'

/** The national team lays out the years of the catalogue, and says what each year calls its groups, leads and sessions. */
export const mayLayOutYears = (actor: Actor): boolean => isNationalTeam(actor)
