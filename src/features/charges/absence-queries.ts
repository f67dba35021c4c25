import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** Marks of absence of a session, or of a substitute, that stand alone, from somebody who gave no notice, or said that a colleague would come, and is not charged yet. */
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
        and (c.status <> 'waived' or c.cause = 'non_attendance'))`,
    )
    .execute()
