import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead, isNationalTeam } from '../people/index.ts'

/** The national team opens hubs, and changes their names, lead organisations and areas, hands them over, merges and divides them. */
export const mayChangeHubs = (actor: Actor): boolean => actor.kind === 'system' || isNationalTeam(actor)

/** Staff of a hub say how it is reached and what it says of itself; the national team does so for them. */
export const mayDescribeHub = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isAtHub(actor, hubId) || isNationalTeam(actor)

/** Leads of a hub write what it says of how it keeps personal data; the national team does so for them. */
export const mayWritePrivacyNotice = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isHubLead(actor, hubId) || isNationalTeam(actor)
