import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub } from '../people/index.ts'

/** Staff of the hub whose school completed a stage invite it to the next. */
export const mayInviteToNextStage = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isAtHub(actor, hubId)
