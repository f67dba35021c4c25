import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { isId } from '../../vocabulary/ids.ts'
import { outwardCode, parsePostcode } from '../../vocabulary/postcode.ts'
import { organisationAt } from '../catalogue/index.ts'
import { addressOf, type Organisation, searchOrganisations } from '../organisations/index.ts'
import { type Led, type Place, placeOf, type SchoolsThere } from './place.ts'
import { forgiven, slipsBetween } from './spelling.ts'

type Row = {
  readonly kind: SchoolsThere['kind']
  readonly code: string
  readonly name: string
  readonly region: string | null
  readonly schools: number
  readonly easting: number | null
  readonly northing: number | null
}

const thereOf = ({ kind, code, name, region, schools, easting, northing }: Row): SchoolsThere => ({
  kind,
  authority: { code, name, region },
  schools,
  point: easting === null || northing === null ? null : { easting, northing },
})

const halfOf = (words: string): string => {
  const postcode = parsePostcode(words)
  return (postcode ? outwardCode(postcode) : words.trim()).toUpperCase()
}

/** The schools known at a postcode, in its first half, in a town, or of an authority; "Newport, Isle of Wight" is the one there. */
const schoolsThere = async (db: Reader, words: string): Promise<readonly SchoolsThere[]> => {
  const postcode = (parsePostcode(words) ?? '').toLowerCase().replace(' ', '')
  const half = halfOf(words).toLowerCase()
  const [town = '', within] = words.split(/,(?=[^,]*$)/)
  const { rows } = await sql<Row>`
    with asked as (select searchable_place(${town}) as town, searchable_place(${within ?? ''}) as within),
    there as (
      select 'postcode' as kind, o.id, o.authority_code as code from organisations o where ${postcode} <> '' and replace(lower(o.postcode), ' ', '') = ${postcode}
      union all
      select 'half', o.id, o.authority_code from organisations o where string_to_array(o.search, ' ') @> array[${half}] and lower(split_part(o.postcode, ' ', 1)) = ${half}
      union all
      select 'town', o.id, o.authority_code from asked, organisations o where asked.town <> '' and string_to_array(o.search, ' ') @> string_to_array(asked.town, ' ')
        and searchable_place(o.town) = asked.town
      union all
      select 'authority', o.id, a.code from asked join authorities a on searchable_place(a.name) in (asked.town, searchable_place(${words}))
        left join organisations o on o.authority_code = a.code
      union all
      select 'like', o.id, a.code from asked join authorities a on similarity(searchable_place(a.name), asked.town) > 0.5
        left join organisations o on o.authority_code = a.code
    )
    select t.kind, a.code, a.name, a.region, count(o.id)::int as schools, avg(o.easting)::int as easting, avg(o.northing)::int as northing
    from asked, there t join authorities a on a.code = t.code left join organisations o on o.id = t.id and o.kind = 'school' and o.status <> 'closed'
    where (t.kind in ('authority', 'like') or o.id is not null) and (asked.within = '' or t.kind <> 'town' or searchable_place(a.name) = asked.within)
    group by t.kind, a.code order by schools desc, a.code`.execute(db)
  return rows.map(thereOf)
}

const schoolPlace = (school: Organisation): Place => ({
  name: [school.name, addressOf(school)].filter(Boolean).join(', '),
  point:
    school.easting !== null && school.northing !== null ? { easting: school.easting, northing: school.northing } : null,
  authorities: school.authorityCode
    ? [{ code: school.authorityCode, name: school.authorityName ?? school.authorityCode, region: null }]
    : [],
  note: null,
  elsewhere: [],
})

const isSign = (words: string): boolean => isId(words) || /^\d{6}$|^\d{8}$/.test(words)

const plain = (words: string): string => words.trim().toLowerCase()

/** Of schools with a like name: the one that is meant, its town if that is what was misspelt, or the question which. */
const amongSchools = async (db: Reader, words: string, schools: readonly Organisation[]): Promise<Led> => {
  const misspelt = schools.find(({ town }) => town && slipsBetween(plain(town), plain(words)) <= forgiven(plain(words)))
  if (misspelt?.town) {
    const place = placeOf(misspelt.town, await schoolsThere(db, misspelt.town))
    if (place) return { kind: 'place', place, school: null }
  }
  const named = schools.filter(({ name }) => plain(name) === plain(words))
  const [only] = named.length === 1 ? named : schools.length === 1 ? schools : []
  if (only) return { kind: 'place', place: schoolPlace(only), school: only }
  return schools.length > 0 ? { kind: 'which', schools } : { kind: 'unknown' }
}

/** What a school, town, postcode or authority leads to, through the schools known there: no other service is asked. */
export const ledTo = async (db: Reader, words: string): Promise<Led> => {
  const sign = words.replaceAll(/\s/g, '')
  if (isSign(sign)) {
    const school = await organisationAt(db, sign)
    return school ? { kind: 'place', place: schoolPlace(school), school } : { kind: 'unknown' }
  }
  const place = placeOf(parsePostcode(words) ?? words.trim(), await schoolsThere(db, words), halfOf(words))
  if (place) return { kind: 'place', place, school: null }
  if (parsePostcode(words)) return { kind: 'unknown' }
  return amongSchools(db, words, await searchOrganisations(db, words, { kinds: ['school', 'itt_provider'], most: 5 }))
}
