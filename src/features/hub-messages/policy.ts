import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub } from '../people/index.ts'

/** The staff of a hub write the texts of its messages. */
export const mayWriteMessages = (actor: Actor, hubId: string): boolean => isAtHub(actor, hubId)
