import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import { isId } from '../../vocabulary/ids.ts'
import type { Beside, RowRefused, TableStatus, TravelTable } from './travel-table.ts'

const refusedKept: z.ZodType<readonly RowRefused[]> = z.array(
  z.object({
    row: z.object({
      number: z.number(),
      school: z.string(),
      urn: z.string(),
      postcode: z.string(),
      to: z.string(),
      toUrn: z.string(),
      toPostcode: z.string(),
      minutes: z.string(),
    }),
    reason: z.string(),
  }),
)

const tables = (db: Reader) =>
  db
    .selectFrom('travel_tables as k')
    .selectAll('k')
    .select((select) =>
      select
        .selectFrom('travel_times as t')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('t.table_id', '=', 'k.id')
        .as('ways'),
    )
type Row = Awaited<ReturnType<ReturnType<typeof tables>['execute']>>[number]

const tableOf = (row: Row): TravelTable => ({
  id: row.id,
  hubId: row.hub_id,
  year: academicYear(row.year),
  fileName: row.file_name,
  readAs: row.read_as,
  status: row.status as TableStatus,
  ways: row.ways ?? 0,
  refused: stored(refusedKept, row.refused, 'the rows that a table of minutes had refused'),
  sentAt: row.sent_at,
  inForceAt: row.in_force_at,
  endedAt: row.ended_at,
  replacesId: row.replaces_id,
})

/** A table of a hub's own; null elsewhere. */
export const tableAtHub = async (db: Reader, hubId: string, id: string): Promise<TravelTable | null> => {
  const row = isId(id) ? await tables(db).where('k.id', '=', id).where('k.hub_id', '=', hubId).executeTakeFirst() : null
  return row ? tableOf(row) : null
}

/** The tables that a hub brought, the latest first. */
export const tablesAtHub = async (db: Reader, hubId: string): Promise<readonly TravelTable[]> =>
  (
    await tables(db)
      .where('k.hub_id', '=', hubId)
      .orderBy('k.sent_at', 'desc')
      .orderBy('k.id', 'desc')
      .limit(30)
      .execute()
  ).map(tableOf)

/** The table that counts at a hub in a year, if there is one. */
export const tableInForce = async (
  db: Reader,
  { hubId, year }: { hubId: string; year: number },
): Promise<TravelTable | null> => {
  const row = await tables(db)
    .where('k.hub_id', '=', hubId)
    .where('k.year', '=', year)
    .where('k.status', '=', 'in_force')
    .executeTakeFirst()
  return row ? tableOf(row) : null
}

// A venue is where a way ends when it is the venue itself, at the school that is named, or at the postcode. The surest first.
const venuesWithPlace = (venueIds: readonly string[]) => sql`
  select v.id, v.organisation_id, replace(upper(coalesce(v.postcode, s.postcode)), ' ', '') as postcode,
    case when exists (select from organisation_successors f where f.successor_id = v.organisation_id)
      then array(select line_of_organisation(v.organisation_id)) else '{}' end as line
  from venues v left join organisations s on s.id = v.organisation_id where v.id = any(${[...venueIds]}::uuid[])`
const endsAt = sql`(t.to_venue_id = v.id or t.to_organisation_id = v.organisation_id or replace(t.to_postcode, ' ', '') = v.postcode
  or t.to_organisation_id = any(v.line))`
const surest = sql`t.to_venue_id is null, t.to_organisation_id is null, t.to_organisation_id is distinct from v.organisation_id`

// A school that follows others has their ways too, where the table says nothing of its own (domain rule 13).
const followed = (organisationIds: readonly string[]) => sql`
  select a.id as asked, a.id from unnest(${[...organisationIds]}::uuid[]) as a (id)
  union select a.id, l.id from unnest(${[...organisationIds]}::uuid[]) as a (id) cross join lateral line_of_organisation(a.id) as l (id)
  where exists (select from organisation_successors s where s.successor_id = a.id)`

/** Minutes from schools to venues, by the table that counts at a hub in a year; what it does not tell is not there. */
export const minutesToVenues = async (
  db: Reader,
  of: { hubId: string; year: number; venueIds: readonly string[]; organisationIds: readonly string[] },
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const { rows } = await sql<{ organisationId: string; venueId: string; minutes: number }>`
    with v as materialized (${venuesWithPlace(of.venueIds)}), line as materialized (${followed(of.organisationIds)})
    select distinct on (line.asked, v.id) line.asked as "organisationId", v.id as "venueId", t.minutes
    from travel_tables k join travel_times t on t.table_id = k.id join line on line.id = t.organisation_id join v on ${endsAt}
    where k.hub_id = ${of.hubId} and k.year = ${of.year} and k.status = 'in_force'
    order by line.asked, v.id, line.id <> line.asked, ${surest}, t.id`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ organisationId }) => organisationId)].map(([organisationId, own]) => [
      organisationId,
      new Map(own.map(({ venueId, minutes }) => [venueId, minutes])),
    ]),
  )
}

