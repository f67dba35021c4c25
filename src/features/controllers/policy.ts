import type { Actor } from '../../vocabulary/actor.ts'
import { isHubLead, isNationalTeam } from '../people/index.ts'

/** The national team states who answers for personal data in the network; leads of a hub state it for their hub, where it differs. */
export const mayStateController = (actor: Actor, hubId: string | null): boolean =>
  hubId === null ? isNationalTeam(actor) : isHubLead(actor, hubId)
