import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import {
  file,
  fileRefused,
  invalid,
  overtaken,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { CannotRead, readSpreadsheet, writeCsv } from '../../../platform/spreadsheets/index.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { sendList } from '../actions/send-list.ts'
import { discardList, stateList } from '../actions/state-list.ts'
import { targetEvents } from '../events.ts'
import { knownForList, latestLists, targetListById } from '../list-queries.ts'
import { planList, refusedRowsOf, type TargetList } from '../target-list.ts'
import { listView } from './list.view.ts'
import { listsView } from './lists.view.ts'
import { yearAsked } from './years.ts'

const drawLists = async ({ context, frame, query }: PageRequest, form: FormState) => {
  const [years, lists] = await Promise.all([yearAsked(context, query.get('year') ?? ''), latestLists(context.db, 20)])
  return listsView(frame, { ...years, lists, form })
}

export const showLists: Page = async (request) => page(await drawLists(request, emptyForm))

/** Takes a list, reads it by what it is, and shows what each row would do; no target is stated yet. */
export const takeList: Page = async (request) => {
  const again = async (field: string, message: string) =>
    drawLists(request, { typed: request.body, errors: [{ field, message }] })
  const { years } = await yearAsked(request.context, '')
  const year = parseAcademicYear(typedText(request.body, 'year'))
  if (year === null || !years.includes(year)) return invalid(await again('year', 'Choose the year that is planned'))
  if (!request.upload) return invalid(await again('file', 'Choose a file'))
  try {
    const sheet = await readSpreadsheet(request.upload.bytes, typedText(request.body, 'sheet'))
    const fileName = request.upload.name || 'List'
    return redirect(`/network/targets/lists/${await sendList(request.context, { year, fileName, sheet })}`)
  } catch (problem) {
    if (problem instanceof Refused) return invalid(await again('file', problem.message))
    if (problem instanceof CannotRead) return fileRefused(await again('file', problem.message), 415)
    throw problem
  }
}

const listAt = async ({ context, params }: PageRequest): Promise<TargetList> => {
  const id = params['list'] ?? ''
  return found(isId(id) ? await targetListById(context.db, id) : null)
}

const drawList = async (request: PageRequest, form: FormState) => {
  const list = await listAt(request)
  const { db } = request.context
  const [known, history] = await Promise.all([
    knownForList(db, list.year),
    historyOf(db, { type: 'target-list', id: list.id }),
  ])
  const past = history.map((event) => ({
    title: targetEvents[event.name as keyof typeof targetEvents] ?? event.name,
    at: event.occurredAt,
    by: event.actorName,
  }))
  return listView(request.frame, { list, rows: planList(list.rows, known), past, form })
}

export const showList: Page = async (request) => page(await drawList(request, emptyForm))

const unless = async (request: PageRequest, work: (list: TargetList) => Promise<void>, to: string) => {
  const list = await listAt(request)
  try {
    await work(list)
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const drawn = await drawList(request, { typed: {}, errors: [{ field: '', message: problem.message }] })
    return problem instanceof Conflict ? overtaken(drawn) : invalid(drawn)
  }
  return redirect(to === '' ? `/network/targets/lists/${list.id}` : to)
}

export const state: Page = (request) =>
  unless(request, (list) => stateList(request.context, { listId: list.id, mark: typedText(request.body, 'mark') }), '')

export const discard: Page = (request) =>
  unless(request, (list) => discardList(request.context, list.id), '/network/targets/lists')

/** The rows that were not taken, with the reason: to mend and bring again. */
export const showRefused: Page = async (request) => {
  const list = await listAt(request)
  const refused =
    list.outcome?.refused ?? refusedRowsOf(planList(list.rows, await knownForList(request.context.db, list.year)))
  const rows = refused.flatMap(({ number, reason }) => {
    const row = list.rows.find((each) => each.number === number)
    return row ? [[row.hub, row.project, row.groups, row.places, String(number), reason]] : []
  })
  const name = `${list.fileName.replace(/\.\w{1,5}$/, '')}-refused.csv`
  const headings = ['Hub', 'Project code', 'Groups', 'Places', 'Row', 'Reason']
  return file({ body: writeCsv([headings, ...rows]), type: 'text/csv; charset=utf-8', name })
}
