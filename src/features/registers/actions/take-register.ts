import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { lockGroup } from '../../groups/index.ts'
import { holdSession } from '../../sessions/index.ts'
import { isSameMarking, receptionOf, type SentMark } from '../mark.ts'
import { expectedAt, groupWorkedOn, idsTaken, type MarkSeen, marksOfSession } from '../queries.ts'
import { isHeldBy, reasonAgainstRegister } from '../register.ts'
import { insertMark, lockSession } from '../store.ts'

export type RegisterTaken = { readonly recorded: number; readonly beside: readonly string[] }

/**
 * Takes the register of a session, or corrects it. A mark sent again is one mark; a mark that differs from one its maker
 * had not seen is kept beside it as a conflict (domain rule 6). The session becomes held once it has started.
 */
export const takeRegister = (
  context: Context,
  input: { groupId: string; sessionId: string; marks: readonly SentMark[] },
): Promise<RegisterTaken> =>
  transaction(context, async (tx, context) => {
    found(await groupWorkedOn(context, input.groupId))
    const group = await lockGroup(tx, input.groupId)
    const session = found(await lockSession(tx, input.sessionId, input.groupId))
    const against = reasonAgainstRegister(session, group.status, context.now)
    if (against !== null || session.onDate === null) throw new Refused(against ?? '')
    await requireExpected(tx, { ...session, onDate: session.onDate }, input.marks)
    const taken = await receiveAll(tx, context, session.id, input.marks)
    // Whoever may take the register of a shared group need not plan it: that it was held follows from the register.
    if (isHeldBy(session, context.now))
      await holdSession(actingAs(context, { kind: 'system', task: 'take-register' }), session.id)
    if (taken.recorded > 0) {
      await record(tx, context, {
        name: 'register.taken',
        subject: { type: 'session', id: session.id },
        also: [{ type: 'group', id: session.groupId }],
        particulars: { marks: taken.recorded, conflicts: taken.beside.length },
      })
      await enqueue(tx, 'register-taken', { sessionId: session.id }, { key: `register-taken:${session.id}` })
    }
    return taken
  })

type Register = { id: string; groupId: string; onDate: Temporal.PlainDate }

const requireExpected = async (tx: Transaction, session: Register, marks: readonly SentMark[]): Promise<void> => {
  const expected = new Set((await expectedAt(tx, session)).map(({ id }) => id))
  if (marks.every(({ participantId }) => expected.has(participantId))) return
  throw new Refused('Somebody in this register takes part no longer. Open the register again.')
}

const receiveAll = async (
  tx: Transaction,
  context: Context,
  sessionId: string,
  marks: readonly SentMark[],
): Promise<RegisterTaken> => {
  const known = await marksOfSession(tx, sessionId)
  const taken = await idsTaken(
    tx,
    marks.map(({ id }) => id),
  )
  const beside: string[] = []
  let recorded = 0
  for (const sent of marks) {
    const own = known.filter((mark) => mark.participant_id === sent.participantId)
    const came = await receive(tx, context, sessionId, { sent, known: own, taken })
    recorded += came === 'nothing-new' ? 0 : 1
    if (came === 'beside') beside.push(sent.participantId)
  }
  return { recorded, beside }
}

const receive = async (
  tx: Transaction,
  context: Context,
  sessionId: string,
  { sent, known, taken }: { sent: SentMark; known: readonly MarkSeen[]; taken: Set<string> },
) => {
  const before = known.find((mark) => mark.id === sent.id)
  if (before && isSameMarking(before, sent)) return 'nothing-new'
  // Left as it was seen is not a statement: another's change since then stands.
  if (known.some((mark) => sent.seen.includes(mark.id) && isSameMarking(mark, sent))) return 'nothing-new'
  // A form sent again with something else chosen has, of course, seen its own first mark.
  const seen = before ? [...sent.seen, before.id] : sent.seen
  const reception = receptionOf(
    { ...sent, seen },
    known.filter((mark) => mark.standing),
  )
  if (reception.kind === 'nothing-new') return reception.kind
  // An id that another mark has already, of whatever session, says nothing about this one.
  const id = taken.has(sent.id) ? newId() : sent.id
  taken.add(id)
  const replaces = reception.kind === 'correction' ? reception.replaces : null
  const recordedBy = context.actor.kind === 'person' ? context.actor.personId : ''
  await insertMark(tx, {
    id,
    sessionId,
    participantId: sent.participantId,
    mark: sent.mark,
    minutes: sent.minutes,
    recordedBy,
    now: context.now,
    replaces,
  })
  if (reception.kind !== 'first') {
    const name = reception.kind === 'correction' ? 'mark.corrected' : 'mark.kept-beside'
    await record(tx, context, {
      name,
      subject: { type: 'session', id: sessionId },
      also: [{ type: 'participant', id: sent.participantId }],
      particulars: { mark: sent.mark, markId: id, replaces },
    })
  }
  return reception.kind
}
