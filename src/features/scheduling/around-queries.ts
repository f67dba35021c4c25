import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { daysOfAuthorities, nationalDaysBetween } from '../calendars/index.ts'
import type { Wanted } from './asked.ts'
import type { Around, Away, Busy, Needed, Stretch } from './day.ts'

type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
export type GroupToPlan = {
  readonly id: string
  readonly hubId: string
  readonly venueId: string | null
  readonly leads: readonly { readonly personId: string }[]
}

/** What a project asks of the time of its groups. */
export const wantedOf = async (db: Reader, projectId: string): Promise<Wanted> => {
  const row = await db
    .selectFrom('projects')
    .select(['sessions_count as sessionsCount', 'days_min as daysMin', 'days_max as daysMax'])
    .where('id', '=', projectId)
    .executeTakeFirstOrThrow()
  const number = (value: unknown) => (value === null ? null : Number(value))
  return { sessionsCount: row.sessionsCount, daysMin: number(row.daysMin), daysMax: number(row.daysMax) }
}

type BusyRow = {
  readonly personId: string
  readonly on: Temporal.PlainDate
  readonly from: Temporal.PlainTime | null
  readonly to: Temporal.PlainTime | null
  readonly number: number
  readonly group: string | null
}

// Another hub's group is not named: that its lead has something then is all that planning needs (domain rule 9).
const busyOfLeads = async (db: Reader, group: GroupToPlan, span: Span): Promise<readonly BusyRow[]> =>
  (
    await sql<BusyRow>`
    select distinct r.person_id as "personId", s.on_date as "on", s.starts_at as "from", s.ends_at as "to", s.number,
      case when g.hub_id = ${group.hubId} then g.name end as "group"
    from roles r join sessions s on s.group_id = r.group_id join groups g on g.id = s.group_id
    where r.role = 'group_lead' and r.person_id = any(${group.leads.map(({ personId }) => personId)}::uuid[])
      and coalesce(r.to_on, 'infinity') >= s.on_date and s.group_id <> ${group.id} and s.status in ('provisional', 'confirmed', 'held')
      and s.on_date between ${span.from}::date and ${span.to}::date order by s.on_date`.execute(db)
  ).rows

type Whose = { readonly personIds: readonly string[]; readonly venueIds: readonly string[] }
type Times = { readonly whose: string; readonly can: readonly Stretch[]; readonly away: readonly Away[] }

/** The times that people and venues can, and the days on which they cannot, as they were stated; of whom nothing was stated is not listed. */
export const timesOf = async (db: Reader, { personIds, venueIds }: Whose): Promise<readonly Times[]> => {
  const those = sql<boolean>`(person_id = any(${[...personIds]}::uuid[]) or venue_id = any(${[...venueIds]}::uuid[]))`
  const [can, away] = await Promise.all([
    db
      .selectFrom('possible_times')
      .select(['weekday as day', 'from_at as from', 'to_at as to'])
      .select(sql<string>`coalesce(person_id, venue_id)`.as('whose'))
      .where(those)
      .orderBy('weekday')
      .orderBy('from_at')
      .execute(),
    db
      .selectFrom('impossible_days')
      .select(['from_on as from', 'to_on as to'])
      .select(sql<string>`coalesce(person_id, venue_id)`.as('whose'))
      .where(those)
      .orderBy('from_on')
      .execute(),
  ])
  const all = [...new Set([...can, ...away].map(({ whose }) => whose))]
  return all.map((whose) => ({
    whose,
    can: can.filter((each) => each.whose === whose).map(({ day, from, to }) => ({ day, from, to })),
    away: away.filter((each) => each.whose === whose).map(({ from, to }) => ({ from, to })),
  }))
}

const schoolsOf = async (db: Reader, groupId: string): Promise<readonly { code: string | null; count: number }[]> =>
  (
    await sql<{ code: string | null; count: number }>`
    select o.authority_code as code, count(distinct o.id)::int as count from places p join organisations o on o.id = p.organisation_id
    where p.group_id = ${groupId} and p.status in ('offered', 'held') group by o.authority_code order by 1`.execute(db)
  ).rows

const weekdayNumbers: Readonly<Record<string, number>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
}

const wishesOf = async (db: Reader, groupId: string): Promise<readonly (readonly number[])[]> => {
  const { rows } = await sql<{ days: readonly string[] }>`
    select array_agg(distinct f.value order by f.value) as days from places p
      join groups g on g.id = p.group_id
      join expressions_of_interest i on i.organisation_id = p.organisation_id and i.offer_id = g.offer_id and i.status not in ('declined', 'withdrawn')
      join interest_preferences f on f.interest_id = i.id and f.kind = 'day'
    where p.group_id = ${groupId} and p.status in ('offered', 'held') group by p.organisation_id order by p.organisation_id`.execute(
    db,
  )
  return rows.map(({ days }) => days.flatMap((day) => weekdayNumbers[day] ?? [])).filter((days) => days.length > 0)
}

