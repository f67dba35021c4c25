import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { toCountIn } from '../registers/index.ts'
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
export const attendanceFacts = async (db: Reader, groupIds: readonly string[]): Promise<ReadonlyMap<string, Facts>> => {
  const [toCount, asked] = await Promise.all([toCountIn(db, groupIds), askedIn(db, groupIds)])
  return new Map(
    [...toCount].flatMap(([id, counted]) => {
      const what = asked.get(id)
      return what ? [[id, { ...counted, asked: what }] as const] : []
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
