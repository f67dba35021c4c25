import { type Afterwards, afterwards } from '../../../platform/afterwards.ts'
import { type Context, createContext, type Installation, transaction } from '../../../platform/context.ts'
import { record } from '../../../platform/history.ts'
import { actingOf } from '../../../vocabulary/actor.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { personIdOf } from '../../people/index.ts'
import { type Reading, readings } from '../reading.ts'
import { peopleOnRecord } from '../reading-queries.ts'
import { insertReads, type NewRead } from '../reads-store.ts'

/** Takes down, after each answer, what was read of others' personal data. */
export const keepReads = (installation: Installation): Afterwards<Opened> =>
  afterwards(
    (opened) => recordReads(installation, opened),
    (problem, waiting) => installation.log.error({ err: problem, waiting }, 'what was read could not be recorded yet'),
  )

/** What was opened and by whom, as it is known when the answer has gone. */
type Opened = {
  readonly readerId: string
  readonly at: Temporal.Instant
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly reading: Reading
}

/** What a person opened, if it shows others' personal data; nothing else is kept of what people look at. */
export const openedBy = (context: Context, path: string, params: Readonly<Record<string, string>>): Opened | null => {
  const reading = readings[path]
  // Who acts for somebody else reads with their own eyes.
  const readerId = actingOf(context.actor)?.byId ?? personIdOf(context.actor)
  return reading && readerId ? { readerId, at: context.now, path, params, reading } : null
}

/** Records what was read, many readings in one statement; an export is written into the history too. */
export const recordReads = (installation: Installation, opened: readonly Opened[]): Promise<void> =>
  transaction(createContext(installation, { kind: 'system', task: 'record-reads' }, newId()), async (tx, context) => {
    const reads: NewRead[] = []
    for (const each of opened) {
      const read = await readOf(context, each)
      if (read) reads.push(read)
    }
    await insertReads(tx, reads)
    for (const { readerId, page } of reads.filter(({ kind }) => kind === 'export'))
      await record(tx, context, {
        name: 'export.made',
        subject: { type: 'person', id: readerId },
        particulars: { page },
      })
  })

/** Takes down one reading, in the transaction in which it happens. */
export const recordRead = (context: Context, read: NewRead): Promise<void> =>
  transaction(context, (tx) => insertReads(tx, [read]))

const readOf = async (context: Context, { readerId, at, path, params, reading }: Opened): Promise<NewRead | null> => {
  const id = params[reading.parameter ?? ''] ?? ''
  const { people, hubId } =
    isId(id) || reading.record === 'interest-of-hub'
      ? await peopleOnRecord(context.db, reading.record, id)
      : { people: [], hubId: null }
  const others = people.filter((person) => person !== readerId)
  // One's own record is nobody else's business.
  if (others.length === 0 && reading.kind !== 'export') return null
  return {
    readAt: at,
    readerId,
    page: path,
    kind: reading.kind ?? 'page',
    recordType: reading.record,
    recordId: isId(id) ? id : null,
    hubId,
    people: others,
  }
}
