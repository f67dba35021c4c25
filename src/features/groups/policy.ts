import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, leadsGroup } from '../people/index.ts'

export type Held = { readonly id: string; readonly hubId: string; readonly partnerHubIds: readonly string[] }

/** How much of a group somebody sees: everything, what a partner hub needs (domain rule 10), numbers, or nothing. */
export type GroupSight = 'all' | 'partner' | 'numbers'

export const sightOf = (actor: Actor, group: Held): GroupSight | null => {
  if (actor.kind === 'system' || isAtHub(actor, group.hubId) || leadsGroup(actor, group.id)) return 'all'
  if (group.partnerHubIds.some((hubId) => isAtHub(actor, hubId))) return 'partner'
  const reads =
    actor.kind === 'person' && actor.roles.some((role) => role.name === 'national_team' || role.name === 'analyst')
  return reads ? 'numbers' : null
}

/** Staff of a hub make groups of its own offers. */
export const mayMakeGroup = (actor: Actor, hubId: string): boolean => actor.kind === 'system' || isAtHub(actor, hubId)

/** Staff of the lead hub confirm, start, change and call off a group. */
export const mayRunGroup = (actor: Actor, group: Pick<Held, 'hubId'>): boolean =>
  actor.kind === 'system' || isAtHub(actor, group.hubId)

/** Dates of a group are set by its lead hub and its own leads. */
export const mayPlanGroup = (actor: Actor, group: Pick<Held, 'id' | 'hubId'>): boolean =>
  mayRunGroup(actor, group) || leadsGroup(actor, group.id)

/** Places in a group are given by the staff of its lead hub and of its partner hubs. */
export const mayPlaceInGroup = (actor: Actor, group: Held): boolean =>
  mayRunGroup(actor, group) || group.partnerHubIds.some((hubId) => isAtHub(actor, hubId))
