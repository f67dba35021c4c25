import { found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import { historyOf } from '../../../platform/history.ts'
import { file, invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { pageFrom } from '../../../ui/components/pager.ts'
import type { FieldError } from '../../../vocabulary/form.ts'
import { receiptForPreview } from '../../interest/index.ts'
import { offerById } from '../../offers/index.ts'
import { discardImport } from '../actions/discard-import.ts'
import { startImport } from '../actions/start-import.ts'
import { startUndo } from '../actions/undo-import.ts'
import { importEventSentence } from '../events.ts'
import { isOutcome, type Outcome } from '../import.ts'
import { refusedFile } from '../refused-file.ts'
import { countsOf, refusedRows, rowsShown } from '../row-queries.ts'
import { importView } from './import.view.ts'
import { importAt } from './imports.page.ts'

const pageSize = 50
const toldOnlyOfRows = new Set(['import.request-made', 'import.people-made'])

const chosenOutcomes = (query: URLSearchParams): readonly Outcome[] | null => {
  const asked = (query.get('outcome') ?? '').split(' ').filter(isOutcome)
  return asked.length > 0 ? asked : null
}

const draw = async (request: PageRequest, errors: readonly FieldError[] = []) => {
  const { hub, spreadsheet, base } = await importAt(request)
  const { context, query } = request
  const at = pageFrom(query)
  const outcomes = chosenOutcomes(query)
  const isKept = spreadsheet.rowsDeletedAt === null
  const [counts, shown, offer, history] = await Promise.all([
    isKept ? countsOf(context.db, spreadsheet.id) : spreadsheet.counts,
    rowsShown(context.db, spreadsheet.id, { outcomes, offset: (at - 1) * pageSize, limit: pageSize }),
    spreadsheet.offerId ? offerById(context.db, spreadsheet.offerId) : null,
    historyOf(context.db, { type: 'import', id: spreadsheet.id }),
  ])
  const letter = offer && spreadsheet.kind === 'interest' ? receiptForPreview(offer) : null
  return importView(request.frame, {
    hub,
    spreadsheet,
    base,
    counts,
    ...shown,
    page: at,
    pageSize,
    outcomes,
    offer: offer ? offer.project.title : null,
    letter,
    history: history
      .filter(({ name }) => !toldOnlyOfRows.has(name))
      .map((event) => ({ ...event, sentence: importEventSentence(event.name) })),
    form: { typed: request.body, errors },
  })
}

/** An import: what it will do, how far it has come, or what it did. It can be left and come back to. */
export const showImport: Page = async (request) => {
  const { spreadsheet, base } = await importAt(request)
  return spreadsheet.status === 'matching' ? redirect(`${base}/columns`) : page(await draw(request))
}

const unlessRefused = async (request: PageRequest, work: (importId: string) => Promise<void>) => {
  const { spreadsheet, base } = await importAt(request)
  try {
    await work(spreadsheet.id)
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    return invalid(await draw(request, [{ field: 'tells', message: problem.message }]))
  }
  return redirect(base)
}

export const run: Page = (request) =>
  unlessRefused(request, (importId) =>
    startImport(request.context, { importId, tells: typedText(request.body, 'tells') === 'yes' }),
  )

export const undo: Page = (request) => unlessRefused(request, (importId) => startUndo(request.context, importId))

export const discard: Page = async (request) => {
  const { spreadsheet, hub } = await importAt(request)
  await discardImport(request.context, spreadsheet.id)
  return redirect(`/hub/${hub.slug}/imports`)
}

/** The rows that were not taken, with the reason: to mend and bring again. */
export const showRefused: Page = async (request) => {
  const { spreadsheet } = await importAt(request)
  if (spreadsheet.rowsDeletedAt) throw found(null)
  const rows = await refusedRows(request.context.db, spreadsheet.id)
  const name = `${spreadsheet.fileName.replace(/\.\w{1,5}$/, '')}-refused.csv`
  return file({ body: writeCsv(refusedFile(spreadsheet.header, rows)), type: 'text/csv; charset=utf-8', name })
}
