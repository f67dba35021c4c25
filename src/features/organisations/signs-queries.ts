import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Organisation } from './organisation.ts'
import { organisationsById } from './organisation-queries.ts'

/** A name as it is compared letter by letter: what is only a sign, and how large letters are, does not count. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll(/['’.,-]/g, '')

/** Every organisation with one of these numbers, at one of these postcodes, or of one of these names: for lists that name many at once. */
export const organisationsBySigns = async (
  db: Reader,
  { urns, postcodes, names }: { urns: readonly number[]; postcodes: readonly string[]; names: readonly string[] },
): Promise<readonly Organisation[]> => {
  const plain = postcodes.map((postcode) => postcode.toLowerCase().replaceAll(' ', ''))
  const rows = await db
    .selectFrom('organisations as o')
    .select('o.id')
    .where((where) =>
      where.or([
        where('o.urn', '=', sql<number>`any(${[...urns]}::int[])`),
        where(sql`replace(lower(o.postcode), ' ', '')`, '=', sql`any(${plain}::text[])`),
        where(sql`translate(lower(o.name), '''’.,-', '')`, '=', sql`any(${names.map(plainName)}::text[])`),
      ]),
    )
    .execute()
  const known = await organisationsById(
    db,
    rows.map(({ id }) => id),
  )
  return [...known.values()]
}
