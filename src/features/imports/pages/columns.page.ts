import { Refused } from '../../../platform/errors.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { type FormState, formFrom } from '../../../ui/fields.ts'
import type { FieldError, Typed } from '../../../vocabulary/form.ts'
import {
  faultsOf,
  isFieldFor,
  type Options,
  proposeMatching,
  proposeOptions,
  samplesOf,
} from '../../old-lists/index.ts'
import { chooseHeader, matchColumns } from '../actions/match-columns.ts'
import { type Import, isChangeable } from '../import.ts'
import { type Matching, matchingOfShape } from '../matching-queries.ts'
import { rawRowsOf } from '../row-queries.ts'
import { columnsView } from './columns.view.ts'
import { importAt } from './imports.page.ts'

const rowsLookedAt = 200
const fieldOf = (column: number): string => `column_${column}`

type Proposed = { readonly matching: readonly string[]; readonly options: Options; readonly name: string }

const usualName = ({ fileName }: Import): string => fileName.replace(/\.\w{1,5}$/, '').slice(0, 60)

const proposed = (spreadsheet: Import, rows: readonly (readonly string[])[], known: Matching | null): Proposed => {
  if (spreadsheet.matching)
    return { matching: spreadsheet.matching, options: spreadsheet.options, name: known?.name ?? usualName(spreadsheet) }
  if (known) return known
  const samples = spreadsheet.header.map((_, at) => samplesOf(rows, -1, at, 50))
  const matching = proposeMatching(spreadsheet.header, samples, spreadsheet.kind)
  return { matching, options: proposeOptions(rows, matching), name: usualName(spreadsheet) }
}

const typedOf = ({ matching, options, name }: Proposed): Typed => ({
  ...Object.fromEntries(matching.map((key, at) => [fieldOf(at), key])),
  options: [options.surnameFirst ? 'surname_first' : '', options.fillsDown ? 'fills_down' : ''].filter(Boolean),
  remember: 'yes',
  name,
})

const draw = async (request: PageRequest, form: FormState | null = null) => {
  const { hub, spreadsheet, base } = await importAt(request)
  const { db } = request.context
  const raw = await rawRowsOf(db, spreadsheet.id, rowsLookedAt)
  const rows = raw.filter(({ number }) => number > spreadsheet.headerRow + 1).map(({ cells }) => cells)
  const shape = { kind: spreadsheet.kind, shape: spreadsheet.headerShape }
  const known = await matchingOfShape(db, hub.id, shape)
  return columnsView(request.frame, {
    hub,
    spreadsheet,
    base,
    known: known?.name ?? null,
    columns: spreadsheet.header.map((heading, at) => ({
      field: fieldOf(at),
      heading,
      samples: samplesOf(rows, -1, at),
    })),
    headings: raw.slice(0, 12).map(({ number, cells }) => ({
      number,
      words: cells.filter(Boolean).slice(0, 6).join(' · ').slice(0, 120),
    })),
    form: form ?? formFrom(typedOf(proposed(spreadsheet, rows, known))),
  })
}

export const showColumns: Page = async (request) => {
  const { spreadsheet, base } = await importAt(request)
  return isChangeable(spreadsheet.status) ? page(await draw(request)) : redirect(base)
}

const errorsIn = (body: Typed, matching: readonly string[], remember: boolean): readonly FieldError[] => {
  const firstColumn = fieldOf(0)
  const faults = faultsOf(matching).map((message) => ({ field: firstColumn, message }))
  const name = typedText(body, 'name')
  if (remember && name === '') return [...faults, { field: 'name', message: 'Enter a name to remember this by' }]
  return name.length > 60 ? [...faults, { field: 'name', message: 'Use at most 60 characters' }] : faults
}

/** Says what each column means; the rows are then read in the background. */
export const saveColumns: Page = async (request) => {
  const { spreadsheet, base } = await importAt(request)
  const { body, context } = request
  const typed = spreadsheet.header.map((_, at) => typedText(body, fieldOf(at)))
  const matching = typed.map((key) => (isFieldFor(key, spreadsheet.kind) ? key : ''))
  const remember = typedText(body, 'remember') === 'yes'
  const errors = errorsIn(body, matching, remember)
  if (errors.length > 0) return invalid(await draw(request, { typed: body, errors }))
  const said = typedList(body, 'options')
  const options = { surnameFirst: said.includes('surname_first'), fillsDown: said.includes('fills_down') }
  const name = remember ? typedText(body, 'name') : null
  await matchColumns(context, { importId: spreadsheet.id, matching, options, name })
  return redirect(base)
}

/** Says in which row the headings stand. */
export const saveHeader: Page = async (request) => {
  const { spreadsheet, base } = await importAt(request)
  const number = Number.parseInt(typedText(request.body, 'row'), 10)
  try {
    await chooseHeader(request.context, { importId: spreadsheet.id, number: Number.isInteger(number) ? number : 0 })
  } catch (problem) {
    if (!(problem instanceof Refused) || !isChangeable(spreadsheet.status)) throw problem
    return invalid(await draw(request, { typed: request.body, errors: [{ field: 'row', message: problem.message }] }))
  }
  return redirect(`${base}/columns`)
}
