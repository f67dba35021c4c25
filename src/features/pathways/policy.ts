import type { Actor } from '../../vocabulary/actor.ts'
import { isNationalTeam } from '../people/index.ts'

/** The national team writes and publishes the pathways of schools. */
export const mayWritePathways = (actor: Actor): boolean => isNationalTeam(actor)
