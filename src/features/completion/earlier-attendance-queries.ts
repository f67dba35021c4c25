import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { type Attendance, attendanceOfGroup, heldForPlace } from '../registers/index.ts'

type Line = {
  readonly placeId: string
  readonly earlierPlaceId: string
  readonly earlierGroupId: string
  readonly since: Temporal.PlainDate
  readonly participantId: string | null
  readonly earlierParticipantId: string | null
}

const goingOnIn = async (db: Reader, groupId: string): Promise<readonly Line[]> => {
  const { rows } = await sql<Line>`
    select p.id as "placeId", e.id as "earlierPlaceId", e.group_id as "earlierGroupId", a.id as "participantId", b.id as "earlierParticipantId",
      coalesce(a.from_on, p.held_at::date) as since
    from places p join places e on e.id = p.continues_place_id
      left join participants a on a.place_id = p.id and a.part <> 'substitute' left join participants b on b.place_id = e.id and b.person_id = a.person_id
    where p.group_id = ${groupId} and p.status in ('held', 'completed') order by p.id, a.id, b.from_on`.execute(db)
  return rows
}

/** How many sessions somebody could have come to: those of the group since they are in it, and those of the group before. */
export type HeldFor = (placeId: string) => number

/** Attendance of a group with that of whoever came along from another: what they came to there counts as well. */
export const attendanceWithEarlier = async (
  db: Reader,
  groupId: string,
): Promise<{ readonly attendance: Attendance; readonly heldFor: HeldFor }> => {
  const attendance = await attendanceOfGroup(db, groupId)
  const lines = await goingOnIn(db, groupId)
  if (lines.length === 0) return { attendance, heldFor: (placeId) => heldForPlace(attendance, { placeId }) }
  const earlier = new Map<string, Awaited<ReturnType<typeof attendanceWithEarlier>>>()
  for (const id of new Set(lines.map(({ earlierGroupId }) => earlierGroupId)))
    earlier.set(id, await attendanceWithEarlier(db, id))
  const before = (line: Line | undefined) => (line ? earlier.get(line.earlierGroupId) : undefined)
  const heldFor = (placeId: string): number => {
    const line = lines.find((each) => each.placeId === placeId)
    if (!line) return heldForPlace(attendance, { placeId })
    const since = heldForPlace(attendance, { placeId, since: line.since })
    return since + (before(line)?.heldFor(line.earlierPlaceId) ?? 0)
  }
  return {
    heldFor,
    attendance: {
      ...attendance,
      participants: attendance.participants.map((each) => {
        const line = lines.find(({ participantId }) => participantId === each.participantId)
        const was = before(line)?.attendance.participants.find(
          ({ participantId }) => participantId === line?.earlierParticipantId,
        )
        return was ? { ...each, attended: each.attended + was.attended, minutes: each.minutes + was.minutes } : each
      }),
      organisations: attendance.organisations.map((each) => {
        const line = lines.find(({ placeId }) => placeId === each.placeId)
        const was = before(line)?.attendance.organisations.find(({ placeId }) => placeId === line?.earlierPlaceId)
        return was
          ? {
              ...each,
              sessionsAttended: each.sessionsAttended + was.sessionsAttended,
              minutes: each.minutes + was.minutes,
            }
          : each
      }),
    },
  }
}
