import type { Actor } from '../../vocabulary/actor.ts'
import { emailDomain } from '../../vocabulary/email-address.ts'
import { isAtHub, organisationIdsOf, personIdOf } from '../people/index.ts'
import type { Interest } from './expression-of-interest.ts'

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

const takenUp: readonly string[] = ['waiting', 'offered', 'placed']

/**
 * Whether the holder of a link to a request is somebody of the school it speaks for: an address at the school's own domain was
 * confirmed, by the sender or by the headteacher who agreed, or the hub has taken the request up (domain rule 15). Anybody can
 * send a request in a school's name, and name a friend as its headteacher.
 */
export const isOfItsSchool = (
  { sender, headteacher, status, enteredByHub }: Pick<Interest, 'sender' | 'headteacher' | 'status' | 'enteredByHub'>,
  schoolDomains: readonly string[],
): boolean =>
  [sender.email, headteacher.confirmedAt && headteacher.email].some(
    (address) => address && schoolDomains.includes(emailDomain(address)),
  ) ||
  enteredByHub ||
  takenUp.includes(status)
