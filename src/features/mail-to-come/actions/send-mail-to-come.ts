import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { linkToken } from '../../../platform/links.ts'
import { post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { clearMailingDecision, decideMailing, mayHoldMail } from '../../mail-times/index.ts'
import { instructionsLetter, reminderLetter } from '../emails/session.email.ts'
import { goingNow, type Mailing, type Reader } from '../mailing.ts'
import { mailBefore, mailOfToday, markOf } from '../plan-queries.ts'
import { contactOf } from '../queries.ts'
import type { SessionMailKind } from '../session-mail.ts'
import { keepLetters } from '../store.ts'

const daysALinkLasts = 400

/** Sends what has fallen due before the sessions of all hubs: each person each mail once. */
export const sendMailToCome = async (context: Context): Promise<number> => {
  let sent = 0
  for (const mailing of await mailOfToday(context)) {
    if (mailing.stop || goingNow(mailing, context.now, false).length === 0) continue
    sent += await sendMailing(context, {
      groupId: mailing.session.groupId,
      sessionId: mailing.session.id,
      kind: mailing.kind,
      byHand: false,
    })
  }
  return sent
}

type Sending = {
  readonly groupId: string
  readonly sessionId: string
  readonly kind: SessionMailKind
  /** Sent by somebody who looked at it, whatever the hour. */
  readonly byHand: boolean
}

/** Sends one mail before a session to those who have still to be sent it, looked up again under the lock of their group. */
export const sendMailing = (context: Context, { groupId, sessionId, kind, byHand }: Sending): Promise<number> =>
  transaction(context, async (tx, context) => {
    await lockGroup(tx, groupId)
    const mailing = await mailBefore(context, { hubId: null, sessionId, kind })
    if (!mailing || (!byHand && mailing.stop)) return 0
    const going = goingNow(mailing, context.now, byHand)
    const written = going.filter(({ due }) => due !== 'told-otherwise')
    const contact = await contactOf(tx, groupId, context.today)
    for (const reader of written) await writeTo(tx, context, { mailing, reader, contact })
    await keepLetters(
      tx,
      going.map((reader) => keptOf(mailing, reader, context.now)),
    )
    if (written.length > 0)
      await record(tx, context, {
        name: 'session-mail.sent',
        subject: { type: 'session', id: sessionId },
        also: [{ type: 'group', id: groupId }],
        particulars: { kind, people: written.length },
      })
    return written.length
  })

const before = ({ kind }: Mailing, reader: Reader) => (kind === 'instructions' ? reader.instructions : reader.reminder)

const keptOf = (mailing: Mailing, reader: Reader, now: Temporal.Instant) => {
  const { session, kind } = mailing
  if (!session.onDate) throw new Error('A confirmed session has a date')
  const sent = before(mailing, reader)
  const isWritten = reader.due !== 'told-otherwise'
  return {
    sessionId: session.id,
    personId: reader.personId,
    kind,
    forDate: session.onDate,
    said: markOf(session),
    sequence: session.sequence,
    times: (sent?.times ?? 0) + (isWritten ? 1 : 0),
    sentAt: isWritten || !sent ? now : sent.sentAt,
  }
}

type One = {
  readonly mailing: Mailing
  readonly reader: Reader
  readonly contact: Awaited<ReturnType<typeof contactOf>>
}

const writeTo = async (tx: Transaction, context: Context, { mailing, reader, contact }: One): Promise<void> => {
  if (reader.address === null) return
  const { config } = context
  const { session, settings, kind } = mailing
  const letter = (kind === 'instructions' ? instructionsLetter : reminderLetter)({
    session,
    name: reader.name,
    ownWords: settings.ownWords,
    policy: reader.policy,
    contact,
    cancelUrl: `${config.baseUrl}/cancel/${linkToken(config, 'cancel', reader.participantId, daysALinkLasts)}`,
    isChanged: reader.due === 'changed',
  })
  const times = (before(mailing, reader)?.times ?? 0) + 1
  await post(
    tx,
    context,
    { address: reader.address, personId: reader.personId },
    letter,
    `${kind}:${session.id}:${reader.personId}:${times}`,
  )
}

export type MailingDeed = 'hold' | 'release' | 'drop' | 'send'

type Input = {
  readonly hubId: string
  readonly sessionId: string
  readonly kind: SessionMailKind
  readonly deed: MailingDeed
}

/** Staff of a hub hold mail to come, let it go, say that it is not sent for this date, or send it now; how many it was sent to. */
export const settleMailing = (context: Context, input: Input): Promise<number> =>
  transaction(context, async (_, context) => {
    const mailing = found(await mailBefore(context, input))
    if (!mayHoldMail(context.actor, input.hubId)) throw new Forbidden('Only staff of the hub hold its mail')
    if (input.deed === 'send') return sendByHand(context, mailing)
    const { session, kind } = mailing
    if (!session.onDate) throw new NotFound('There is no mail before a session without a date')
    const of = {
      hubId: input.hubId,
      subject: { type: 'session', id: session.id },
      also: [{ type: 'group', id: session.groupId }],
    } as const
    if (input.deed === 'release') await clearMailingDecision(context, of, kind)
    else
      await decideMailing(context, of, {
        kind,
        decision: input.deed === 'hold' ? 'held' : 'dropped',
        forDate: session.onDate,
      })
    return 0
  })

const sendByHand = async (context: Context, { session, kind, stop }: Mailing): Promise<number> => {
  const sent = await sendMailing(context, { groupId: session.groupId, sessionId: session.id, kind, byHand: true })
  if (sent === 0) throw new Refused('Everybody who comes and has an address has been sent this already.')
  if (stop?.of === 'mail')
    await clearMailingDecision(
      context,
      {
        hubId: session.hubId,
        subject: { type: 'session', id: session.id },
        also: [{ type: 'group', id: session.groupId }],
      },
      kind,
    )
  return sent
}
