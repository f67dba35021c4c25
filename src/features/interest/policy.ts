import type { Actor } from '../../vocabulary/actor.ts'
import { isAtHub, organisationIdsOf, personIdOf } from '../people/index.ts'

type Owned = {
  readonly id: string
  readonly hub: { readonly id: string }
  readonly organisation: { readonly id: string }
  readonly sender: { readonly personId: string | null }
}

/** Staff of the hub that makes the offer decide on who joins, and enter what reaches them by other ways. */
export const mayDecideOnInterest = (actor: Actor, hubId: string): boolean =>
  actor.kind === 'system' || isAtHub(actor, hubId)

const heldByLink = (actor: Actor, interestId: string, purposes: readonly string[]): boolean =>
  actor.kind === 'link' && actor.subjectId === interestId && purposes.includes(actor.purpose)

/** The sender by the mailed link, the lead of the organisation, and the hub on its behalf speak for who asked. */
export const maySpeakForSender = (actor: Actor, interest: Owned): boolean =>
  mayDecideOnInterest(actor, interest.hub.id) ||
  heldByLink(actor, interest.id, ['status', 'place']) ||
  organisationIdsOf(actor).includes(interest.organisation.id) ||
  (interest.sender.personId !== null && personIdOf(actor) === interest.sender.personId)

/** Only the holder of the link mailed to the address confirms it. */
export const mayConfirmAddress = (actor: Actor, interestId: string): boolean =>
  heldByLink(actor, interestId, ['confirm-interest'])

/** The headteacher answers by the mailed link; the hub notes an answer that reached it otherwise. */
export const mayAnswerAsHeadteacher = (actor: Actor, interest: Owned): boolean =>
  heldByLink(actor, interest.id, ['headteacher']) || mayDecideOnInterest(actor, interest.hub.id)
