import { type Context, holdingMail, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post, withdrawHeld } from '../../../platform/mail/index.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { hubById } from '../../organisations/index.ts'
import { nextStageLetter } from '../emails/next-stage.email.ts'
import { canBeTakenBack, type InvitationSeen, reasonAgainstSending, standingOf, takenBackUntil } from '../invitation.ts'
import { mayInviteToNextStage } from '../policy.ts'
import { invitationsOfHub } from '../queries.ts'
import { lockInvitations, lockSending, markInvitation } from '../store.ts'

type Some = { readonly hubId: string; readonly ids: readonly string[] }

/** These invitations of a hub, locked, as they stand. */
const lockedOfHub = async (
  tx: Transaction,
  context: Context,
  { hubId, ids }: Some,
): Promise<readonly InvitationSeen[]> => {
  if (!mayInviteToNextStage(context.actor, hubId)) throw new Forbidden('Only staff of the hub invite its schools')
  if (ids.length === 0) throw new Refused('Choose at least one school.')
  await lockInvitations(tx, ids)
  const all = await invitationsOfHub(tx, hubId, {
    today: context.today,
    sentSince: Temporal.Instant.fromEpochMilliseconds(0),
  })
  const chosen = all.filter(({ id }) => ids.includes(id))
  if (chosen.length < new Set(ids).size) throw new NotFound('An invitation of another hub')
  return chosen
}

const tell = (
  tx: Transaction,
  context: Context,
  { id, organisationId, groupId }: InvitationSeen,
  name: string,
): Promise<void> =>
  record(tx, context, {
    name,
    subject: { type: 'organisation', id: organisationId },
    also: [{ type: 'group', id: groupId }],
    particulars: { invitationId: id },
  })

/**
 * Sends invitations to the next stage: one letter a school, which waits ten minutes and can be taken back as long. What was sent
 * before is not sent again. Gives the sending and how many letters it holds.
 */
export const sendInvitations = (context: Context, input: Some): Promise<{ sentIn: string; sent: number }> =>
  transaction(context, async (tx, context) => {
    const chosen = (await lockedOfHub(tx, context, input)).filter((each) => standingOf(each) !== 'sent')
    const against = chosen.flatMap((each) => reasonAgainstSending(each) ?? [])
    if (against.length > 0) throw new Refused(against.join(' '))
    const hub = found(await hubById(tx, input.hubId))
    const sentIn = newId()
    const from = { name: hub.name, email: hub.email, baseUrl: context.config.baseUrl }
    for (const each of chosen) {
      const { personId, name, address } = found(each.recipient)
      const holding = holdingMail(context, { act: sentIn, about: each.id, until: takenBackUntil(context.now) })
      await post(
        tx,
        holding,
        { address, personId },
        nextStageLetter(each, name, from),
        `next-stage:${each.id}:${sentIn}`,
      )
      await markInvitation(tx, each.id, { sent_at: context.now, sent_in: sentIn, left_out_at: null })
      await tell(tx, context, each, 'organisation.invited-to-next-stage')
    }
    return { sentIn, sent: chosen.length }
  })

/** Takes a whole sending back, as long as its letters wait. */
export const takeBackInvitations = (context: Context, input: { hubId: string; sentIn: string }): Promise<number> =>
  transaction(context, async (tx, context) => {
    const ids = (await lockSending(tx, input.sentIn)).map(({ id }) => id)
    if (ids.length === 0) throw new NotFound('No such sending')
    const sent = await lockedOfHub(tx, context, { hubId: input.hubId, ids })
    const inTime = sent.every((each) => canBeTakenBack(each, context.now))
    if (!(inTime && (await withdrawHeld(tx, input.sentIn, ids))))
      throw new Refused('The ten minutes are over and the letters are on their way.')
    for (const each of sent) {
      await markInvitation(tx, each.id, { sent_at: null, sent_in: null })
      await tell(tx, context, each, 'organisation.next-stage-taken-back')
    }
    return sent.length
  })

/** Leaves schools out of the invitations, or takes them in again; what was sent stays sent. */
export const leaveOut = (context: Context, input: Some & { isLeftOut: boolean }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const wanted = input.isLeftOut ? 'prepared' : 'left out'
    for (const each of (await lockedOfHub(tx, context, input)).filter((one) => standingOf(one) === wanted)) {
      await markInvitation(tx, each.id, { left_out_at: input.isLeftOut ? context.now : null })
      if (input.isLeftOut) await tell(tx, context, each, 'organisation.next-stage-left-out')
      else await tell(tx, context, each, 'organisation.next-stage-taken-in')
    }
  })
