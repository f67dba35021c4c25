import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { isHeldPost, isPostKind } from '../../../vocabulary/posts.ts'
import { findOrCreatePerson, giveRole, personById, writePost } from '../../people/index.ts'
import { answeredLetter } from '../emails/invitation.email.ts'
import { settledSentence } from '../invitation.ts'
import { mayAnswerInvitation } from '../policy.ts'
import { invitationById } from '../queries.ts'
import { type LockedInvitation, lockInvitation, settle } from '../store.ts'
import { subjectsOf } from './invite.ts'

/**
 * Whoever reads the mail of the address invited says yes: the address is confirmed, and the part is given to the person
 * reached there, whoever pressed the button. Nobody is signed in by it.
 */
export const acceptInvitation = (context: Context, input: { id: string; name: string }): Promise<string> =>
  transaction(context, async (tx, context) => {
    const invitation = await openInvitation(tx, context, input.id)
    const { address, invitedBy } = invitation
    const { id: personId } = await findOrCreatePerson(context, { name: input.name, email: address, confirmed: true })
    const { role, hubId, groupId, organisationId } = invitation
    if (organisationId) await statePostOf(tx, context, { ...invitation, organisationId }, personId)
    if (role) await giveRole(tx, context, { personId, role, hubId, groupId, organisationId, grantedBy: invitedBy })
    await settle(tx, invitation.id, { status: 'accepted', now: context.now, personId })
    await noteAnswer(tx, context, invitation, true)
    return personId
  })

/** Whoever reads the mail of the address invited says no. */
export const declineInvitation = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const invitation = await openInvitation(tx, context, id)
    await settle(tx, id, { status: 'declined', now: context.now })
    await noteAnswer(tx, context, invitation, false)
  })

const openInvitation = async (tx: Transaction, context: Context, id: string): Promise<LockedInvitation> => {
  if (!mayAnswerInvitation(context.actor, id)) throw new Forbidden('Only the holder of the mailed link answers')
  const invitation = found(await lockInvitation(tx, id))
  const over = settledSentence(invitation, context.now)
  if (over) throw new Refused(over)
  return invitation
}

const statePostOf = (
  tx: Transaction,
  context: Context,
  { organisationId, post: does, fromHubId }: LockedInvitation & { readonly organisationId: string },
  personId: string,
): Promise<void> => {
  const kind = does && isPostKind(does) ? does : 'other'
  const statedBy = fromHubId ? ('hub' as const) : ('school' as const)
  return writePost(tx, context, { personId, organisationId, post: kind, held: isHeldPost(kind), statedBy })
}

const noteAnswer = async (
  tx: Transaction,
  context: Context,
  invitation: LockedInvitation,
  accepted: boolean,
): Promise<void> => {
  await record(tx, context, {
    name: accepted ? 'invitation.accepted' : 'invitation.declined',
    subject: { type: 'invitation', id: invitation.id },
    also: subjectsOf(invitation),
  })
  const [seen, inviter] = [
    await invitationById(tx, invitation.id),
    invitation.invitedBy ? await personById(tx, invitation.invitedBy) : null,
  ]
  if (!seen || !inviter?.address) return
  const letter = answeredLetter({ ...seen, greeting: inviter.name, accepted })
  const to = { address: inviter.address, personId: inviter.id }
  await post(tx, context, to, letter, `invitation:${invitation.id}:answered`)
}
