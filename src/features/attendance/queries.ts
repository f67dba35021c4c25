import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { toCountIn } from '../registers/index.ts'
import { lengthOf } from '../sessions/index.ts'
import { besideInGroups } from '../year-plans/index.ts'
import type { Facts } from './group-sums.ts'
import type { Asked } from './sums.ts'

const among = (column: string, ids: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

const termsColumns = (db: Reader) =>
  db
    .selectFrom('projects as r')
    .leftJoin('attendance_terms as t', 't.project_id', 'r.id')
    .select(['r.sessions_count as sessions', 'r.days_min as days'])
    .select(sql<number>`coalesce(t.minutes_in_a_day, 300)`.as('minutesInADay'))
    .select(sql<boolean>`coalesce(t.takes_off_missed, true)`.as('takesOffMissed'))
    .select(sql<boolean>`coalesce(t.counts_beside, true)`.as('countsBeside'))

const askedOf = (row: Awaited<ReturnType<ReturnType<typeof termsColumns>['execute']>>[number]): Asked => ({
  sessions: row.sessions,
  days: row.days === null ? null : Number(row.days),
  minutesInADay: row.minutesInADay,
  takesOffMissed: row.takesOffMissed,
  countsBeside: row.countsBeside,
})

const askedIn = async (db: Reader, groupIds: readonly string[]): Promise<ReadonlyMap<string, Asked>> => {
  const rows = await termsColumns(db)
    .innerJoin('groups as g', 'g.project_id', 'r.id')
    .select('g.id as groupId')
    .where(among('g.id', groupIds))
    .execute()
  return new Map(rows.map((row) => [row.groupId, askedOf(row)]))
}

const toComeIn = async (db: Reader, groupIds: readonly string[]) => {
  const rows = await db
    .selectFrom('sessions')
    .select([
      'id as sessionId',
      'group_id as groupId',
      'on_date as onDate',
      'starts_at as startsAt',
      'ends_at as endsAt',
    ])
    .where(among('group_id', groupIds))
    .where('status', 'in', ['provisional', 'confirmed'])
    .execute()
  return rows.map(({ sessionId, groupId, ...when }) => ({ sessionId, groupId, minutes: lengthOf(when) }))
}

// Who comes by what is stated and by the kind of session, less whoever has given notice.
const expectedIn = async (db: Reader, groupIds: readonly string[]) =>
  (
    await sql<{ sessionId: string; personId: string; organisationId: string }>`
      select w.session_id as "sessionId", w.person_id as "personId", p.organisation_id as "organisationId"
      from who_comes_to_sessions w join sessions s on s.id = w.session_id and s.status in ('provisional', 'confirmed')
        join participants a on a.id = w.participant_id and (a.to_on is null or a.part = 'substitute')
        join places p on p.id = w.place_id and p.status = 'held'
      where w.group_id = any(${[...groupIds]}::uuid[]) and w.comes
        and not exists (select from cancellations c where c.participant_id = a.id and c.session_id = s.id and c.taken_back_at is null)`.execute(
      db,
    )
  ).rows

/** Everything that is summed, group by group: what was held, who was marked how, what was done beside sessions, what is to come, what is asked. */
export const attendanceFacts = async (
  db: Reader,
  groupIds: readonly string[],
  today: Temporal.PlainDate,
): Promise<ReadonlyMap<string, Facts>> => {
  const [toCount, asked, beside, toCome, expected] = await Promise.all([
    toCountIn(db, groupIds),
    askedIn(db, groupIds),
    besideInGroups(db, groupIds),
    toComeIn(db, groupIds),
    expectedIn(db, groupIds),
  ])
  const sessions = Map.groupBy(toCome, ({ groupId }) => groupId)
  const times = Map.groupBy(beside, ({ groupId }) => groupId)
  return new Map(
    [...toCount].flatMap(([id, counted]) => {
      const [what, own] = [asked.get(id), sessions.get(id) ?? []]
      const lengths = new Map(own.map(({ sessionId, minutes }) => [sessionId, minutes]))
      const coming = expected.flatMap((each) => {
        const minutes = lengths.get(each.sessionId)
        return minutes === undefined ? [] : [{ ...each, minutes }]
      })
      const facts = { ...counted, today, beside: times.get(id) ?? [], toCome: own, expected: coming }
      return what ? [[id, { ...facts, asked: what }] as const] : []
    }),
  )
}

/** The groups that a hub leads in a year, and the years in which it led any. */
export const groupsToSum = async (db: Reader, hubId: string, year: number) => {
  const [groups, years] = await Promise.all([
    db
      .selectFrom('groups as g')
      .innerJoin('projects as r', 'r.id', 'g.project_id')
      .select(['g.id', 'g.name', 'g.status', 'r.title as project'])
      .where('g.hub_id', '=', hubId)
      .where('g.year', '=', year)
      .where('g.status', 'in', ['confirmed', 'running', 'completed'])
      .orderBy('r.title')
      .orderBy('g.name')
      .execute(),
    db.selectFrom('groups').select('year').distinct().where('hub_id', '=', hubId).orderBy('year', 'desc').execute(),
  ])
  return { groups, years: years.map((row) => row.year) }
}

/** What a project asks for, with who it belongs to. */
export const projectAsking = async (db: Reader, projectId: string) => {
  const row = await termsColumns(db)
    .select(['r.id', 'r.title', 'r.code', 'r.hub_id as hubId'])
    .where('r.id', '=', projectId)
    .executeTakeFirst()
  return row ? { id: row.id, title: row.title, code: row.code, hubId: row.hubId, asked: askedOf(row) } : null
}
