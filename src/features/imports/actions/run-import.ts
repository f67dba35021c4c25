import { actingAs, type Context, transaction } from '../../../platform/context.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { actingOf } from '../../../vocabulary/actor.ts'
import { actorOfPerson, personById } from '../../people/index.ts'
import { setRows } from '../doing-store.ts'
import type { Import } from '../import.ts'
import { importById } from '../queries.ts'
import { countsOf, unitsToDo } from '../row-queries.ts'
import { advance, changeImport, lockImport } from '../store.ts'
import { importPeople } from './import-people.ts'
import { importRequest } from './import-request.ts'

/**
 * Does an import unit by unit, each in a transaction of its own: good rows stay whatever becomes of the others, and an
 * import that was killed in the middle goes on with what is left. Safe to run twice.
 */
export const runImport = async (context: Context, importId: string, acting?: ActingIds): Promise<void> => {
  const spreadsheet = await importById(context.db, importId)
  if (spreadsheet?.status !== 'running') return
  const started = await asWhoStarted(context, spreadsheet, acting)
  for (const unitKey of await unitsToDo(context.db, importId)) await doUnit(started, spreadsheet, unitKey)
  await finish(started, importId)
}

/** Whoever acted for somebody else when they began what is now done; ids alone, because it waits in the queue. */
export type ActingIds = { readonly id: string; readonly byId: string }

/** Who acts for somebody else at this moment, to be remembered with the work that is begun. */
export const actingIdsOf = ({ actor }: Context): { acting?: ActingIds } => {
  const acting = actingOf(actor)
  return acting === null ? {} : { acting: { id: acting.id, byId: acting.byId } }
}

// Whoever started it is who the history names, with the roles they hold now, and with whoever acted for them then; from the
// command line it is the operator.
export const asWhoStarted = async (
  context: Context,
  { startedById, hubId }: Import,
  acting?: ActingIds,
): Promise<Context> => {
  if (startedById === null) return actingAs(context, { kind: 'system', task: 'operator' })
  const actor = await actorOfPerson(context.db, startedById, context.today)
  if (actor.kind !== 'person' || acting === undefined) return actingAs(context, actor)
  const byName = (await personById(context.db, acting.byId))?.name ?? ''
  const episode = { ...acting, byName, forId: startedById, hubIds: [hubId], minutesLeft: 0 }
  return actingAs(context, { ...actor, acting: episode })
}

const doUnit = async (context: Context, spreadsheet: Import, unitKey: string): Promise<void> => {
  const work = spreadsheet.kind === 'interest' ? importRequest : importPeople
  let numbers: readonly number[] = []
  try {
    await transaction(context, async (tx, context) => {
      numbers = await work(tx, context, { spreadsheet, unitKey, seen: (rows) => (numbers = rows) })
      await advance(tx, spreadsheet.id, numbers.length)
    })
  } catch (problem) {
    const reason = reasonOf(problem)
    if (reason === null || numbers.length === 0) throw problem
    await transaction(context, async (tx, context) => {
      await setRows(tx, spreadsheet.id, numbers, { outcome: 'refused', reason, now: context.now })
      await advance(tx, spreadsheet.id, numbers.length)
    })
  }
}

const isOfTheField = (problem: unknown): problem is Error =>
  problem instanceof Refused ||
  problem instanceof Conflict ||
  problem instanceof Forbidden ||
  problem instanceof NotFound

// What the rules or the database refuse of one school does not stop the others; a database that is away stops all, until later.
const reasonOf = (problem: unknown): string | null => {
  if (isOfTheField(problem)) return problem.message
  const code = (problem as { code?: string }).code ?? ''
  return /^2[23]/.test(code) ? 'The row could not be kept as it is' : null
}

const finish = (context: Context, importId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const spreadsheet = await lockImport(tx, importId)
    if (spreadsheet?.status !== 'running') return
    const counts = await countsOf(tx, importId)
    await changeImport(tx, importId, { status: 'finished', finishedAt: context.now, counts })
    await record(tx, context, {
      name: 'import.finished',
      subject: { type: 'import', id: importId },
      also: [
        { type: 'hub', id: spreadsheet.hubId },
        ...(spreadsheet.offerId ? [{ type: 'offer', id: spreadsheet.offerId }] : []),
      ],
      particulars: { ...counts },
    })
  })