type Elsewhere = {
  readonly on: Temporal.PlainDate
  readonly from: Temporal.PlainTime | null
  readonly to: Temporal.PlainTime | null
  readonly people: number
}

const elsewhereOf = async (db: Reader, groupId: string, span: Span): Promise<readonly Elsewhere[]> =>
  (
    await sql<Elsewhere>`
    select s.on_date as "on", s.starts_at as "from", s.ends_at as "to", count(distinct a.person_id)::int as people
    from participants a join places p on p.id = a.place_id and p.group_id = ${groupId} and p.status in ('offered', 'held')
      join participants b on b.person_id = a.person_id and b.to_on is null
      join places q on q.id = b.place_id and q.group_id <> p.group_id and q.status in ('offered', 'held')
      join sessions s on s.group_id = q.group_id and s.status in ('provisional', 'confirmed')
    where a.to_on is null and s.on_date between ${span.from}::date and ${span.to}::date
    group by s.id order by s.on_date, s.id`.execute(db)
  ).rows

const busyAtVenue = async (db: Reader, { id, venueId }: GroupToPlan, span: Span): Promise<readonly Busy[]> => {
  if (!venueId) return []
  const rows = await db
    .selectFrom('sessions')
    .select(['on_date as on', 'starts_at as from', 'ends_at as to'])
    .where('venue_id', '=', venueId)
    .where('group_id', '<>', id)
    .where('status', 'in', ['provisional', 'confirmed'])
    .where('on_date', '>=', span.from)
    .where('on_date', '<=', span.to)
    .orderBy('on_date')
    .execute()
  return rows.flatMap(({ on, from, to }) => (on ? [{ on, from, to, what: 'a session of another group' }] : []))
}

const standingOf = async (
  db: Reader,
  groupId: string,
  but: readonly string[],
): Promise<readonly Temporal.PlainDate[]> => {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'on_date as on'])
    .where('group_id', '=', groupId)
    .where('status', '<>', 'cancelled')
    .where('kind', '<>', 'visit')
    .where('on_date', 'is not', null)
    .orderBy('on_date')
    .execute()
  return rows.flatMap(({ id, on }) => (on && !but.includes(id) ? [on] : []))
}

/** Everything that the days of a span are judged by for a group; sessions named in `but` are about to move and stand in nobody's way. */
export const aroundGroup = async (
  db: Reader,
  group: GroupToPlan,
  span: Span,
  but: readonly string[] = [],
): Promise<Around> => {
  const personIds = group.leads.map(({ personId }) => personId)
  const [busy, times, schools, wishes, elsewhere, atVenue, standing, national] = await Promise.all([
    busyOfLeads(db, group, span),
    timesOf(db, { personIds, venueIds: group.venueId ? [group.venueId] : [] }),
    schoolsOf(db, group.id),
    wishesOf(db, group.id),
    elsewhereOf(db, group.id, span),
    busyAtVenue(db, group, span),
    standingOf(db, group.id, but),
    nationalDaysBetween(db, span),
  ])
  const known = await daysOfAuthorities(
    db,
    schools.flatMap(({ code }) => code ?? []),
    { from: span.from.subtract({ months: 12 }), to: span.to.add({ months: 12 }) },
  )
  const of = (whose: string) => times.find((each) => each.whose === whose)
  const leads = personIds.map(
    (personId): Needed => ({
      who: personIds.length > 1 ? 'One of the leads' : 'The lead',
      can: of(personId)?.can ?? [],
      away: of(personId)?.away ?? [],
      busy: busy
        .filter((each) => each.personId === personId)
        .map(({ on, from, to, number, group: name }) => ({
          ...{ on, from, to },
          what: name ? `in session ${number} of ${name}` : 'in a session of another group',
        })),
    }),
  )
  const venue: readonly Needed[] = group.venueId
    ? [{ who: 'The venue', can: of(group.venueId)?.can ?? [], away: of(group.venueId)?.away ?? [], busy: [] }]
    : []
  return {
    needed: [...leads, ...venue],
    national,
    schools: known.map(({ code, name, dates }) => ({
      authority: name,
      count: schools.find((each) => each.code === code)?.count ?? 0,
      dates,
    })),
    wishes,
    elsewhere: elsewhere.map((each) => ({ ...each, what: '' })),
    atVenue,
    standing,
  }
}
