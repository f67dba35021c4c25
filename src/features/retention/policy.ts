import type { Actor } from '../../vocabulary/actor.ts'
import { isNationalTeam } from '../people/index.ts'
import { isAboutOneself } from '../personal-fields/index.ts'

/** An erasure is decided by the national team, and never by the person it is about. */
export const mayDecideErasure = (actor: Actor, personId: string): boolean =>
  isNationalTeam(actor) && !isAboutOneself(actor, personId)

/** The national team sets how long things are kept. */
export const maySetRetention = (actor: Actor): boolean => isNationalTeam(actor)
