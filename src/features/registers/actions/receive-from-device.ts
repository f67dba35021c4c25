import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { post } from '../../../platform/mail/index.ts'
import { lockGroup } from '../../groups/index.ts'
import { nameOf } from '../../people/index.ts'
import { marksWaitLetter } from '../emails/marks-wait.email.ts'
import { wasMadeDuring } from '../former-part.ts'
import { type FormerlyWorkedOn, groupFormerlyWorkedOn, whoSettles } from '../former-part-queries.ts'
import type { Made, SentMark } from '../mark.ts'
import { groupWorkedOn, participantsOf, sessionOfGroup, takingPartAt } from '../queries.ts'
import { isClosedAt, reasonToSetAside } from '../register.ts'
import type { ReasonToSetAside } from '../set-aside.ts'
import { idsSetAside } from '../set-aside-queries.ts'
import { insertSetAside, lockSession } from '../store.ts'
import { noteWalkIns, type SentWalkIn } from './note-walk-ins.ts'
import { receiveMarks, recorderOf } from './receive-marks.ts'
import { noteTaken, type Settling } from './take-register.ts'

export type DeviceMark = SentMark & { readonly made: Made }

export type FromDevice = {
  readonly groupId: string
  readonly sessionId: string
  /** The day that the device knew for the session. */
  readonly knewOn: Temporal.PlainDate | null
  readonly marks: readonly DeviceMark[]
  readonly walkIns: readonly SentWalkIn[]
}

export type ReceivedFromDevice = {
  readonly recorded: number
  readonly beside: readonly string[]
  readonly setAside: readonly string[]
}

/**
 * Receives what was marked on a device, whatever happened meanwhile: a mark that cannot be taken as it is, because the
 * session moved or was called off or somebody takes part no longer, is set aside for a person to settle, never dropped. So is what
 * somebody marked after their own part in the group had ended; what they marked before is taken, whenever it arrives.
 */
export const receiveFromDevice = (context: Context, input: FromDevice): Promise<ReceivedFromDevice> =>
  transaction(context, async (tx, context) => {
    const { group, session, former } = await lockForSender(tx, context, input)
    const marks = await notYetAside(tx, input)
    const arrival = { session, groupStatus: group.status, now: context.now, knewOn: input.knewOn }
    const against = reasonToSetAside(arrival)
    const expected = await expectedIds(tx, session)
    const whyAside = (mark: DeviceMark) => against ?? reasonAgainstMark(mark, { session, expected, former })
    const fit = marks.filter((mark) => whyAside(mark) === null)
    const taken = await receiveMarks(tx, context, { sessionId: session.id, isClosed: false }, fit)
    const aside = marks.filter((mark) => !fit.includes(mark))
    await setAside(tx, context, session, { aside, whyAside })
    await noteWalkIns(tx, context, session, input.walkIns)
    if (against === null && fit.length > 0) await noteTaken(tx, context, session, taken)
    if (former && aside.length + input.walkIns.length > 0) await tellWhoSettles(tx, context, session, former)
    return { ...taken, setAside: aside.map(({ id }) => id) }
  })

/** Locks the register for whoever works on the group, or for who did when they could have marked in it. */
const lockForSender = async (
  tx: Transaction,
  context: Context,
  { groupId, sessionId }: FromDevice,
): Promise<Settling & { readonly former: FormerlyWorkedOn | null }> => {
  const former = (await groupWorkedOn(context, groupId)) ? null : found(await groupFormerlyWorkedOn(context, groupId))
  const group = await lockGroup(tx, groupId)
  return { group, session: found(await lockSession(tx, sessionId, groupId)), former }
}

// Whoever sent it sees the register no more: somebody else has to know that it waits.
const tellWhoSettles = async (
  tx: Transaction,
  context: Context,
  session: Session,
  { group, hub }: FormerlyWorkedOn,
): Promise<void> => {
  const sender = recorderOf(context)
  const by = (sender && (await nameOf(tx, sender))) ?? 'Somebody'
  const number = (await sessionOfGroup(tx, session.groupId, session.id))?.number ?? 0
  const url = `${context.config.baseUrl}/groups/${session.groupId}/sessions/${session.id}/register`
  for (const { personId, name, address, as } of await whoSettles(tx, session.groupId, context.today))
    await post(
      tx,
      context,
      { address, personId },
      marksWaitLetter({ group, hub, number, by, url }, { name, as }),
      `marks-wait:${session.id}:${sender}:${context.today}:${personId}`,
    )
}

type InRegister = {
  readonly session: Session
  readonly expected: ReadonlySet<string>
  readonly former: FormerlyWorkedOn | null
}

const reasonAgainstMark = (
  { participantId, made }: DeviceMark,
  { session, expected, former }: InRegister,
): ReasonToSetAside | null => {
  if (former && !(session.onDate && wasMadeDuring(former.parts, made, session.onDate))) return 'no_part'
  if (!expected.has(participantId)) return 'not_expected'
  return isClosedAt(session, made.at) ? 'closed' : null
}

type Session = { readonly id: string; readonly groupId: string; readonly onDate: Temporal.PlainDate | null }

const expectedIds = async (tx: Transaction, session: Session): Promise<Set<string>> => {
  const { onDate } = session
  if (onDate === null) return new Set()
  return new Set((await takingPartAt(tx, { ...session, onDate })).map(({ id }) => id))
}

// Whom the group has never known is nobody that its register could have shown.
const notYetAside = async (tx: Transaction, { groupId, marks }: FromDevice): Promise<readonly DeviceMark[]> => {
  const known = new Set((await participantsOf(tx, groupId)).map(({ id }) => id))
  if (!marks.every(({ participantId }) => known.has(participantId))) throw new NotFound('Not found')
  const aside = await idsSetAside(
    tx,
    marks.map(({ id }) => id),
  )
  return marks.filter(({ id }) => !aside.has(id))
}

type Aside = {
  readonly aside: readonly DeviceMark[]
  readonly whyAside: (mark: DeviceMark) => ReasonToSetAside | null
}

const setAside = async (tx: Transaction, context: Context, session: Session, { aside, whyAside }: Aside) => {
  for (const mark of aside)
    await insertSetAside(tx, {
      ...mark,
      sessionId: session.id,
      recordedBy: recorderOf(context),
      now: context.now,
      because: whyAside(mark) ?? '',
    })
  if (aside.length === 0) return
  await record(tx, context, {
    name: 'mark.set-aside',
    subject: { type: 'session', id: session.id },
    also: aside.map(({ participantId: id }) => ({ type: 'participant', id })),
    particulars: { marks: aside.map((mark) => ({ id: mark.id, because: whyAside(mark) })) },
  })
}
