import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { changeRow, type RowChange, referringRows, removeRow } from '../../platform/database/row-changes.ts'
import type { Json } from '../../vocabulary/json.ts'
import { type Choices, type FieldGroup, isFromMerged, type MergeKind, type Pair } from './merge.ts'
import { movingReferences, tableOf } from './moving-queries.ts'

/** What a merge has changed so far, in its order. */
export type Journal = RowChange[]

export const note = (journal: Journal, change: RowChange | null): void => {
  if (change) journal.push(change)
}

/** The two records, locked in the same order by everybody: of two merges that cross, the second sees what the first did. */
export const lockPair = async (
  tx: Transaction,
  kind: MergeKind,
  { keptId, mergedId }: Pair,
): Promise<{ readonly kept: Record<string, Json>; readonly merged: Record<string, Json> } | null> => {
  const { rows } = await sql<{ row: Record<string, Json> }>`
    select to_jsonb(it) as row from ${sql.table(tableOf(kind))} it where it.id in (${keptId}, ${mergedId}) order by it.id for update`.execute(
    tx,
  )
  const kept = rows.find(({ row }) => row['id'] === keptId)?.row
  const merged = rows.find(({ row }) => row['id'] === mergedId)?.row
  return kept && merged ? { kept, merged } : null
}

/** Lets everything that means the merged record mean the one that is kept; what is there twice is kept once. */
export const moveEverything = async (
  tx: Transaction,
  journal: Journal,
  kind: MergeKind,
  { keptId, mergedId }: Pair,
): Promise<void> => {
  for (const { reference, fate } of await movingReferences(tx, kind)) {
    const { table, column } = reference
    for (const { key, hasCounterpart } of await referringRows(tx, reference, { from: mergedId, to: keptId })) {
      if (hasCounterpart && fate.twice !== 'removed')
        throw new Error(`${table}.${column} is there twice and nobody has settled it`)
      note(
        journal,
        hasCounterpart ? await removeRow(tx, table, key) : await changeRow(tx, table, key, { [column]: keptId }),
      )
    }
  }
}

/** Makes the merged record an alias of the one that is kept. */
export const makeAlias = async (
  tx: Transaction,
  journal: Journal,
  kind: MergeKind,
  { keptId, mergedId }: Pair,
): Promise<void> => {
  const ofNoKind = kind === 'organisation' ? { kind: 'merged' } : {}
  note(journal, await changeRow(tx, tableOf(kind), { id: mergedId }, { merged_into_id: keptId, ...ofNoKind }))
}

const uniqueColumns = ['urn', 'ukprn', 'provider_code', 'trust_code']

/**
 * Puts the values chosen from the merged record into the one that is kept, and those it had into the alias: a number that
 * leads somewhere today, a URN or UKPRN, goes on leading there.
 */
export const exchangeFields = async (
  tx: Transaction,
  journal: Journal,
  { kind, pair, groups, choices }: { kind: MergeKind; pair: Pair; groups: readonly FieldGroup[]; choices: Choices },
): Promise<void> => {
  for (const { columns } of groups.filter(({ key }) => isFromMerged(choices, key)))
    await exchange(tx, journal, { kind, pair, columns })
}

const only = (row: Readonly<Record<string, Json>>, columns: readonly string[]): Record<string, Json> =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]))

const exchange = async (
  tx: Transaction,
  journal: Journal,
  { kind, pair, columns }: { kind: MergeKind; pair: Pair; columns: readonly string[] },
): Promise<void> => {
  const rows = columns.length === 0 ? null : await lockPair(tx, kind, pair)
  if (!rows) return
  const table = tableOf(kind)
  const unique = columns.filter((column) => uniqueColumns.includes(column))
  const empty = Object.fromEntries(unique.map((column) => [column, null]))
  if (unique.length > 0) note(journal, await changeRow(tx, table, { id: pair.mergedId }, empty))
  // What was merged is of no kind any more: which kind the record is that is kept was told before.
  const chosen = only(rows.merged, columns)
  const kindBefore = journal.find(({ key, before }) => key['id'] === pair.mergedId && before?.['kind'])?.before?.[
    'kind'
  ]
  if (columns.includes('kind')) chosen['kind'] = kindBefore ?? rows.kept['kind'] ?? null
  note(journal, await changeRow(tx, table, { id: pair.keptId }, chosen))
  const ofAlias = columns.filter((column) => column !== 'kind')
  note(journal, await changeRow(tx, table, { id: pair.mergedId }, only(rows.kept, ofAlias)))
}
