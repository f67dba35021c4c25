import { type Context, transaction } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { Conflict, Forbidden, found, Refused } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { knownForList, targetListById } from '../list-queries.ts'
import { mayStateTargets } from '../policy.ts'
import { endList, lockList, lockProjectToPlan } from '../store.ts'
import { countOutcomes, markOfList, planList, type RowPlanned, refusedRowsOf, type TargetList } from '../target-list.ts'
import { saveTarget } from './state-targets.ts'

const lockedList = async (tx: Transaction, { actor }: Context, id: string): Promise<TargetList> => {
  if (!mayStateTargets(actor, null)) throw new Forbidden('Only the national team states lists of targets')
  found(await lockList(tx, id))
  return found(await targetListById(tx, id))
}

const isChange = (row: RowPlanned): row is RowPlanned & { hubId: string; projectId: string } =>
  (row.outcome === 'new' || row.outcome === 'changed') && row.hubId !== null && row.projectId !== null

// What stands while the projects are locked is what the rows are compared with.
const plannedUnderLock = async (tx: Transaction, list: TargetList): Promise<readonly RowPlanned[]> => {
  const first = planList(list.rows, await knownForList(tx, list.year))
  const projects = new Set(first.flatMap(({ projectId }) => projectId ?? []))
  for (const projectId of [...projects].toSorted()) await lockProjectToPlan(tx, projectId)
  return planList(list.rows, await knownForList(tx, list.year))
}

/** States the targets of a list as its preview showed them; asked twice it is done once. */
export const stateList = (context: Context, input: { listId: string; mark: string }): Promise<void> =>
  transaction(context, async (tx, context) => {
    const list = await lockedList(tx, context, input.listId)
    if (list.status === 'stated') return
    if (list.status === 'discarded') throw new Refused('This list was thrown away.')
    const rows = await plannedUnderLock(tx, list)
    if (markOfList(rows) !== input.mark)
      throw new Conflict('What the rows would do has changed since you looked. Look again, then confirm.')
    const changes = rows.filter(isChange)
    if (changes.length === 0) throw new Refused('No row of this list changes anything.')
    for (const { hubId, projectId, planned, before } of changes)
      await saveTarget(tx, context, { hubId, projectId, planned, before })
    const counts = countOutcomes(rows)
    await endList(tx, list.id, {
      status: 'stated',
      now: context.now,
      outcome: { counts, refused: refusedRowsOf(rows) },
    })
    await record(tx, context, {
      name: 'target-list.stated',
      subject: { type: 'target-list', id: list.id },
      particulars: { year: list.year, ...counts },
    })
  })

/** Throws a list away that has not been stated, and its rows with it. */
export const discardList = (context: Context, listId: string): Promise<void> =>
  transaction(context, async (tx, context) => {
    const list = await lockedList(tx, context, listId)
    if (list.status === 'discarded') return
    if (list.status === 'stated') throw new Refused('The targets of this list have been stated.')
    await endList(tx, list.id, { status: 'discarded', now: context.now, outcome: null })
    await record(tx, context, { name: 'target-list.discarded', subject: { type: 'target-list', id: list.id } })
  })
