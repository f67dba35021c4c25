import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { parsePostcode } from '../../vocabulary/postcode.ts'
import { parseUkprn } from '../../vocabulary/ukprn.ts'
import { parseUrn } from '../../vocabulary/urn.ts'
import type { FoundOrganisation, Organisation, OrganisationKind } from './organisation.ts'
import { organisationOf, organisations, organisationsById } from './organisation-queries.ts'
import { searchWords, usualWords } from './search-words.ts'

const everyKind: readonly OrganisationKind[] = ['school', 'itt_provider', 'trust', 'authority', 'other']

const byExactSign = async (
  db: Reader,
  text: string,
  kinds: readonly OrganisationKind[],
): Promise<readonly Organisation[]> => {
  const [urn, ukprn, postcode] = [parseUrn(text), parseUkprn(text), parsePostcode(text)]
  if (urn === null && ukprn === null && postcode === null) return []
  const rows = await organisations(db)
    .where('o.kind', 'in', kinds)
    .where((where) =>
      where.or([
        ...(urn === null ? [] : [where('o.urn', '=', urn)]),
        ...(ukprn === null ? [] : [where('o.ukprn', '=', ukprn)]),
        ...(postcode === null
          ? []
          : [where(sql`replace(lower(o.postcode), ' ', '')`, '=', postcode.toLowerCase().replace(' ', ''))]),
      ]),
    )
    .orderBy('o.name')
    .limit(50)
    .execute()
  return rows.map(organisationOf)
}

/** Finds by name, of today or of before, town, postcode, URN or street, forgiving of spelling, "St" and "Saint", apostrophes and order; best first. */
export const searchOrganisations = async (
  db: Reader,
  text: string,
  { kinds = everyKind, most = 10 }: { kinds?: readonly OrganisationKind[]; most?: number } = {},
): Promise<readonly FoundOrganisation[]> => {
  const exact = await byExactSign(db, text, kinds)
  if (exact.length > 0) return exact.slice(0, most).map((one) => ({ ...one, formerly: null }))
  const normalised = await sql<{ words: string }>`select searchable_place(${text.slice(0, 200)}) as words`.execute(db)
  const { telling, words, weights } = searchWords(normalised.rows[0]?.words ?? '')
  if (words.length === 0) return []
  const { rows } = await sql<{ id: string; formerly: string | null }>`
    select id, formerly from organisations_resembling(${telling}::text[], ${words}::text[], ${weights}::real[], ${usualWords}::text[], ${kinds}::text[], ${most})`.execute(
    db,
  )
  const known = await organisationsById(
    db,
    rows.map((row) => row.id),
  )
  return rows.flatMap(({ id, formerly }) => {
    const one = known.get(id)
    return one ? [{ ...one, formerly }] : []
  })
}
