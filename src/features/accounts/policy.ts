import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, organisationIdsOf } from '../people/index.ts'

/** Staff of a hub issue statements of account to the organisations that owe it. */
export const mayIssueStatements = (actor: Actor, hubId: string): boolean => isAtHub(actor, hubId)

/** Staff of its hub and whoever leads the organisation read a statement of account. */
export const mayReadStatement = (
  actor: Actor,
  { hubId, organisationId }: { readonly hubId: string; readonly organisationId: string },
): boolean => isAtHub(actor, hubId) || organisationIdsOf(actor).includes(organisationId)
