import { found } from '../../../platform/errors.ts'
import { file, type Page, page } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { isPostKind, postLabels } from '../../../vocabulary/posts.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import { participantsInSight, partLabels } from '../../places/index.ts'
import { attendanceOfGroup } from '../attendance-queries.ts'
import { groupWorkedOn } from '../queries.ts'
import { waitingInGroup } from '../set-aside-queries.ts'
import { attendanceView } from './attendance.view.ts'

export const showAttendance: Page = async ({ context, params, frame }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const [attendance, waiting] = await Promise.all([
    attendanceOfGroup(context.db, group.id),
    waitingInGroup(context.db, group.id),
  ])
  return page(attendanceView(frame, { group, attendance, waiting: waiting.filter((each) => each.waiting > 0) }))
}

/** The people of a group as a file, for those who work on it; addresses stand where the page shows them (domain rule 10). */
export const exportPeople: Page = async ({ context, params }) => {
  const group = found(await groupWorkedOn(context, params['id'] ?? ''))
  const [people, attendance] = await Promise.all([
    participantsInSight(context, group),
    attendanceOfGroup(context.db, group.id),
  ])
  const cameTo = new Map(attendance.participants.map(({ participantId, attended }) => [participantId, attended]))
  const rows = people.map((person) => [
    person.organisation,
    person.name,
    person.post && isPostKind(person.post) ? postLabels[person.post] : '',
    partLabels[person.part],
    person.address ?? '',
    String(cameTo.get(person.id) ?? 0),
  ])
  const head = ['School or provider', 'Name', 'Post', 'Part', 'Email address', 'Sessions attended']
  const name = `${slugOf(group.name)}-people.csv`
  return file({ body: writeCsv([head, ...rows]), type: 'text/csv; charset=utf-8', name })
}
