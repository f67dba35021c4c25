import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { SchoolPhase } from '../../vocabulary/school-phases.ts'
import type { Authority, Organisation, OrganisationKind, OrganisationStatus } from './organisation.ts'

export const organisations = (db: Reader) =>
  db
    .selectFrom('organisations as o')
    .leftJoin('authorities as a', 'a.code', 'o.authority_code')
    .select([
      'o.id',
      'o.kind',
      'o.name',
      'o.urn',
      'o.ukprn',
      'o.status',
      'o.opened_on',
      'o.closed_on',
      'o.phase',
      'o.type_name',
      'o.state_funded',
    ])
    .select([
      'o.low_age',
      'o.high_age',
      'o.itt_kind',
      'o.itt_phases',
      'o.street',
      'o.town',
      'o.postcode',
      'o.authority_code',
      'a.name as authority_name',
    ])
    .select(['o.easting', 'o.northing', 'o.email_domains', 'o.invented'])

type Row = Awaited<ReturnType<ReturnType<typeof organisations>['execute']>>[number]

export const organisationOf = (row: Row): Organisation => ({
  id: row.id,
  kind: row.kind as OrganisationKind,
  name: row.name,
  urn: row.urn,
  ukprn: row.ukprn,
  status: row.status as OrganisationStatus,
  openedOn: row.opened_on,
  closedOn: row.closed_on,
  phase: row.phase as SchoolPhase | null,
  typeName: row.type_name,
  stateFunded: row.state_funded,
  lowAge: row.low_age,
  highAge: row.high_age,
  ittKind: row.itt_kind,
  ittPhases: row.itt_phases,
  street: row.street,
  town: row.town,
  postcode: row.postcode,
  authorityCode: row.authority_code,
  authorityName: row.authority_name,
  easting: row.easting,
  northing: row.northing,
  emailDomains: row.email_domains,
  invented: row.invented,
})

const first = async (query: ReturnType<typeof organisations>): Promise<Organisation | null> => {
  const row = await query.executeTakeFirst()
  return row ? organisationOf(row) : null
}

// A record that was merged into another leads to that one, by its id and by every number that led to it.
const itself = (sign: RawBuilder<unknown>) =>
  sql<string>`(select coalesce(m.merged_into_id, m.id) from organisations m where ${sign})`

export const organisationById = (db: Reader, id: string): Promise<Organisation | null> =>
  first(organisations(db).where('o.id', '=', itself(sql`m.id = ${id}`)))

export const schoolByUrn = (db: Reader, urn: number): Promise<Organisation | null> =>
  first(organisations(db).where('o.id', '=', itself(sql`m.urn = ${urn}`)))

/** An organisation and all that it followed, as ids to be compared with: their history is its own (domain rule 13). */
export const lineOf = (organisationId: string) =>
  sql<string>`any (array(select line_of_organisation(${organisationId})))`

/** Those of the ids that exist, by id. */
export const organisationsById = async (
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Organisation>> => {
  if (ids.length === 0) return new Map()
  const rows = await organisations(db).where('o.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, organisationOf(row)]))
}

/** Who stands today for an organisation that has closed: its successors, and theirs where they have closed as well. */
export const successorsOf = async (db: Reader, id: string): Promise<readonly Organisation[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive line (id) as (
      select successor_id from organisation_successors where predecessor_id = ${id}
      union
      select s.successor_id from organisation_successors s join line l on l.id = s.predecessor_id
    )
    select l.id from line l join organisations o on o.id = l.id where o.status <> 'closed' order by o.name, o.id`.execute(
    db,
  )
  const known = await organisationsById(
    db,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => known.get(row.id) ?? [])
}

export const authorityByCode = async (db: Reader, code: string): Promise<Authority | null> =>
  (await db.selectFrom('authorities').select(['code', 'name', 'region']).where('code', '=', code).executeTakeFirst()) ??
  null
