import type { Actor, RoleName } from '../../vocabulary/actor.ts'
import { isAtHub, mayGrantRole, mayVouchFor, personIdOf } from '../people/index.ts'

type Asked = {
  readonly role: RoleName | null
  readonly hubId: string | null
  readonly organisationId: string | null
  /** The hubs with a say: a group's own, or those an organisation deals with. */
  readonly hubIds: readonly string[]
}

/** Whoever may give a role may invite to it; an organisation's leads, and the staff of hubs it deals with, invite colleagues. */
export const mayInvite = (actor: Actor, { role, ...at }: Asked): boolean =>
  role === null ? mayVouchFor(actor, at) : mayGrantRole(actor, { name: role, ...at })

/** An invitation is sent again or taken back by whoever sent it, and by whoever may invite to the same. */
export const maySettleInvitation = (actor: Actor, asked: Asked & { readonly invitedBy: string | null }): boolean =>
  (asked.invitedBy !== null && personIdOf(actor) === asked.invitedBy) || mayInvite(actor, asked)

/** An invitation is answered by whoever reads the mail of the address invited. */
export const mayAnswerInvitation = (actor: Actor, invitationId: string): boolean =>
  actor.kind === 'link' && actor.purpose === 'invitation' && actor.subjectId === invitationId

/** Staff of a hub that an organisation deals with say which e-mail domains are the organisation's own. */
export const mayKeepEmailDomains = (actor: Actor, hubIds: readonly string[]): boolean =>
  actor.kind === 'system' || hubIds.some((hubId) => isAtHub(actor, hubId))
