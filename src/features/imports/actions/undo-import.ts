import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Forbidden, found } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { liveInterest, takeBackInterest } from '../../interest/index.ts'
import { personIdOf, takeBackPerson } from '../../people/index.ts'
import { rowsMade } from '../doing-queries.ts'
import { setUndone } from '../doing-store.ts'
import { requireOneOf } from '../import.ts'
import { mayImport } from '../policy.ts'
import { importById } from '../queries.ts'
import { advance, changeImport, lockImport } from '../store.ts'
import { type ActingIds, actingIdsOf, asWhoStarted } from './run-import.ts'

/** Has what an import made taken back in the background; nobody is told, and what others depend on stays. */
export const startUndo = (context: Context, importId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const spreadsheet = found(await lockImport(tx, importId))
    if (!mayImport(context.actor, spreadsheet.hubId)) throw new Forbidden('Only staff of the hub take its imports back')
    if (spreadsheet.status === 'undoing' || spreadsheet.status === 'undone') return
    requireOneOf(spreadsheet, ['finished'])
    if (spreadsheet.rowsDeletedAt) throw found(null)
    await changeImport(tx, importId, { status: 'undoing', rowsDone: 0, startedById: personIdOf(context.actor) })
    await record(tx, context, {
      name: 'import.undo-started',
      subject: { type: 'import', id: importId },
      also: [{ type: 'hub', id: spreadsheet.hubId }],
    })
    await enqueue(tx, 'undo-import', { importId, ...actingIdsOf(context) }, { key: `import:${importId}:undo` })
  })

type Made = Awaited<ReturnType<typeof rowsMade>>[number]

/** Takes back request by request, or person by person, what nobody has touched since. Safe to run twice. */
export const undoImport = async (context: Context, importId: string, whoActed?: ActingIds): Promise<void> => {
  const spreadsheet = await importById(context.db, importId)
  if (spreadsheet?.status !== 'undoing') return
  const acting = await asWhoStarted(context, spreadsheet, whoActed)
  const rows = await rowsMade(context.db, importId)
  const units = Map.groupBy(rows, ({ interestId, number }) => interestId ?? `row ${number}`)
  for (const unit of units.values()) await undoUnit(acting, importId, unit)
  await transaction(acting, async (tx, context) => {
    const now = await lockImport(tx, importId)
    if (now?.status !== 'undoing') return
    await changeImport(tx, importId, { status: 'undone', undoneAt: context.now })
    await record(tx, context, {
      name: 'import.undone',
      subject: { type: 'import', id: importId },
      also: [{ type: 'hub', id: now.hubId }],
      particulars: { rows: rows.length },
    })
  })
}

const undoUnit = (context: Context, importId: string, rows: readonly Made[]): Promise<void> =>
  transaction(context, async (tx, context) => {
    const made = rows.filter(({ outcome, interestId }) => outcome === 'made' || interestId === null)
    const joined = rows.filter((row) => !made.includes(row))
    const [first] = made
    if (first) {
      const answer = await (first.interestId ? takeBackRequests(tx, context, first) : takeBackPeople(context, first))
      await setUndone(
        tx,
        importId,
        made.map(({ number }) => number),
        answer,
      )
    }
    if (joined.length > 0)
      await setUndone(
        tx,
        importId,
        joined.map(({ number }) => number),
        { left: 'It was added to a request that was here before: change it there' },
      )
    await advance(tx, importId, rows.length)
  })

// Of people who join by themselves, each of a row has a request of their own.
const takeBackRequests = async (tx: Transaction, context: Context, { offerId, ...row }: Made) => {
  const ids = new Set(row.interestId ? [row.interestId] : [])
  for (const personId of row.personIds) {
    const unit = { offerId: offerId ?? '', organisationId: row.organisationId ?? '' }
    const live = await liveInterest(tx, { ...unit, personId })
    if (live) ids.add(live.id)
  }
  const left: string[] = []
  for (const id of ids) {
    const answer = await takeBackInterest(context, id)
    if (answer.left) left.push(answer.left)
  }
  return { left: left[0] ?? null }
}

const takeBackPeople = async (context: Context, row: Made): Promise<{ left: string | null }> => {
  const { organisationId, doneAt } = row
  if (organisationId === null || doneAt === null) return { left: 'Its school is not known any more' }
  const left: string[] = []
  for (const personId of row.personIds) {
    const madeKnown = row.madePersonIds.includes(personId)
    const answer = await takeBackPerson(context, { personId, organisationId, statedAt: doneAt, madeKnown })
    if (answer.left) left.push(answer.left)
  }
  return { left: left[0] ?? null }
}
