import type { Actor } from '../../vocabulary/actor.ts'
import { hubIdsOf, isAtHub, isNationalTeam, leadsGroup } from '../people/index.ts'

/** Staff of the group's hubs and its leads write what their group came to; staff of any hub write what was before. */
export const mayWriteStageRecord = (actor: Actor, group: { id: string; hubIds: readonly string[] } | null): boolean => {
  if (actor.kind === 'system' || isNationalTeam(actor)) return true
  if (group === null) return hubIdsOf(actor).length > 0
  return leadsGroup(actor, group.id) || group.hubIds.some((hubId) => isAtHub(actor, hubId))
}
