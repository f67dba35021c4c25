import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub } from '../people/index.ts'

/** Staff of the hub stop the links that were mailed about its requests. */
export const mayStopLinks = (actor: Actor, hubId: string): boolean => isAtHub(actor, hubId)
