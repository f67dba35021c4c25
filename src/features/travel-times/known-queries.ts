import type { Reader } from '../../platform/database/index.ts'
import { parsePostcode } from '../../vocabulary/postcode.ts'
import { parseUrn } from '../../vocabulary/urn.ts'
import { type Organisation, organisationsBySigns, successorsOf } from '../organisations/index.ts'
import type { TableRow } from './table-rows.ts'
import type { Known, KnownSchool } from './travel-table.ts'

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]

const knownSchool = async (db: Reader, { id, name, urn, postcode, status }: Organisation): Promise<KnownSchool> => {
  if (status !== 'closed') return { id, name, urn, postcode, closed: null }
  const [successor] = await successorsOf(db, id)
  const followedBy = successor ? `${successor.name}${successor.urn ? ` (URN ${successor.urn})` : ''}` : null
  return { id, name, urn, postcode, closed: { followedBy } }
}

/** Every school that the rows may mean, and the venues of the hub. */
export const knownForRows = async (db: Reader, hubId: string, rows: readonly TableRow[]): Promise<Known> => {
  const words = rows.flatMap(({ school, to }) => [school, to])
  const codes = rows.flatMap(({ urn, toUrn }) => [urn, toUrn])
  const [found, venues] = await Promise.all([
    organisationsBySigns(db, {
      urns: distinct([...codes, ...words].flatMap((each) => parseUrn(each) ?? [])),
      postcodes: distinct(
        [...rows.flatMap(({ postcode, toPostcode }) => [postcode, toPostcode]), ...words].flatMap(
          (each) => parsePostcode(each) ?? [],
        ),
      ),
      names: distinct(words.filter(Boolean)),
    }),
    db
      .selectFrom('venues')
      .select(['id', 'name', 'short_name as shortName', 'postcode'])
      .where('hub_id', '=', hubId)
      .where('retired_on', 'is', null)
      .orderBy('short_name')
      .execute(),
  ])
  const schools = await Promise.all(found.map((each) => knownSchool(db, each)))
  return { schools, venues }
}
