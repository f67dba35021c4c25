import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { MarkName, MarkOrigin } from './mark.ts'
import type { ReasonToSetAside } from './set-aside.ts'

/** Which of these ids belong to marks that were set aside. */
export const idsSetAside = async (db: Reader, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('marks_set_aside')
    .select('id')
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

const setAsideRows = (db: Reader, sessionId: string) =>
  db
    .selectFrom('marks_set_aside as m')
    .innerJoin('participants as a', 'a.id', 'm.participant_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .leftJoin('people as r', 'r.id', 'm.recorded_by_person_id')
    .selectAll('m')
    .select(['e.name', 'o.name as organisation', 'r.name as recorded_by'])
    .where('m.session_id', '=', sessionId)

const setAsideOf = (row: Awaited<ReturnType<ReturnType<typeof setAsideRows>['execute']>>[number]) => ({
  ...row,
  mark: row.mark as MarkName,
  origin: row.origin as MarkOrigin,
  because: row.because as ReasonToSetAside,
})

/** Marks of a session that were set aside and wait for somebody to say what becomes of them. */
export const marksAside = async (db: Reader, sessionId: string) =>
  (
    await setAsideRows(db, sessionId)
      .where('m.settled_at', 'is', null)
      .orderBy('m.recorded_at')
      .orderBy('m.id')
      .execute()
  ).map(setAsideOf)

/** People who came to a session without standing in its register, those to be matched first. */
export const walkInsOf = async (db: Reader, sessionId: string) => {
  const rows = await db
    .selectFrom('walk_ins as w')
    .leftJoin('people as r', 'r.id', 'w.recorded_by_person_id')
    .leftJoin('participants as a', 'a.id', 'w.participant_id')
    .leftJoin('people as e', 'e.id', 'a.person_id')
    .select(['w.id', 'w.said_name', 'w.said_school', 'w.origin', 'w.recorded_at', 'w.outcome', 'w.settled_at'])
    .select(['r.name as recorded_by', 'e.name as participant', 'w.device_at', 'w.device_behind_seconds'])
    .where('w.session_id', '=', sessionId)
    .orderBy(sql`w.settled_at is not null`)
    .orderBy('w.recorded_at')
    .orderBy('w.id')
    .execute()
  return rows.map((row) => ({ ...row, origin: row.origin as MarkOrigin }))
}

/** How much of a group’s registers waits for somebody: marks set aside and people to be matched, by session. */
export const waitingInGroup = (db: Reader, groupId: string) =>
  db
    .selectFrom('sessions as s')
    .select(['s.id as sessionId', 's.number'])
    .select(
      sql<number>`(select count(*)::int from marks_set_aside m where m.session_id = s.id and m.settled_at is null)
        + (select count(*)::int from walk_ins w where w.session_id = s.id and w.settled_at is null)`.as('waiting'),
    )
    .where('s.group_id', '=', groupId)
    .orderBy('s.number')
    .execute()
