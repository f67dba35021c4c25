import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Standing } from './absence.ts'

/** Marks of absence of a held session, or of a substitute, that stand alone, from somebody who gave no notice, or said that a colleague would come, and is not charged yet; whom a person let off stays let off. */
export const unexcusedAbsences = (db: Reader, sessionId: string) =>
  db
    .selectFrom('standing_marks as m')
    .innerJoin('sessions as s', 's.id', 'm.session_id')
    .leftJoin('session_agreements as g', (join) =>
      join.onRef('g.session_id', '=', 'm.session_id').onRef('g.participant_id', '=', 'm.participant_id'),
    )
    .select([
      'm.id',
      'm.mark',
      's.id as session_id',
      'm.participant_id',
      's.on_date',
      's.starts_at',
      's.sequence',
      's.mode',
      's.moved_at',
      'g.agreed_at',
    ])
    .where('m.session_id', '=', sessionId)
    .where('s.status', '=', 'held')
    .where('m.mark', 'in', ['absent', 'substitute'])
    .where(
      sql<boolean>`not exists (select from standing_marks o where o.session_id = m.session_id and o.participant_id = m.participant_id and o.id <> m.id)`,
    )
    .where(
      sql<boolean>`not exists (select from cancellations c where c.session_id = m.session_id and c.participant_id = m.participant_id and c.taken_back_at is null and not c.substitute)`,
    )
    .where(
      sql<boolean>`not exists (select from charges c where c.session_id = m.session_id and c.participant_id = m.participant_id
        and case when c.cause = 'non_attendance' then c.status not in ('waived', 'credited') or c.decided_by_person_id is not null else c.status <> 'waived' end)`,
    )
    .execute()

export type Absence = Awaited<ReturnType<typeof unexcusedAbsences>>[number]

/** What is asked for because somebody did not come to a session, with the marks of them that stand. */
export const chargedOfSession = async (db: Reader, sessionId: string): Promise<readonly Standing[]> =>
  (
    await sql<Standing>`
    select jsonb_build_object('id', c.id, 'mark', coalesce(c.evidence ->> 'mark', 'absent')) as charge,
      coalesce((select array_agg(m.mark) from standing_marks m where m.session_id = c.session_id and m.participant_id = c.participant_id), '{}') as marks
    from charges c where c.session_id = ${sessionId} and c.cause = 'non_attendance' and c.status not in ('waived', 'credited') order by c.id`.execute(
      db,
    )
  ).rows

/** Sessions whose register has closed and has not been looked at since. */
export const registersDue = async (db: Reader, today: Temporal.PlainDate): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('registers_still_open')
      .select('session_id')
      .where('open_until', '<', today)
      .orderBy('open_until')
      .orderBy('session_id')
      .limit(500)
      .execute()
  ).map(({ session_id }) => session_id)
