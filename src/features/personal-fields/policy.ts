import type { Actor } from '../../vocabulary/actor.ts'
import { isHubLead, isNationalTeam, personIdOf } from '../people/index.ts'

/** Everybody may ask to see, or to have erased, what is held about them. */
export const isAboutOneself = (actor: Actor, personId: string): boolean => personIdOf(actor) === personId

/** For somebody else a lead of a hub that knows the person asks, or the national team; both say why. */
export const mayAskForOther = (actor: Actor, hubIds: readonly string[]): boolean =>
  isNationalTeam(actor) || hubIds.some((hubId) => isHubLead(actor, hubId))
