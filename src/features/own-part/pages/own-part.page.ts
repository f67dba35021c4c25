import type { Context } from '../../../platform/context.ts'
import { found } from '../../../platform/errors.ts'
import { historyOf } from '../../../platform/history.ts'
import { file, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { ownLinkToken } from '../../../platform/links.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { slugOf } from '../../../vocabulary/slug.ts'
import { personIdOf } from '../../people/index.ts'
import { partLabels, placeEvents } from '../../places/index.ts'
import { attendanceOfGroup } from '../../registers/index.ts'
import { mayNameSuccessor, successorsOfPlace } from '../../replacing-people/index.ts'
import { chargesOf, ownPartIn, tasksOf } from '../queries.ts'
import { markInWords, ownPartView } from './own-part.view.ts'

const daysALinkLasts = 400

const ownOf = async ({ context, params }: PageRequest) => {
  const own = found(await ownPartIn(context, params['group'] ?? ''))
  const attendance = await attendanceOfGroup(context.db, own.group.id)
  const ids = new Set(own.own.map(({ participantId }) => participantId))
  const lines = attendance.participants.filter(({ participantId }) => ids.has(participantId))
  return { ...own, sessions: attendance.sessions, counting: attendance.counting, lines, participantIds: [...ids] }
}

const pastOf = async ({ db }: Context, placeIds: readonly string[]) => {
  const events = await Promise.all([...new Set(placeIds)].map((id) => historyOf(db, { type: 'place', id })))
  return events
    .flat()
    .toSorted((one, other) => other.id - one.id)
    .flatMap(({ name, occurredAt }) =>
      name in placeEvents ? [{ title: placeEvents[name as keyof typeof placeEvents], at: occurredAt }] : [],
    )
}

const successorsFor = async (context: Context, placeIds: readonly string[]) => {
  const asked = await Promise.all([...new Set(placeIds)].map((id) => successorsOfPlace(context.db, id, context.today)))
  return asked.flat().filter((each) => mayNameSuccessor(context.actor, each))
}

export const showOwnPart: Page = async (request) => {
  const { context, frame } = request
  const own = await ownOf(request)
  const placeIds = own.own.map(({ placeId }) => placeId)
  const [tasks, charges, past, successors] = await Promise.all([
    tasksOf(context.db, own.participantIds),
    chargesOf(context.db, own.participantIds),
    pastOf(context, placeIds),
    successorsFor(context, placeIds),
  ])
  const ownId = personIdOf(context.actor)
  return page(
    ownPartView(frame, {
      ...own,
      charges,
      past,
      successors,
      tasks: tasks.map((task) => ({
        ...task,
        href:
          task.personId === ownId
            ? `/reflect/${ownLinkToken(context, 'reflect', task.requestId, daysALinkLasts)}`
            : null,
      })),
    }),
  )
}

/** One's own part, or that of one's own people, as a file. */
export const exportOwnPart: Page = async (request) => {
  const { group, own, sessions, lines } = await ownOf(request)
  const head = ['School or provider', 'Name', 'Part', ...sessions.map(({ number }) => `Session ${number}`), 'Came to']
  const rows = own.map((part) => {
    const line = lines.find(({ participantId }) => participantId === part.participantId)
    const marks = sessions.map(({ id }) => markInWords(line?.marks[id]))
    return [
      part.organisation,
      part.name,
      partLabels[part.part as keyof typeof partLabels] ?? part.part,
      ...marks,
      String(line?.attended ?? 0),
    ]
  })
  const name = `${slugOf(group.name)}-${yearLabel(academicYear(group.year)).replace('/', '-')}.csv`
  return file({ body: writeCsv([head, ...rows]), type: 'text/csv; charset=utf-8', name })
}
