import { found, Refused } from '../../../platform/errors.ts'
import { invalidForm, parseForm } from '../../../platform/forms.ts'
import { file, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { settleQuestion } from '../actions/settle-question.ts'
import {
  changesOfImport,
  importById,
  latestImports,
  openQuestions,
  questionById,
  recentImports,
  refusedOfImport,
} from '../queries.ts'
import { type ChangeKind, changeKinds, refusedAsRows } from '../register-import.ts'
import { questionView } from './question.view.ts'
import { settleForm } from './registers.form.ts'
import { importView, registersView } from './registers.view.ts'

const mostReadings = 20
const pageSize = 50

export const showRegisters: Page = async ({ context: { db }, frame }) => {
  const [latest, recent, questions] = await Promise.all([
    latestImports(db),
    recentImports(db, mostReadings),
    openQuestions(db),
  ])
  return page(registersView(frame, { latest, recent, questions }))
}

const kindFrom = (text: string | null): ChangeKind | null => changeKinds.find((kind) => kind === text) ?? null

/** The page asked for: the first for anything that is none. */
export const pageFrom = (query: URLSearchParams): number => {
  const asked = Number(query.get('page') ?? 1)
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1
}

export const showImport: Page = async ({ context: { db }, params, query, frame }) => {
  const id = params['reading'] ?? ''
  const one = found(isId(id) ? await importById(db, id) : null)
  const kind = kindFrom(query.get('kind'))
  const at = pageFrom(query)
  const { changes, counts } = await changesOfImport(db, {
    importId: id,
    kind,
    from: (at - 1) * pageSize,
    most: pageSize,
  })
  return page(importView(frame, { one, changes, counts, kind, page: at, pageSize }))
}

/** Every refused row with its reason, for a spreadsheet program. */
export const refusedRows: Page = async ({ context: { db }, params }) => {
  const id = params['reading'] ?? ''
  const { fileName, refused } = found(isId(id) ? await refusedOfImport(db, id) : null)
  const name = `${fileName.replace(/\.csv$/i, '')}-refused.csv`
  return file({ body: writeCsv(refusedAsRows(refused)), type: 'text/csv; charset=utf-8', name })
}

const questionOf = async ({ context, params }: PageRequest) => {
  const id = params['question'] ?? ''
  return found(isId(id) ? await questionById(context.db, id) : null)
}

export const showQuestion: Page = async (request) =>
  page(questionView(request.frame, await questionOf(request), emptyForm))

export const settle: Page = async (request) => {
  const question = await questionOf(request)
  const form = parseForm(settleForm, request.body)
  if (!form.ok) return invalid(questionView(request.frame, question, form))
  try {
    await settleQuestion(request.context, { id: question.id, ...form.value })
    return redirect('/network/registers')
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const field = form.value.answer === 'successor' ? 'urn' : 'answer'
    const refused = invalidForm(request.body, { field, message: problem.message })
    if (refused.ok) throw problem
    return invalid(questionView(request.frame, question, refused))
  }
}
