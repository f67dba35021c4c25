import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead, isNationalTeam } from '../people/index.ts'

/** A hub's lead sets when its mail goes that can wait, the national team what holds where a hub has set nothing. */
export const mayKeepMailTimes = (actor: Actor, hubId: string | null): boolean =>
  actor.kind === 'system' || (hubId === null ? isNationalTeam(actor) : isHubLead(actor, hubId))

/** The staff of a hub hold its mail to come, let it go, send it now or not at all. */
export const mayHoldMail = (actor: Actor, hubId: string): boolean => isAtHub(actor, hubId)
