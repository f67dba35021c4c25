import type { Actor } from '../../vocabulary/actor.ts'
import { mayPlanGroup } from '../groups/index.ts'
import { isAtHub, personIdOf } from '../people/index.ts'
import type { FeedOf } from './feed.ts'

/** Staff of the hub stop the links that were mailed about its requests. */
export const mayStopLinks = (actor: Actor, hubId: string): boolean => isAtHub(actor, hubId)

/** The secret address of a calendar is renewed by the person, by the staff of the hub, or by those who set the dates of the group. */
export const mayRenewFeed = (actor: Actor, of: FeedOf): boolean => {
  if (of.type === 'person') return personIdOf(actor) === of.id
  return of.type === 'hub' ? isAtHub(actor, of.id) : mayPlanGroup(actor, of)
}
