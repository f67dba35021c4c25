import type { Actor } from '../../vocabulary/actor.ts'
import { mayPlaceInGroup } from '../groups/index.ts'
import { isAtHub } from '../people/index.ts'

type Group = Parameters<typeof mayPlaceInGroup>[1]

/** Staff of the hubs of a group see who has how much of its room, and hold places back for their own hub. */
export const maySeeRoom = (actor: Actor, group: Group): boolean => mayPlaceInGroup(actor, group)

/** The hub of a group in whose name somebody holds places back: the group's own first. */
export const hubHoldingBack = (actor: Actor, group: Group): string | null =>
  [group.hubId, ...group.partnerHubIds].find((hubId) => isAtHub(actor, hubId)) ?? null
