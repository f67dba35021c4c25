import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Organisation } from './organisation.ts'
import { organisationsById } from './organisation-queries.ts'

/** Every organisation with one of these numbers, or at one of these postcodes: for lists that name many at once. */
export const organisationsBySigns = async (
  db: Reader,
  { urns, postcodes }: { urns: readonly number[]; postcodes: readonly string[] },
): Promise<readonly Organisation[]> => {
  const plain = postcodes.map((postcode) => postcode.toLowerCase().replaceAll(' ', ''))
  const rows = await db
    .selectFrom('organisations as o')
    .select('o.id')
    .where((where) =>
      where.or([
        where('o.urn', '=', sql<number>`any(${[...urns]}::int[])`),
        where(sql`replace(lower(o.postcode), ' ', '')`, '=', sql`any(${plain}::text[])`),
      ]),
    )
    .execute()
  const known = await organisationsById(
    db,
    rows.map(({ id }) => id),
  )
  return [...known.values()]
}
