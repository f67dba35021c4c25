import { found } from '../../../platform/errors.ts'
import { type Page, page } from '../../../platform/http/routes.ts'
import { attendanceOfGroup } from '../attendance-queries.ts'
import { groupWorkedOn } from '../queries.ts'
import { attendanceView } from './attendance.view.ts'

export const showAttendance: Page = async ({ context, params, frame }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  return page(attendanceView(frame, { group, attendance: await attendanceOfGroup(context.db, group.id) }))
}
