import type { Reader } from '../../platform/database/index.ts'
import { found } from '../../platform/errors.ts'
import { type Attendance, attendanceSummed } from './attendance.ts'
import { toCountIn } from './attended-queries.ts'

const sessionsOf = (db: Reader, groupId: string) =>
  db
    .selectFrom('sessions')
    .select(['id', 'number', 'on_date as onDate', 'status', 'kind', 'host_organisation_id'])
    .where('group_id', '=', groupId)
    .where('status', '<>', 'cancelled')
    .orderBy('number')
    .execute()

/** Who came to what: of a group, by participant and by place, with the time. A conflict counts only once settled. */
export const attendanceOfGroup = async (db: Reader, groupId: string): Promise<Attendance> => {
  const [sessions, toCount] = await Promise.all([sessionsOf(db, groupId), toCountIn(db, [groupId])])
  return {
    sessions: sessions.map(({ kind, host_organisation_id: host, ...session }) => ({
      ...session,
      visitTo: kind === 'visit' ? host : null,
    })),
    ...attendanceSummed(found(toCount.get(groupId))),
  }
}
