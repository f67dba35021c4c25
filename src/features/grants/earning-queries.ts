import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Reader } from '../../platform/database/index.ts'
import { attendedBy, toCountIn } from '../registers/index.ts'
import { daysByTime, type Earning } from './earning.ts'
import { phasesOf } from './grant-rule.ts'

const firstYear = (organisation: string) => sql`not exists (select from places q join groups h on h.id = q.group_id
  where q.organisation_id = ${sql.ref(organisation)} and h.year < g.year and q.status in ('held', 'completed', 'left'))`

const ofProject = sql`j.delivery_model as "deliveryModel", coalesce(t.minutes_in_a_day, 300) as "minutesInADay"`

type OfGroup = {
  readonly groupId: string
  readonly organisationId: string
  readonly deliveryModel: string
  readonly minutesInADay: number
  readonly phase: string | null
  readonly isFirstYear: boolean
}

type Summed = { readonly placeId: string | null; readonly leadPersonId: string | null } & Pick<
  Earning,
  'sessions' | 'minutes'
>

const earningOf = ({ phase, ...of }: OfGroup, { placeId, leadPersonId, sessions, minutes }: Summed): Earning => ({
  groupId: of.groupId,
  organisationId: of.organisationId,
  deliveryModel: of.deliveryModel,
  isFirstYear: of.isFirstYear,
  phases: phasesOf(phase),
  placeId,
  leadPersonId,
  sessions,
  minutes,
  minutesInADay: of.minutesInADay,
  days: daysByTime({ minutes, minutesInADay: of.minutesInADay }),
})

/** The places of a hub's groups in a year with what their people attended, by the rule of attendance: each session and each minute once, however many came. */
export const earningsOfPlaces = async (db: Reader, hubId: string, year: number): Promise<readonly Earning[]> => {
  const { rows } = await sql<OfGroup & { placeId: string }>`
    select g.id as "groupId", o.id as "organisationId", p.id as "placeId", ${ofProject}, o.phase, ${firstYear('o.id')} as "isFirstYear"
    from groups g join projects j on j.id = g.project_id left join attendance_terms t on t.project_id = j.id
      join places p on p.group_id = g.id and p.status in ('held', 'completed', 'left') join organisations o on o.id = p.organisation_id
    where g.hub_id = ${hubId} and g.year = ${year} order by p.id`.execute(db)
  const toCount = await toCountIn(db, [...new Set(rows.map(({ groupId }) => groupId))])
  const attended = new Map(
    [...toCount].map(([id, { held, marks, counting }]) => [id, attendedBy(held, marks, counting).places]),
  )
  return rows.flatMap((row) => {
    const sum = attended.get(row.groupId)?.get(row.placeId)
    return sum && sum.sessions > 0 ? [earningOf(row, { ...sum, placeId: row.placeId, leadPersonId: null })] : []
  })
}

type Led = OfGroup & { readonly leadPersonId: string; readonly what: string; readonly minutes: number | null }

// Those who lead or led a group, with the school they worked at on the day of something, while they led.
const ledOn = (what: RawBuilder<unknown>, day: string) => sql`
  from groups g join projects j on j.id = g.project_id left join attendance_terms t on t.project_id = j.id
    join roles r on r.group_id = g.id and r.role = 'group_lead'
    join ${what} and ${sql.ref(day)} >= r.from_on and (r.to_on is null or ${sql.ref(day)} <= r.to_on)
    join lateral (select t.organisation_id from posts t where t.person_id = r.person_id and t.from_on <= ${sql.ref(day)}
      order by t.to_on is null desc, t.from_on desc, t.id limit 1) w on true
    join organisations o on o.id = w.organisation_id`
const whoLed = sql`select distinct g.id as "groupId", w.organisation_id as "organisationId", r.person_id as "leadPersonId", ${ofProject}, o.phase, ${firstYear('o.id')} as "isFirstYear"`

const sessionsLed = (db: Reader, hubId: string, year: number) =>
  sql<Led>`${whoLed}, s.id as what, null::int as minutes
    ${ledOn(sql`sessions s on s.group_id = g.id and s.status = 'held'`, 's.on_date')}
    where g.hub_id = ${hubId} and g.year = ${year}`.execute(db)

const besideLed = (db: Reader, hubId: string, year: number, today: Temporal.PlainDate) =>
  sql<Led>`${whoLed}, b.id as what, b.minutes
    ${ledOn(sql`time_beside b on b.group_id = g.id and b.person_id = r.person_id and b.on_date <= ${today}`, 'b.on_date')}
    where g.hub_id = ${hubId} and g.year = ${year} and coalesce(t.counts_beside, true)`.execute(db)

/**
 * Those who lead or led a hub's groups in a year, with the school they work at: the sessions held while they led, and the time they
 * spent beside sessions until today, where that counts towards the days of the project.
 */
export const earningsOfLeads = async (
  { db, today }: Pick<Context, 'db' | 'today'>,
  hubId: string,
  year: number,
): Promise<readonly Earning[]> => {
  const [{ rows: led }, { rows: beside }] = [
    await sessionsLed(db, hubId, year),
    await besideLed(db, hubId, year, today),
  ]
  const toCount = await toCountIn(db, [...new Set(led.map(({ groupId }) => groupId))])
  const lengths = new Map([...toCount.values()].flatMap(({ held }) => held.map(({ id, minutes }) => [id, minutes])))
  const key = ({ groupId, leadPersonId, organisationId }: Led): string => `${groupId} ${leadPersonId} ${organisationId}`
  const times = Map.groupBy(beside, key)
  return [...Map.groupBy(led, key)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([id, sessions]) => {
      const minutes =
        sessions.reduce((sum, { what }) => sum + (lengths.get(what) ?? 0), 0) +
        (times.get(id) ?? []).reduce((sum, time) => sum + (time.minutes ?? 0), 0)
      const [of] = sessions
      return of
        ? [earningOf(of, { placeId: null, leadPersonId: of.leadPersonId, sessions: sessions.length, minutes })]
        : []
    })
}
