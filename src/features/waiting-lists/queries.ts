import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** The names of those of a hub's own who asked by these requests; who asked another hub is not told (domain rule 10). */
export const namesOfAskers = async (
  db: Reader,
  hubId: string,
  interestIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('expressions_of_interest as i')
    .innerJoin('offers as f', 'f.id', 'i.offer_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .select(['i.id', 'o.name'])
    .where('f.hub_id', '=', hubId)
    .where('i.id', '=', sql<string>`any(${[...interestIds]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** What groups are called. */
export const namesOfGroups = async (db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('groups')
    .select(['id', 'name'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
