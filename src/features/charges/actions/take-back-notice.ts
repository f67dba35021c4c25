import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { noticeTakenBackLetter } from '../emails/cancelled.email.ts'
import { linesOf } from '../queries.ts'
import { partsInSight } from '../sight-queries.ts'
import { lockChargeForNotice, lockSessions, setChargeStatus, takeBackCancellation } from '../store.ts'

/** Takes notice back before the session begins: who it is about comes after all. A charge that was only proposed for it is waived with it; one that a person has confirmed stays theirs to decide. */
export const takeBackNotice = (
  context: Context,
  input: { placeId: string; participantId: string; sessionId: string },
): Promise<void> =>
  transaction(context, async (tx, context) => {
    const { parts, takesPart } = found(await partsInSight(context, input.placeId))
    await lockSessions(tx, [input.sessionId])
    if (!takesPart) throw new Refused('You take part in this group no longer, so there is nothing to come back to.')
    const line = found(
      (await linesOf(tx, parts, context.now)).find(
        ({ participantId, sessionId }) => participantId === input.participantId && sessionId === input.sessionId,
      ),
    )
    if (!(await takeBackCancellation(tx, { ...input, now: context.now }))) return
    const stands = await waiveWithNotice(tx, context, input)
    await record(tx, context, {
      name: 'session.cancellation-taken-back',
      subject: { type: 'session', id: line.sessionId },
      also: [
        { type: 'participant', id: line.participantId },
        { type: 'place', id: line.who.placeId },
      ],
    })
    if (line.who.address === null) return
    const letter = noticeTakenBackLetter({ ...line.who, startsAt: line.startsAt, stands })
    const to = { address: line.who.address, personId: line.who.personId }
    await post(tx, context, to, letter, `notice-taken-back:${line.sessionId}:${line.participantId}:${context.now}`)
  })

const waiveWithNotice = async (
  tx: Transaction,
  context: Context,
  { sessionId, participantId }: { sessionId: string; participantId: string },
): Promise<boolean> => {
  const charge = await lockChargeForNotice(tx, sessionId, participantId)
  if (!charge) return false
  if (charge.status !== 'proposed') return true
  const reason = 'The notice was taken back before the session.'
  await setChargeStatus(tx, charge.id, { status: 'waived', reason, by: null, now: context.now })
  await record(tx, context, {
    name: 'charge.waived',
    subject: { type: 'charge', id: charge.id },
    particulars: { from: charge.status, pence: charge.amount_pence, because: 'notice taken back' },
  })
  return false
}
