import { found } from '../../../platform/errors.ts'
import { file, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { typeset } from '../../../platform/pdf.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { formatDay, formatTimeRange, localInstant } from '../../../vocabulary/local-time.ts'
import {
  expectedAt,
  groupWorkedOn,
  isClosedAt,
  marksOfSession,
  reasonAgainstRegister,
  sessionOfGroup,
  takeRegister,
} from '../../registers/index.ts'
import { paperLegend } from '../paper-mark.ts'
import { readPaper } from './paper.form.ts'
import { paperView } from './paper.view.ts'

const sheetOf = async ({ context, params }: PageRequest) => {
  const [groupId, sessionId] = [params['id'] ?? '', params['session'] ?? '']
  const group = found(await groupWorkedOn(context, groupId))
  const session = found(isId(sessionId) ? await sessionOfGroup(context.db, groupId, sessionId) : null)
  const onDate = session.onDate ?? context.today
  const [expected, marks] = await Promise.all([
    expectedAt(context.db, { id: sessionId, groupId, onDate }),
    marksOfSession(context.db, sessionId),
  ])
  const rows = expected.map(({ id, name, organisation }, at) => ({
    id,
    number: at + 1,
    name,
    organisation,
    standing: marks.filter((mark) => mark.standing && mark.participant_id === id),
  }))
  const against = reasonAgainstRegister(session, group.status, context.now)
  return { group, session, rows, against, isClosed: isClosedAt(session, context.now) }
}

/** The list of a session to print: names and schools, with room to write. */
export const printSheet: Page = async (request) => {
  const { group, session, rows } = await sheetOf(request)
  const when = [
    session.onDate && formatDay(session.onDate),
    session.startsAt && session.endsAt && formatTimeRange(session.startsAt, session.endsAt),
    session.venue,
  ]
  const body = await typeset({
    template: 'features/paper-registers/sheet.typ',
    data: {
      network: request.frame.networkName,
      group: group.name,
      project: group.projectTitle,
      hub: group.hubName,
      session: `Register of session ${session.number}${session.title ? `: ${session.title}` : ''}`,
      when: when.filter(Boolean).join(', ') || 'Date to be confirmed',
      legend: paperLegend,
      rows: rows.map(({ number, name, organisation }) => ({ number: String(number), name, organisation })),
    },
  })
  return file({ body, type: 'application/pdf', name: `register-session-${session.number}.pdf` })
}

export const showPaper: Page = async (request) =>
  page(paperView(request.frame, { ...(await sheetOf(request)), form: emptyForm }))

export const savePaper: Page = async (request) => {
  const sheet = await sheetOf(request)
  const { context } = request
  const { group, session } = sheet
  const parsed = readPaper(request.body, sheet.rows, sheet.isClosed)
  if (!parsed.ok) return invalid(paperView(request.frame, { ...sheet, form: parsed }))
  // It was written in the room: as far as is known, when the session began.
  const began = session.onDate && session.startsAt ? localInstant(session.onDate, session.startsAt) : context.now
  const at = Temporal.Instant.compare(began, context.now) > 0 ? context.now : began
  const made = { origin: 'paper' as const, at }
  const { marks, newcomers, reason } = parsed.value
  const taken = await takeRegister(context, {
    groupId: group.id,
    sessionId: session.id,
    marks: marks.map((mark) => ({ ...mark, made, reason })),
    walkIns: newcomers.map((each) => ({ ...each, made })),
  })
  const came = taken.beside.length > 0 ? 'differs' : 'saved'
  return redirect(`/groups/${group.id}/sessions/${session.id}/register?${came}=1`)
}