export type WayAsked = {
  readonly school: string
  readonly urn: number | null
  readonly postcode: string | null
  readonly venue: string
  readonly minutes: number | null
}

/** Every way that a placement of a year would ask for: from each who waits to where the groups of its project meet, with what a table tells. */
export const waysAsked = async (
  db: Reader,
  { hubId, year, tableId }: { hubId: string; year: number; tableId: string | null },
): Promise<readonly WayAsked[]> => {
  const { rows } = await sql<WayAsked>`
    with meeting as (
      select distinct g.project_id, v.id, v.short_name, v.organisation_id, replace(upper(coalesce(v.postcode, s.postcode)), ' ', '') as postcode
      from groups g join venues v on v.id = g.venue_id left join organisations s on s.id = v.organisation_id
      where g.year = ${year} and g.status in ('forming', 'confirmed', 'running')
        and (g.hub_id = ${hubId} or exists (select from group_partner_hubs p where p.group_id = g.id and p.hub_id = ${hubId}))),
    waiting as (
      select distinct o.project_id, i.organisation_id from expressions_of_interest i join offers o on o.id = i.offer_id
      where o.hub_id = ${hubId} and o.year = ${year} and i.status in ('confirmed', 'waiting')),
    ways as (select distinct w.organisation_id, v.id, v.short_name, v.organisation_id as at_organisation_id, v.postcode
      from waiting w join meeting v on v.project_id = w.project_id)
    select s.name as school, s.urn, s.postcode, v.short_name as venue, (
        select t.minutes from line_of_organisation(v.organisation_id) as l (id)
        join travel_times t on t.table_id = ${tableId}::uuid and t.organisation_id = l.id
        where (t.to_venue_id = v.id or t.to_organisation_id = v.at_organisation_id or replace(t.to_postcode, ' ', '') = v.postcode)
        order by l.id <> v.organisation_id, t.to_venue_id is null, t.to_organisation_id is null, t.id limit 1) as minutes
    from ways v join organisations s on s.id = v.organisation_id order by s.name, s.id, v.short_name, v.id`.execute(db)
  return rows
}

/** What a table changes beside the one in force. */
export const besideInForce = async (db: Reader, table: TravelTable): Promise<Beside | null> => {
  const now = await tableInForce(db, table)
  if (now === null || now.id === table.id) return null
  const { rows } = await sql<Beside>`
    select count(*) filter (where o.id is null)::int as fresh, count(*) filter (where n.minutes <> o.minutes)::int as changed,
      count(*) filter (where n.id is null)::int as gone
    from (select * from travel_times where table_id = ${table.id}) n
    full join (select * from travel_times where table_id = ${now.id}) o on o.organisation_id = n.organisation_id
      and coalesce(o.to_venue_id::text, o.to_organisation_id::text, o.to_postcode) = coalesce(n.to_venue_id::text, n.to_organisation_id::text, n.to_postcode)`.execute(
    db,
  )
  return rows[0] ?? null
}

export type WayTold = { readonly school: string; readonly to: string; readonly minutes: number }

/** The ways of a table in words, a page of them. */
export const waysOf = async (
  db: Reader,
  tableId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<readonly WayTold[]> => {
  const { rows } = await sql<WayTold>`
    select s.name as school, coalesce(v.short_name, d.name, t.to_postcode) as to, t.minutes from travel_times t
    join organisations s on s.id = t.organisation_id left join venues v on v.id = t.to_venue_id left join organisations d on d.id = t.to_organisation_id
    where t.table_id = ${tableId} order by s.name, s.id, 2, t.id offset ${offset} limit ${limit}`.execute(db)
  return rows
}

/** The years for which a table can be brought: this one, and the next where it is there. */
export const yearsOfTables = async (db: Reader, thisYear: number): Promise<readonly AcademicYear[]> =>
  (
    await db
      .selectFrom('academic_years')
      .select('year')
      .where('year', '>=', thisYear)
      .where('year', '<=', thisYear + 1)
      .orderBy('year')
      .execute()
  ).map(({ year }) => academicYear(year))
