import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import type { RowChange } from '../../platform/database/row-changes.ts'
import { newId } from '../../vocabulary/ids.ts'
import { inOrder, type MergeKind, type Moving, type Pair } from './merge.ts'

export type NewMerge = {
  readonly kind: MergeKind
  readonly pair: Pair
  readonly hubId: string | null
  readonly moved: readonly Moving[]
  readonly by: string | null
  readonly now: Temporal.Instant
}

export const insertMerge = async (
  tx: Transaction,
  { kind, pair, hubId, moved, by, now }: NewMerge,
  changes: readonly RowChange[],
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('merges')
    .values({
      id,
      kind,
      kept_id: pair.keptId,
      merged_id: pair.mergedId,
      hub_id: hubId,
      moved: json(moved.map(({ words }) => words)),
      merged_at: now,
      merged_by_person_id: by,
    })
    .execute()
  await sql`insert into merge_changes (merge_id, number, person_id, did, table_name, key, before, after)
    select ${id}, c.number, ${kind === 'person' ? pair.keptId : null}, c.change ->> 'did', c.change ->> 'table', c.change -> 'key',
      nullif(c.change -> 'before', 'null'), nullif(c.change -> 'after', 'null')
    from jsonb_array_elements(${json([...changes])}) with ordinality as c (change, number)`.execute(tx)
  return id
}

export const lockMerge = (tx: Transaction, id: string) =>
  tx.selectFrom('merges').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const setUndone = (
  tx: Transaction,
  id: string,
  { by, now, left }: { by: string | null; now: Temporal.Instant; left: readonly string[] },
) =>
  tx
    .updateTable('merges')
    .set({ undone_at: now, undone_by_person_id: by, left_as_it_was: json([...left]) })
    .where('id', '=', id)
    .execute()

/** What a merge changed is kept only for as long as it can be undone. */
export const forgetChanges = (tx: Transaction, mergedBefore: Temporal.Instant) =>
  sql`delete from merge_changes c using merges m where m.id = c.merge_id and (m.merged_at < ${mergedBefore} or m.undone_at is not null)`.execute(
    tx,
  )

/** After an undo each of the two is written to again somewhere, if they have an address at all. */
export const giveEachAMainAddress = (tx: Transaction, { keptId, mergedId }: Pair) =>
  sql`update email_addresses e set is_primary = true from (
      select distinct on (person_id) id from email_addresses a where person_id in (${keptId}, ${mergedId}) and to_at is null
        and not exists (select from email_addresses p where p.person_id = a.person_id and p.to_at is null and p.is_primary)
      order by person_id, confirmed_at is null, from_at desc, id) main where e.id = main.id`.execute(tx)

type Decision = {
  readonly status: 'open' | 'not_the_same' | 'merged'
  readonly by: string | null
  readonly now: Temporal.Instant
}

/** Remembers what was decided about two records, whether or not they had been suggested. */
export const decidePair = async (tx: Transaction, kind: MergeKind, pair: Pair, { status, by, now }: Decision) => {
  const [first, second] = inOrder(pair.keptId, pair.mergedId)
  const decided = {
    status,
    decided_at: status === 'open' ? null : now,
    decided_by_person_id: status === 'open' ? null : by,
  }
  await tx
    .insertInto('possible_duplicates')
    .values({ first_id: first, second_id: second, kind, reasons: [], weight: 0, found_at: now, ...decided })
    .onConflict((conflict) => conflict.columns(['first_id', 'second_id']).doUpdateSet(decided))
    .execute()
}

/** What was said of the merged record holds of the one that is kept: "not the same" as a third is remembered, open pairs are found anew. */
export const carryDecisions = async (tx: Transaction, { keptId, mergedId }: Pair): Promise<void> => {
  await sql`
    insert into possible_duplicates (first_id, second_id, kind, reasons, weight, found_at, status, decided_at, decided_by_person_id)
    select least(${keptId}::uuid, third.id), greatest(${keptId}::uuid, third.id), d.kind, d.reasons, d.weight, d.found_at, d.status, d.decided_at, d.decided_by_person_id
    from possible_duplicates d cross join lateral (select case when d.first_id = ${mergedId} then d.second_id else d.first_id end as id) third
    where ${mergedId} in (d.first_id, d.second_id) and d.status = 'not_the_same' and third.id <> ${keptId}
    on conflict (first_id, second_id) do update set status = 'not_the_same', decided_at = excluded.decided_at, decided_by_person_id = excluded.decided_by_person_id`.execute(
    tx,
  )
  await sql`delete from possible_duplicates where ${mergedId} in (first_id, second_id) and status = 'open' and ${keptId} not in (first_id, second_id)`.execute(
    tx,
  )
}

/** A hub asks the national team to decide about two people. */
export const setProposed = (
  tx: Transaction,
  pair: Pair,
  { hubId, by, now }: { hubId: string; by: string | null; now: Temporal.Instant },
) => {
  const [first, second] = inOrder(pair.keptId, pair.mergedId)
  const proposed = { proposed_by_hub_id: hubId, proposed_by_person_id: by, proposed_at: now }
  return tx
    .insertInto('possible_duplicates')
    .values({ first_id: first, second_id: second, kind: 'person', reasons: [], weight: 0, found_at: now, ...proposed })
    .onConflict((conflict) => conflict.columns(['first_id', 'second_id']).doUpdateSet({ ...proposed, status: 'open' }))
    .execute()
}

export const keepDayLookedFor = (tx: Transaction, today: Temporal.PlainDate) =>
  tx
    .insertInto('settings')
    .values({ name: 'duplicates-looked-for', value: json(today.toString()) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json(today.toString()) }))
    .execute()

export const networkId = async (tx: Transaction): Promise<string | null> =>
  (await tx.selectFrom('networks').select('id').executeTakeFirst())?.id ?? null
