import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, isHubLead, organisationIdsOf, personIdOf } from '../people/index.ts'
import type { ChargeStatus } from './charge.ts'

/** Staff of a hub confirm charges and note what was paid; only its leads waive or credit them. */
export const mayMoveCharge = (actor: Actor, hubId: string, to: ChargeStatus): boolean =>
  to === 'waived' || to === 'credited' ? isHubLead(actor, hubId) : isAtHub(actor, hubId)

type Taking = {
  readonly id: string
  readonly personId: string
  readonly organisationId: string
  /** The hub that was asked, and those whose own organisation holds the place. */
  readonly hubIds: readonly string[]
}

const isOneself = (actor: Actor, { id, personId }: Pick<Taking, 'id' | 'personId'>): boolean =>
  personIdOf(actor) === personId || (actor.kind === 'link' && actor.purpose === 'cancel' && actor.subjectId === id)

/** People give notice for themselves; the lead participant of a place, whoever leads its organisation and the staff of its hub give it for everybody under it. */
export const mayGiveNotice = (actor: Actor, part: Taking, leads: readonly Pick<Taking, 'id' | 'personId'>[]): boolean =>
  isOneself(actor, part) || mayGiveUpPlace(actor, part, leads)

/** The lead participant of a place, whoever leads its organisation and the staff of its hub give the place up. */
export const mayGiveUpPlace = (
  actor: Actor,
  part: Pick<Taking, 'organisationId' | 'hubIds'>,
  leads: readonly Pick<Taking, 'id' | 'personId'>[],
): boolean =>
  leads.some((lead) => isOneself(actor, lead)) ||
  organisationIdsOf(actor).includes(part.organisationId) ||
  part.hubIds.some((hubId) => isAtHub(actor, hubId))
