import type { Actor } from '../../vocabulary/actor.ts'
import { isStaff } from '../people/index.ts'

/** Staff of hubs and the national team make tokens for programs; a token is good only as long as its holder has such a role. */
export const mayMakeToken = (actor: Actor): boolean => isStaff(actor)
