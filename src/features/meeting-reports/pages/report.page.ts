import { found, Refused } from '../../../platform/errors.ts'
import { fileRefused, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { CannotRead, readSpreadsheet } from '../../../platform/spreadsheets/index.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { localInstant } from '../../../vocabulary/local-time.ts'
import {
  expectedAt,
  groupWorkedOn,
  isClosedAt,
  marksOfSession,
  reasonAgainstRegister,
  sessionOfGroup,
} from '../../registers/index.ts'
import { sendReport } from '../actions/send-report.ts'
import { confirmReport, discardReport } from '../actions/settle-report.ts'
import { linesOf, marksToMake } from '../confirming.ts'
import { addressesOfParticipants, reportOf, reportsWaiting } from '../queries.ts'
import { readConfirmation } from './confirm.form.ts'
import { confirmView } from './confirm.view.ts'
import { uploadView } from './upload.view.ts'

const placeOf = async ({ context, params }: PageRequest) => {
  const [groupId, sessionId] = [params['id'] ?? '', params['session'] ?? '']
  const group = found(await groupWorkedOn(context, groupId))
  const session = found(isId(sessionId) ? await sessionOfGroup(context.db, groupId, sessionId) : null)
  return { group, session, against: reasonAgainstRegister(session, group.status, context.now) }
}

const drawUpload = async (request: PageRequest, form: FormState) => {
  const place = await placeOf(request)
  const waiting = await reportsWaiting(request.context.db, place.session.id)
  return uploadView(request.frame, { ...place, waiting, form })
}

export const showUpload: Page = async (request) => page(await drawUpload(request, emptyForm))

export const takeReport: Page = async (request) => {
  const { group, session } = await placeOf(request)
  const again = (message: string) => drawUpload(request, { typed: request.body, errors: [{ field: 'file', message }] })
  if (!request.upload) return invalid(await again('Choose the file of the report'))
  try {
    const sheet = await readSpreadsheet(request.upload.bytes)
    const ids = { groupId: group.id, sessionId: session.id }
    const fileName = request.upload.name || 'Report'
    const id = await sendReport(request.context, { ...ids, fileName, readAs: sheet.readAs, rows: sheet.rows })
    return redirect(`/groups/${group.id}/sessions/${session.id}/report/${id}`)
  } catch (problem) {
    if (problem instanceof Refused) return invalid(await again(problem.message))
    if (problem instanceof CannotRead) return fileRefused(await again(problem.message), 415)
    throw problem
  }
}

const expectedWith = async ({ context }: PageRequest, groupId: string, id: string, onDate: Temporal.PlainDate) => {
  const expected = await expectedAt(context.db, { id, groupId, onDate })
  const ids = expected.map((one) => one.id)
  const [addresses, marks] = await Promise.all([
    addressesOfParticipants(context.db, ids),
    marksOfSession(context.db, id),
  ])
  return expected.map((one) => ({
    id: one.id,
    name: one.name,
    organisation: one.organisation,
    gaveNotice: one.given_at !== null,
    addresses: addresses.get(one.id) ?? [],
    standing: marks.filter((mark) => mark.standing && mark.participant_id === one.id),
  }))
}

const reportSeen = async (request: PageRequest) => {
  const { context, params } = request
  const { group, session, against } = await placeOf(request)
  const id = params['report'] ?? ''
  const report = found(isId(id) ? await reportOf(context.db, session.id, id) : null)
  const { onDate, startsAt, endsAt } = session
  if (!onDate || !startsAt || !endsAt) throw new Refused(against ?? '')
  const time = {
    from: localInstant(onDate, startsAt).epochMilliseconds,
    to: localInstant(onDate, endsAt).epochMilliseconds,
  }
  const expected = await expectedWith(request, group.id, session.id, onDate)
  const isClosed = isClosedAt(session, context.now)
  return { group, session, against, report, expected, isClosed, time, lines: linesOf(report.joined, expected, time) }
}

export const showReport: Page = async (request) =>
  page(confirmView(request.frame, { ...(await reportSeen(request)), form: emptyForm }))

export const saveReport: Page = async (request) => {
  const seen = await reportSeen(request)
  const { group, session, report } = seen
  const parsed = readConfirmation(request.body, seen.lines, seen.isClosed)
  if (!parsed.ok) return invalid(confirmView(request.frame, { ...seen, form: parsed }))
  const marks = marksToMake(report.joined, seen, parsed.value)
  const ids = { groupId: group.id, sessionId: session.id, id: report.id }
  const taken = await confirmReport(request.context, { ...ids, marks, reason: parsed.value.reason })
  const came = taken.beside.length > 0 ? 'differs' : 'saved'
  return redirect(`/groups/${group.id}/sessions/${session.id}/register?${came}=1`)
}

export const discard: Page = async (request) => {
  const { group, session, report } = await reportSeen(request)
  await discardReport(request.context, { groupId: group.id, sessionId: session.id, id: report.id })
  return redirect(`/groups/${group.id}/sessions/${session.id}/register`)
}
