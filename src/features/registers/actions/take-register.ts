import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { type LockedGroup, lockGroup } from '../../groups/index.ts'
import { hasBegun, holdSession } from '../../sessions/index.ts'
import type { SentMark } from '../mark.ts'
import { groupWorkedOn, marksOfSession, takingPartAt } from '../queries.ts'
import { isClosedAt, reasonAgainstRegister } from '../register.ts'
import { lockSession } from '../store.ts'
import { noteWalkIns, type SentWalkIn } from './note-walk-ins.ts'
import { type RegisterTaken, receiveMarks } from './receive-marks.ts'

/**
 * Takes the register of a session, or corrects it. A mark sent again is one mark; a mark that differs from one its maker
 * had not seen is kept beside it as a conflict (domain rule 6). The session becomes held once it has started.
 */
export const takeRegister = (
  context: Context,
  input: { groupId: string; sessionId: string; marks: readonly SentMark[]; walkIns?: readonly SentWalkIn[] },
): Promise<RegisterTaken> =>
  transaction(context, async (tx, context) => {
    const { group, session } = await lockRegister(tx, context, input)
    const against = reasonAgainstRegister(session, group.status, context.now)
    if (against !== null || session.onDate === null) throw new Refused(against ?? '')
    await requireExpected(tx, { ...session, onDate: session.onDate }, input.marks)
    const taken = await receiveMarks(
      tx,
      context,
      { sessionId: session.id, isClosed: isClosedAt(session, context.now) },
      input.marks,
    )
    await noteWalkIns(tx, context, session, input.walkIns ?? [])
    await noteTaken(tx, context, session, taken)
    return taken
  })

type Register = { id: string; groupId: string; onDate: Temporal.PlainDate }

const requireExpected = async (tx: Transaction, session: Register, marks: readonly SentMark[]): Promise<void> => {
  const expected = new Set((await takingPartAt(tx, session)).map(({ id }) => id))
  if (marks.every(({ participantId }) => expected.has(participantId))) return
  throw new Refused('Somebody in this register takes part no longer. Open the register again.')
}

type Taken = Parameters<typeof hasBegun>[0] & { readonly id: string; readonly groupId: string }

/** What follows from marks that were received: the session is held once it has begun, and the history and later rooms hear of it. */
export const noteTaken = async (
  tx: Transaction,
  context: Context,
  session: Taken,
  taken: RegisterTaken,
): Promise<void> => {
  // Whoever may take the register of a shared group need not plan it: that it was held follows from the register.
  if (hasBegun(session, context.now))
    await holdSession(actingAs(context, { kind: 'system', task: 'take-register' }), session.id)
  if (taken.recorded === 0) return
  await record(tx, context, {
    name: 'register.taken',
    subject: { type: 'session', id: session.id },
    also: [{ type: 'group', id: session.groupId }],
    particulars: { marks: taken.recorded, conflicts: taken.beside.length },
  })
  await enqueue(tx, 'register-taken', { sessionId: session.id }, { key: `register-taken:${session.id}` })
}

type Ids = { readonly groupId: string; readonly sessionId: string }
type Session = NonNullable<Awaited<ReturnType<typeof lockSession>>>
export type Settling = { readonly group: LockedGroup; readonly session: Session }

/** Locks a group and a session of it for whoever may take its register. */
export const lockRegister = async (tx: Transaction, context: Context, ids: Ids): Promise<Settling> => {
  found(await groupWorkedOn(context, ids.groupId))
  const group = await lockGroup(tx, ids.groupId)
  return { group, session: found(await lockSession(tx, ids.sessionId, ids.groupId)) }
}

type TakenUp = Omit<SentMark, 'id' | 'seen'>

/** Puts into the register what had waited, said by somebody who has looked at what stands there; gives the id of the mark if one was made. */
export const takeUp = async (
  tx: Transaction,
  context: Context,
  { group, session }: Settling,
  mark: TakenUp,
): Promise<string | null> => {
  const against = reasonAgainstRegister(session, group.status, context.now)
  if (against !== null || session.onDate === null) throw new Refused(against ?? '')
  const expected = await takingPartAt(tx, { ...session, onDate: session.onDate })
  if (!expected.some(({ id }) => id === mark.participantId))
    throw new Refused('Choose somebody who is in the register of this session.')
  const own = (await marksOfSession(tx, session.id)).filter((each) => each.participant_id === mark.participantId)
  const seen = own.filter((each) => each.standing).map(({ id }) => id)
  const id = newId()
  const register = { sessionId: session.id, isClosed: isClosedAt(session, context.now) }
  const taken = await receiveMarks(tx, context, register, [{ ...mark, id, seen }])
  await noteTaken(tx, context, session, taken)
  return taken.recorded > 0 ? id : null
}
