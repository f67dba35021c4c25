import type { Actor } from '../../vocabulary/actor.ts'
import { mayRunGroup } from '../groups/index.ts'

/** Staff of the group's own hub decide what becomes of a place when somebody has left the school it is for. */
export const mayDecideOnMove = (actor: Actor, group: { readonly hubId: string }): boolean => mayRunGroup(actor, group)
