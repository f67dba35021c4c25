import type { Actor } from '../../vocabulary/actor.ts'
import { isNationalTeam } from '../people/index.ts'

/** The national team publishes figures; analysts read them. */
export const mayPublishFigure = (actor: Actor): boolean => isNationalTeam(actor)
