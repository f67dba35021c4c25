import type { Reader } from '../../platform/database/index.ts'
import type { Hint } from './hint.ts'

/** What there is to know of others beside each of some requests, in one reading. */
export const hintsOf = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Hint[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('interest_hints as n')
    .leftJoin('expressions_of_interest as d', 'd.id', 'n.other_interest_id')
    .leftJoin('places as c', 'c.id', 'n.other_place_id')
    .leftJoin('groups as g', 'g.id', 'c.group_id')
    .leftJoin('organisations as o', (join) =>
      join.on((is) => is('o.id', '=', is.fn.coalesce('d.organisation_id', 'c.organisation_id'))),
    )
    .select(['n.interest_id', 'n.kind', 'n.relation', 'n.is_here', 'n.other_interest_id'])
    .select(['o.name as organisation', 'd.sender_name', 'g.id as group_id', 'g.name as group_name'])
    .where('n.interest_id', 'in', [...ids])
    .orderBy('n.interest_id')
    .orderBy('n.kind')
    .orderBy('n.relation')
    .orderBy('n.other_interest_id')
    .execute()
  const hints = rows.map(({ interest_id, ...row }) => ({
    interestId: interest_id ?? '',
    hint: {
      kind: row.kind as Hint['kind'],
      relation: row.relation as Hint['relation'],
      isHere: row.is_here === true,
      organisation: row.organisation ?? '',
      // Of another hub's group nothing is told but that there is a place (domain rules 2, 9 and 10).
      group: row.is_here && row.group_id ? { id: row.group_id, name: row.group_name ?? '' } : null,
      request: row.other_interest_id ? { id: row.other_interest_id, sender: row.sender_name ?? '' } : null,
    } satisfies Hint,
  }))
  return new Map(
    [...Map.groupBy(hints, ({ interestId }) => interestId)].map(([id, all]) => [id, all.map(({ hint }) => hint)]),
  )
}
