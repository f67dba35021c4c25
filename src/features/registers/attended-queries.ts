import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import type { MarkName } from '../../vocabulary/marks.ts'
import type { Counting, ToCount } from './attended.ts'

const among = (column: string, ids: readonly string[]) => sql<boolean>`${sql.ref(column)} = any(${[...ids]}::uuid[])`

const heldIn = async (db: Reader, groupIds: readonly string[]) => {
  const rows = await db
    .selectFrom('sessions')
    .select(['id', 'group_id', 'on_date', 'starts_at', 'ends_at'])
    .where(among('group_id', groupIds))
    .where('status', '=', 'held')
    .execute()
  const held = rows.map(({ id, group_id: groupId, on_date: onDate, starts_at: from, ends_at: to }) => ({
    id,
    groupId,
    onDate,
    minutes:
      onDate && from && to
        ? Math.round(localInstant(onDate, to).since(localInstant(onDate, from)).total('minutes'))
        : 0,
  }))
  return Map.groupBy(held, ({ groupId }) => groupId)
}

const marksIn = async (db: Reader, groupIds: readonly string[]) => {
  const rows = await db
    .selectFrom('standing_marks as m')
    .innerJoin('sessions as s', 's.id', 'm.session_id')
    .innerJoin('participants as a', 'a.id', 'm.participant_id')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .select(['s.group_id as groupId', 's.id as sessionId', 'a.id as participantId', 'a.person_id as personId'])
    .select(['p.id as placeId', 'p.organisation_id as organisationId', 'm.mark', 'm.minutes', 'm.substitute'])
    .where(among('s.group_id', groupIds))
    .where('s.status', '=', 'held')
    .execute()
  return Map.groupBy(
    rows.map((row) => ({ ...row, mark: row.mark as MarkName })),
    ({ groupId }) => groupId,
  )
}

// Whoever stood in is there once they are marked: what they were asked to come to is none of their attendance.
const peopleIn = async (db: Reader, groupIds: readonly string[]) => {
  const rows = await db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['p.group_id as groupId', 'a.id as participantId', 'e.id as personId', 'e.name', 'a.part'])
    .select(['p.id as placeId', 'o.id as organisationId', 'o.name as organisation'])
    .where(among('p.group_id', groupIds))
    .where((where) =>
      where.or([
        where.and([
          where('p.status', 'in', ['held', 'completed']),
          where('a.status', '<>', 'left'),
          where('a.part', '<>', 'substitute'),
        ]),
        where.exists(where.selectFrom('marks as m').select('m.id').whereRef('m.participant_id', '=', 'a.id')),
      ]),
    )
    .orderBy('o.name')
    .orderBy('e.name')
    .orderBy('a.from_on')
    .execute()
  return Map.groupBy(rows, ({ groupId }) => groupId)
}

const countingIn = async (db: Reader, groupIds: readonly string[]): Promise<ReadonlyMap<string, Counting>> => {
  const rows = await db
    .selectFrom('groups as g')
    .leftJoin('attendance_terms as t', 't.project_id', 'g.project_id')
    .select(['g.id', sql<boolean>`coalesce(t.takes_off_missed, true)`.as('takesOffMissed')])
    .where(among('g.id', groupIds))
    .execute()
  return new Map(rows.map(({ id, takesOffMissed }) => [id, { takesOffMissed }]))
}

/** What attendance is counted from, group by group: what was held, who was marked how, who takes part, how missed minutes count. */
export const toCountIn = async (db: Reader, groupIds: readonly string[]): Promise<ReadonlyMap<string, ToCount>> => {
  const [held, marks, people, counting] = await Promise.all([
    heldIn(db, groupIds),
    marksIn(db, groupIds),
    peopleIn(db, groupIds),
    countingIn(db, groupIds),
  ])
  return new Map(
    [...counting].map(([id, how]) => [
      id,
      { held: held.get(id) ?? [], marks: marks.get(id) ?? [], people: people.get(id) ?? [], counting: how },
    ]),
  )
}
