import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, personIdOf } from '../people/index.ts'

/** Everybody says for themselves when they can lead sessions. */
export const mayStateOwnTimes = (actor: Actor, personId: string): boolean =>
  actor.kind === 'system' || personIdOf(actor) === personId

/** The staff of the hub that holds a group say when its leads can, as those tell them. */
export const mayStateTimesOfLead = (actor: Actor, group: { readonly hubId: string }): boolean =>
  actor.kind === 'system' || isAtHub(actor, group.hubId)

/** The staff of a hub say when its venues are free. */
export const mayStateVenueTimes = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isAtHub(actor, hubId)
