import type { Reader } from '../../platform/database/index.ts'
import { type Attendance, attendanceSummed, byOrganisation, minutesOf } from './attendance.ts'
import type { MarkName } from './mark.ts'

const sessionsOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('sessions')
    .select(['id', 'number', 'on_date', 'starts_at', 'ends_at', 'status'])
    .where('group_id', '=', groupId)
    .where('status', '<>', 'cancelled')
    .orderBy('number')
    .execute()

const peopleOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .select(['a.id', 'e.name', 'a.part', 'p.id as place_id', 'o.id as organisation_id', 'o.name as organisation'])
    .where('p.group_id', '=', groupId)
    .where((where) =>
      where.or([
        where.and([where('p.status', 'in', ['held', 'completed']), where('a.status', '<>', 'left')]),
        where.exists(where.selectFrom('marks as m').select('m.id').whereRef('m.participant_id', '=', 'a.id')),
      ]),
    )
    .orderBy('o.name')
    .orderBy('e.name')
    .execute()

const standingMarksOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('standing_marks as m')
    .innerJoin('sessions as s', 's.id', 'm.session_id')
    .select(['m.session_id', 'm.participant_id', 'm.mark', 'm.minutes'])
    .where('s.group_id', '=', groupId)
    .where('s.status', '<>', 'cancelled')
    .execute()

/** Who came to what: of a group, by participant and by organisation, with hours. A conflict counts only once settled. */
export const attendanceOfGroup = async (db: Reader, groupId: string): Promise<Attendance> => {
  const [sessions, people, marks] = await Promise.all([
    sessionsOf(db, groupId),
    peopleOf(db, groupId),
    standingMarksOf(db, groupId),
  ])
  const lengths = new Map(
    sessions.map((session) => [
      session.id,
      minutesOf({ onDate: session.on_date, startsAt: session.starts_at, endsAt: session.ends_at }),
    ]),
  )
  const standing = marks.map((row) => ({
    sessionId: row.session_id ?? '',
    participantId: row.participant_id ?? '',
    mark: row.mark as MarkName,
    minutes: row.minutes,
  }))
  const byParticipant = Map.groupBy(standing, (mark) => mark.participantId)
  const participants = people.map((person) => ({
    participantId: person.id,
    name: person.name,
    part: person.part,
    placeId: person.place_id,
    organisationId: person.organisation_id,
    organisation: person.organisation,
    ...attendanceSummed(byParticipant.get(person.id) ?? [], lengths),
  }))
  return {
    sessions: sessions.map((session) => ({
      id: session.id,
      number: session.number,
      onDate: session.on_date,
      status: session.status,
    })),
    held: sessions.filter((session) => session.status === 'held').length,
    participants,
    organisations: byOrganisation(participants),
  }
}
