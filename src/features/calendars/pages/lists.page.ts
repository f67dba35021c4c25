import { Conflict, found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
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
import { isId } from '../../../vocabulary/ids.ts'
import { discardTermList, sendTermList, stateTermList } from '../actions/state-term-list.ts'
import { knownForTerms, termListOf, termListsOf } from '../queries.ts'
import { planTermList, refusedTermRows, type TermList } from '../term-list.ts'
import type { Scope } from './days.view.ts'
import { termListsView, termListView } from './lists.view.ts'
import { scopeOf } from './scope.ts'

const drawLists = async (request: PageRequest, form: FormState) => {
  const scope = await scopeOf(request)
  return termListsView(request.frame, { scope, lists: await termListsOf(request.context.db, hubIdOf(scope)), form })
}

const hubIdOf = ({ hub }: Scope): string | null => hub?.id ?? null

export const showTermLists: Page = async (request) => page(await drawLists(request, emptyForm))

/** Takes a list, reads it by what it is, and shows what each row would do; nothing is stated yet. */
export const takeTermList: Page = async (request) => {
  const again = (message: string) => drawLists(request, { typed: request.body, errors: [{ field: 'file', message }] })
  if (!request.upload) return invalid(await again('Choose a file'))
  const scope = await scopeOf(request)
  try {
    const sheet = await readSpreadsheet(request.upload.bytes)
    const fileName = request.upload.name || 'List'
    return redirect(
      `${scope.base}/lists/${await sendTermList(request.context, { hubId: hubIdOf(scope), fileName, sheet })}`,
    )
  } catch (problem) {
    if (problem instanceof Refused) return invalid(await again(problem.message))
    if (problem instanceof CannotRead) return fileRefused(await again(problem.message), 415)
    throw problem
  }
}

const listAt = async (request: PageRequest): Promise<{ scope: Scope; list: TermList }> => {
  const scope = await scopeOf(request)
  const id = request.params['termList'] ?? ''
  return { scope, list: found(isId(id) ? await termListOf(request.context.db, id, hubIdOf(scope)) : null) }
}

const rowsOf = async ({ context }: PageRequest, list: TermList) =>
  planTermList(list.rows, await knownForTerms(context.db, { hubId: list.hubId, today: context.today }))

const drawList = async (request: PageRequest, form: FormState) => {
  const { scope, list } = await listAt(request)
  const rows = list.status === 'waiting' ? await rowsOf(request, list) : []
  return termListView(request.frame, { scope, list, rows, form })
}

export const showTermList: Page = async (request) => page(await drawList(request, emptyForm))

const unless = async (request: PageRequest, work: () => Promise<void>, to: string) => {
  try {
    await work()
  } catch (problem) {
    if (!(problem instanceof Refused || problem instanceof Conflict)) throw problem
    const drawn = await drawList(request, { typed: {}, errors: [{ field: '', message: problem.message }] })
    return problem instanceof Conflict ? overtaken(drawn) : invalid(drawn)
  }
  return redirect(to)
}

export const state: Page = async (request) => {
  const { scope, list } = await listAt(request)
  const mark = typedText(request.body, 'mark')
  const work = () => stateTermList(request.context, { hubId: hubIdOf(scope), listId: list.id, mark })
  return unless(request, work, `${scope.base}/lists/${list.id}`)
}

export const discard: Page = async (request) => {
  const { scope, list } = await listAt(request)
  const work = () => discardTermList(request.context, { hubId: hubIdOf(scope), listId: list.id })
  return unless(request, work, `${scope.base}/lists`)
}

/** The rows that were not taken, with the reason: to mend and bring again. */
export const showRefused: Page = async (request) => {
  const { list } = await listAt(request)
  const refused = list.outcome?.refused ?? refusedTermRows(await rowsOf(request, list))
  const rows = refused.flatMap(({ number, reason }) => {
    const row = list.rows.find((each) => each.number === number)
    return row ? [[row.authority, row.name, row.kind, row.from, row.to, String(number), reason]] : []
  })
  const headings = ['Authority', 'Name', 'Kind', 'First day', 'Last day', 'Row', 'Reason']
  const name = `${list.fileName.replace(/\.\w{1,5}$/, '')}-refused.csv`
  return file({ body: writeCsv([headings, ...rows]), type: 'text/csv; charset=utf-8', name })
}
