import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import type { MarkName } from '../../vocabulary/marks.ts'
import type { Asked, Held, StandingMark } from './sums.ts'

const among = (column: string, ids: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

const heldIn = async (db: Reader, groupIds: readonly string[]): Promise<ReadonlyMap<string, readonly Held[]>> => {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'group_id', 'on_date', 'starts_at', 'ends_at'])
    .where(among('group_id', groupIds))
    .where('status', '=', 'held')
    .execute()
  const held = rows.flatMap(({ id, group_id: groupId, on_date: onDate, starts_at: from, ends_at: to }) =>
    onDate && from && to
      ? [
          {
            id,
            groupId,
            minutes: Math.round(localInstant(onDate, to).since(localInstant(onDate, from)).total('minutes')),
          },
        ]
      : [],
  )
  return Map.groupBy(held, ({ groupId }) => groupId)
}

const marksIn = async (
  db: Reader,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StandingMark[]>> => {
  const rows = await db
    .selectFrom('standing_marks as m')
    .innerJoin('sessions as s', 's.id', 'm.session_id')
    .innerJoin('participants as a', 'a.id', 'm.participant_id')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .select(['s.group_id as groupId', 's.id as sessionId', 'a.id as participantId', 'a.person_id as personId'])
    .select(['p.organisation_id as organisationId', 'm.mark', 'm.minutes', 'm.substitute'])
    .where(among('s.group_id', groupIds))
    .where('s.status', '=', 'held')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, mark: row.mark as MarkName })),
    ({ groupId }) => groupId,
  )
}

const peopleIn = async (db: Reader, groupIds: readonly string[]) => {
  const rows = await db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['p.group_id as groupId', 'a.id as participantId', 'e.id as personId', 'e.name'])
    .select(['o.id as organisationId', 'o.name as organisation'])
    .where(among('p.group_id', groupIds))
    .where((where) =>
      where.or([
        where.and([where('p.status', 'in', ['held', 'completed']), where('a.status', '<>', 'left')]),
        where.exists(where.selectFrom('marks as m').select('m.id').whereRef('m.participant_id', '=', 'a.id')),
      ]),
    )
    .where('a.part', '<>', 'substitute')
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()
  return Map.groupBy(rows, ({ groupId }) => groupId)
}

const termsColumns = (db: Reader) =>
  db
    .selectFrom('projects as r')
    .leftJoin('attendance_terms as t', 't.project_id', 'r.id')
    .select(['r.sessions_count as sessions', 'r.days_min as days'])
    .select(sql<number>`coalesce(t.minutes_in_a_day, 300)`.as('minutesInADay'))
    .select(sql<boolean>`coalesce(t.takes_off_missed, true)`.as('takesOffMissed'))

const askedOf = (row: Awaited<ReturnType<ReturnType<typeof termsColumns>['execute']>>[number]): Asked => ({
  sessions: row.sessions,
  days: row.days === null ? null : Number(row.days),
  minutesInADay: row.minutesInADay,
  takesOffMissed: row.takesOffMissed,
})

const askedIn = async (db: Reader, groupIds: readonly string[]): Promise<ReadonlyMap<string, Asked>> => {
  const rows = await termsColumns(db)
    .innerJoin('groups as g', 'g.project_id', 'r.id')
    .select('g.id as groupId')
    .where(among('g.id', groupIds))
    .execute()
  return new Map(rows.map((row) => [row.groupId, askedOf(row)]))
}

/** Everything that attendance is summed from, group by group: what was held, who was marked how, who takes part, what is asked. */
export const attendanceFacts = async (db: Reader, groupIds: readonly string[]) => {
  const [held, marks, people, asked] = await Promise.all([
    heldIn(db, groupIds),
    marksIn(db, groupIds),
    peopleIn(db, groupIds),
    askedIn(db, groupIds),
  ])
  return new Map(
    groupIds.flatMap((id) => {
      const what = asked.get(id)
      return what
        ? [[id, { asked: what, held: held.get(id) ?? [], marks: marks.get(id) ?? [], people: people.get(id) ?? [] }]]
        : []
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
