import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { storedWords } from '../../platform/database/stored.ts'
import type { MergeKind } from './merge.ts'

/** What somebody is called, and every address they can sign in with. */
export const addressesWrittenTo = async (
  db: Reader,
  personId: string,
): Promise<{ readonly name: string; readonly addresses: readonly string[] }> => {
  const { rows } = await sql<{ name: string; addresses: readonly string[] }>`
    select p.name, array(select e.address::text from email_addresses e where e.person_id = p.id and e.to_at is null order by e.is_primary desc, e.from_at) as addresses
    from people p where p.id = ${personId}`.execute(db)
  return rows[0] ?? { name: '', addresses: [] }
}

export type MergeSeen = {
  readonly id: string
  readonly kind: MergeKind
  readonly keptId: string
  readonly mergedId: string
  readonly kept: string
  readonly merged: string
  readonly hubId: string | null
  readonly hub: string | null
  readonly moved: readonly string[]
  readonly mergedAt: Temporal.Instant
  readonly by: string | null
  readonly undoneAt: Temporal.Instant | null
  readonly undoneBy: string | null
  readonly left: readonly string[]
}

const nameOf = (id: string) =>
  sql<string>`coalesce((select name from people where people.id = ${sql.ref(id)}), (select name from organisations where organisations.id = ${sql.ref(id)}), '')`

const merges = (db: Reader) =>
  db
    .selectFrom('merges as m')
    .leftJoin('people as b', 'b.id', 'm.merged_by_person_id')
    .leftJoin('people as u', 'u.id', 'm.undone_by_person_id')
    .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'm.hub_id').on('h.to_on', 'is', null))
    .select(['m.id', 'm.kind', 'm.kept_id as keptId', 'm.merged_id as mergedId', 'm.hub_id as hubId', 'h.name as hub'])
    .select(['m.moved', 'm.merged_at as mergedAt', 'b.name as by', 'm.undone_at as undoneAt', 'u.name as undoneBy'])
    .select([nameOf('m.kept_id').as('kept'), nameOf('m.merged_id').as('merged'), 'm.left_as_it_was as left'])

type Row = Awaited<ReturnType<ReturnType<typeof merges>['execute']>>[number]

const mergeOf = (row: Row): MergeSeen => ({
  ...row,
  kind: row.kind as MergeKind,
  moved: storedWords(row.moved, 'what moved in a merge'),
  left: storedWords(row.left ?? [], 'what a merge left as it was'),
})

export const mergeById = async (db: Reader, id: string): Promise<MergeSeen | null> => {
  const row = await merges(db).where('m.id', '=', id).executeTakeFirst()
  return row ? mergeOf(row) : null
}

/** Merges that were made, latest first: all of them, or those of one hub. */
export const latestMerges = async (db: Reader, hubId: string | null, most = 50): Promise<readonly MergeSeen[]> =>
  (
    await merges(db)
      .$if(hubId !== null, (query) => query.where('m.hub_id', '=', hubId))
      .orderBy('m.merged_at', 'desc')
      .limit(most)
      .execute()
  ).map(mergeOf)
