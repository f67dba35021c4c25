import type { Actor } from '../../vocabulary/actor.ts'
import { isHubLead, isNationalTeam } from '../people/index.ts'

/** A hub's lead sets how its schools' time to answer is counted, the national team what holds where a hub has set nothing. */
export const mayKeepAnswerTerms = (actor: Actor, hubId: string | null): boolean =>
  actor.kind === 'system' || (hubId === null ? isNationalTeam(actor) : isHubLead(actor, hubId))
