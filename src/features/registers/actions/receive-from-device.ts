import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { NotFound } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import type { Made, SentMark } from '../mark.ts'
import { participantsOf, takingPartAt } from '../queries.ts'
import { isClosedAt, reasonToSetAside } from '../register.ts'
import type { ReasonToSetAside } from '../set-aside.ts'
import { idsSetAside } from '../set-aside-queries.ts'
import { insertSetAside } from '../store.ts'
import { noteWalkIns, type SentWalkIn } from './note-walk-ins.ts'
import { receiveMarks, recorderOf } from './receive-marks.ts'
import { lockRegister, noteTaken } from './take-register.ts'

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
 * session moved or was called off or somebody takes part no longer, is set aside for a person to settle, never dropped.
 */
export const receiveFromDevice = (context: Context, input: FromDevice): Promise<ReceivedFromDevice> =>
  transaction(context, async (tx, context) => {
    const { group, session } = await lockRegister(tx, context, input)
    const marks = await notYetAside(tx, input)
    const arrival = { session, groupStatus: group.status, now: context.now, knewOn: input.knewOn }
    const against = reasonToSetAside(arrival)
    const expected = await expectedIds(tx, session)
    const whyAside = (mark: DeviceMark): ReasonToSetAside | null => {
      if (against !== null) return against
      if (!expected.has(mark.participantId)) return 'not_expected'
      return isClosedAt(session, mark.made.at) ? 'closed' : null
    }
    const fit = marks.filter((mark) => whyAside(mark) === null)
    const taken = await receiveMarks(tx, context, { sessionId: session.id, isClosed: false }, fit)
    const aside = marks.filter((mark) => !fit.includes(mark))
    await setAside(tx, context, session, { aside, whyAside })
    await noteWalkIns(tx, context, session, input.walkIns)
    if (against === null && fit.length > 0) await noteTaken(tx, context, session, taken)
    return { ...taken, setAside: aside.map(({ id }) => id) }
  })

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
