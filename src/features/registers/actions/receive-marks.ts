import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { isSameMarking, type Reception, receptionOf, type SentMark } from '../mark.ts'
import { idsTaken, type MarkSeen, marksOfSession } from '../queries.ts'
import { insertMark, insertRepeated } from '../store.ts'

export type RegisterTaken = { readonly recorded: number; readonly beside: readonly string[] }

/** The register in which marks are received, and whether it has closed: a change says why from then on. */
export type Receiving = { readonly sessionId: string; readonly isClosed: boolean }

export const recorderOf = ({ actor }: Context): string | null => (actor.kind === 'person' ? actor.personId : null)

/** Receives marks into a register whose session is locked: each once, those that differ unseen beside each other (domain rule 6). */
export const receiveMarks = async (
  tx: Transaction,
  context: Context,
  register: Receiving,
  marks: readonly SentMark[],
): Promise<RegisterTaken> => {
  const taken = await idsTaken(
    tx,
    marks.map(({ id }) => id),
  )
  const often = new Set(
    [...Map.groupBy(marks, ({ participantId }) => participantId)].flatMap(([id, all]) => (all.length > 1 ? id : [])),
  )
  let known = await marksOfSession(tx, register.sessionId)
  const beside: string[] = []
  let recorded = 0
  for (const sent of marks) {
    const own = known.filter((mark) => mark.participant_id === sent.participantId)
    const came = await receive(tx, context, register, { sent, known: own, taken })
    if (came === 'nothing-new') continue
    recorded += 1
    if (came === 'beside') beside.push(sent.participantId)
    // A device sends what was changed again and again on it: each is received in sight of the one before.
    if (often.has(sent.participantId)) known = await marksOfSession(tx, register.sessionId)
  }
  return { recorded, beside: [...new Set(beside)] }
}

type Arriving = { readonly sent: SentMark; readonly known: readonly MarkSeen[]; readonly taken: Map<string, string> }

const isFromDevice = ({ made }: SentMark): boolean => made?.origin === 'device' || made?.origin === 'self'

// The mark that says the same already; null when what is sent says something else.
const saidBefore = ({ sent, known }: Arriving): MarkSeen | null => {
  const before = known.find((mark) => mark.id === sent.id)
  if (before) return isSameMarking(before, sent) ? before : null
  // Left on a page as it was seen is not a statement: another's change since then stands.
  return known.find((mark) => sent.seen.includes(mark.id) && isSameMarking(mark, sent)) ?? null
}

const receptionIn = ({ sent, known }: Arriving): Reception => {
  // A form sent again with something else chosen has, of course, seen its own first mark.
  const seen = known.some((mark) => mark.id === sent.id) ? [...sent.seen, sent.id] : sent.seen
  return receptionOf(
    { ...sent, seen },
    known.filter((mark) => mark.standing),
  )
}

// A device may send the same much later, when something else stands: its id is known by then.
const keepRepeated = async (tx: Transaction, context: Context, { sent, known, taken }: Arriving, said?: MarkSeen) => {
  const same = said ?? known.find((mark) => mark.standing && isSameMarking(mark, sent))
  if (same && isFromDevice(sent) && !taken.has(sent.id))
    await insertRepeated(tx, { id: sent.id, markId: same.id, now: context.now })
}

const receive = async (tx: Transaction, context: Context, register: Receiving, arriving: Arriving) => {
  const { sent, taken } = arriving
  // Sent before, of this very person: whatever was made of it since then stands.
  if (isFromDevice(sent) && taken.get(sent.id) === sent.participantId) return 'nothing-new'
  const said = saidBefore(arriving)
  const reception = said ? { kind: 'nothing-new' as const } : receptionIn(arriving)
  if (reception.kind === 'nothing-new') {
    await keepRepeated(tx, context, arriving, said ?? undefined)
    return reception.kind
  }
  if (register.isClosed && reception.kind !== 'first' && !sent.reason)
    throw new Refused('This register has closed. Say why you change a mark in it.')
  await keepMark(tx, context, register, { ...arriving, reception })
  return reception.kind
}

const keepMark = async (
  tx: Transaction,
  context: Context,
  register: Receiving,
  { sent, taken, reception }: Arriving & { readonly reception: Reception },
): Promise<void> => {
  // An id that another mark has already, of whatever session, says nothing about this one.
  const id = taken.has(sent.id) ? newId() : sent.id
  taken.set(id, sent.participantId)
  const replaces = reception.kind === 'correction' ? reception.replaces : null
  await insertMark(tx, {
    ...sent,
    id,
    sessionId: register.sessionId,
    recordedBy: recorderOf(context),
    now: context.now,
    replaces,
    reason: register.isClosed ? (sent.reason ?? null) : null,
  })
  if (reception.kind === 'first') return
  await record(tx, context, {
    name: reception.kind === 'correction' ? 'mark.corrected' : 'mark.kept-beside',
    subject: { type: 'session', id: register.sessionId },
    also: [{ type: 'participant', id: sent.participantId }],
    particulars: { mark: sent.mark, markId: id, replaces },
    ...(sent.reason ? { personal: { reason: sent.reason } } : {}),
  })
}
