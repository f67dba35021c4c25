import type { Reader } from '../../platform/database/index.ts'
import { type Organisation, organisationsById } from '../organisations/index.ts'

/** The schools that belong to a trust today and have not closed, by name: as the public register has it. */
export const schoolsOfTrust = async (db: Reader, trustId: string): Promise<readonly Organisation[]> => {
  const rows = await db
    .selectFrom('trust_memberships')
    .select('organisation_id as id')
    .where('trust_id', '=', trustId)
    .where('to_on', 'is', null)
    .execute()
  const known = await organisationsById(
    db,
    rows.map(({ id }) => id),
  )
  return [...known.values()]
    .filter(({ kind, status }) => kind === 'school' && status !== 'closed')
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB') || (one.id < other.id ? -1 : 1))
}
