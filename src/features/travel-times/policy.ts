import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub } from '../people/index.ts'

/** Staff of a hub bring its tables of minutes for travel, put them in force and take them back. */
export const mayKeepTravelTimes = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isAtHub(actor, hubId)
