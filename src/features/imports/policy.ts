import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub } from '../people/index.ts'

/** Staff of a hub move their hub over, and the operator does it for them from the command line. */
export const mayImport = (actor: Actor, hubId: string): boolean => actor.kind === 'system' || isAtHub(actor, hubId)
