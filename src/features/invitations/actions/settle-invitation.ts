import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { answerableUntil, settledSentence } from '../invitation.ts'
import { maySettleInvitation } from '../policy.ts'
import { type LockedInvitation, lapseInvitations, lockInvitation, noteSentAgain, settle } from '../store.ts'
import { hubsWithASay, sendInvitation, subjectsOf } from './invite.ts'

const own = async (tx: Transaction, context: Context, id: string): Promise<LockedInvitation> => {
  const invitation = found(await lockInvitation(tx, id))
  const hubIds = await hubsWithASay(tx, invitation)
  if (!maySettleInvitation(context.actor, { ...invitation, hubIds })) throw new NotFound('Not their invitation')
  return invitation
}

/** Takes an invitation back: its link opens nothing any more. */
export const revokeInvitation = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const invitation = await own(tx, context, id)
    if (invitation.status !== 'open') throw new Refused(settledSentence(invitation, context.now) ?? 'This is settled.')
    await settle(tx, id, { status: 'revoked', now: context.now })
    await record(tx, context, {
      name: 'invitation.revoked',
      subject: { type: 'invitation', id },
      also: subjectsOf(invitation),
    })
  })

/** Sends an invitation again, at most once an hour; it then stands anew. */
export const resendInvitation = (context: Context, id: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const invitation = await own(tx, context, id)
    if (invitation.status !== 'open') throw new Refused(settledSentence(invitation, context.now) ?? 'This is settled.')
    if (Temporal.Instant.compare(invitation.lastSentAt.add({ hours: 1 }), context.now) > 0)
      throw new Refused('This invitation was sent less than an hour ago.')
    const sent = invitation.sent + 1
    await noteSentAgain(tx, id, { sent, now: context.now, expiresAt: answerableUntil(context.now) })
    await sendInvitation(tx, context, id, sent)
    await record(tx, context, {
      name: 'invitation.sent-again',
      subject: { type: 'invitation', id },
      also: subjectsOf(invitation),
      particulars: { sent },
    })
  })

/** Invitations that nobody answered in time come to nothing. */
export const lapseInvitationsOverdue = (context: Context): Promise<void> =>
  transaction(context, async (tx, context) => {
    for (const { id } of await lapseInvitations(tx, context.now))
      await record(tx, context, { name: 'invitation.lapsed', subject: { type: 'invitation', id } })
  })
