import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead } from '../people/index.ts'
import type { ChargeStatus } from './charge.ts'

/** Staff of a hub confirm charges and note what was paid; only its leads waive or credit them. */
export const mayMoveCharge = (actor: Actor, hubId: string, to: ChargeStatus): boolean =>
  to === 'waived' || to === 'credited' ? isHubLead(actor, hubId) : isAtHub(actor, hubId)
