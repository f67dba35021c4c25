import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead, isNationalTeam } from '../people/index.ts'
import type { GrantStatus } from './grant.ts'

/** Leads of a hub approve grants, make them void and claw them back; its staff work out what is due and note what was paid. */
export const mayMoveGrant = (actor: Actor, hubId: string, to: GrantStatus): boolean =>
  to === 'due' || to === 'paid' ? isAtHub(actor, hubId) : isHubLead(actor, hubId)

/** Leads of a hub write its rules of what is granted; the national team writes those that count for every hub. */
export const mayWriteGrantRules = (actor: Actor, hubId: string | null): boolean =>
  hubId === null ? isNationalTeam(actor) : isHubLead(actor, hubId)
