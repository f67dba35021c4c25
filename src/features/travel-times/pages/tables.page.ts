import { found, Refused } from '../../../platform/errors.ts'
import { typedText } from '../../../platform/forms.ts'
import {
  file,
  fileRefused,
  invalid,
  type Page,
  type PageRequest,
  page,
  redirect,
} from '../../../platform/http/routes.ts'
import { CannotRead, readSpreadsheet, writeCsv } from '../../../platform/spreadsheets/index.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYearOf, parseAcademicYear, yearSlug } from '../../../vocabulary/academic-year.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { sendTable } from '../actions/send-table.ts'
import { tableInForce, tablesAtHub, waysAsked, yearsOfTables } from '../queries.ts'
import { tablesView } from './tables.view.ts'

export const hubAsked = async ({ context, params }: PageRequest) =>
  found(await hubBySlug(context.db, params['hub'] ?? ''))

const draw = async (request: PageRequest, form: FormState) => {
  const { db, today } = request.context
  const hub = await hubAsked(request)
  const [years, tables] = await Promise.all([yearsOfTables(db, academicYearOf(today)), tablesAtHub(db, hub.id)])
  return tablesView(request.frame, { hub, years, tables, form })
}

export const showTables: Page = async (request) => page(await draw(request, emptyForm))

/** Takes a table, reads it by what it is, and shows what it says; it does not count yet. */
export const takeTable: Page = async (request) => {
  const hub = await hubAsked(request)
  const { db, today } = request.context
  const again = (field: string, message: string) => draw(request, { typed: request.body, errors: [{ field, message }] })
  const year = parseAcademicYear(typedText(request.body, 'year'))
  if (year === null || !(await yearsOfTables(db, academicYearOf(today))).includes(year))
    return invalid(await again('year', 'Choose the year of the groups'))
  if (!request.upload) return invalid(await again('file', 'Choose a file'))
  try {
    const sheet = await readSpreadsheet(request.upload.bytes, typedText(request.body, 'sheet'))
    const fileName = (request.upload.name || 'Table').slice(0, 120)
    const id = await sendTable(request.context, { hubId: hub.id, year, fileName, sheet })
    return redirect(`/hub/${hub.slug}/travel-times/${id}`)
  } catch (problem) {
    if (problem instanceof Refused) return invalid(await again('file', problem.message))
    if (problem instanceof CannotRead) return fileRefused(await again('file', problem.message), 415)
    throw problem
  }
}

/** The ways that placements of a year ask for, with what is known, to be filled in and brought back. */
export const downloadToFillIn: Page = async (request) => {
  const hub = await hubAsked(request)
  const { db, today } = request.context
  const year = parseAcademicYear(request.query.get('year') ?? '') ?? academicYearOf(today)
  const now = await tableInForce(db, { hubId: hub.id, year })
  const ways = await waysAsked(db, { hubId: hub.id, year, tableId: now?.id ?? null })
  const rows = ways.map(({ school, urn, postcode, venue, minutes }) => [
    school,
    urn === null ? '' : String(urn),
    postcode ?? '',
    venue,
    minutes === null ? '' : String(minutes),
  ])
  return file({
    body: writeCsv([['School', 'URN', 'Postcode', 'Venue', 'Minutes'], ...rows]),
    type: 'text/csv; charset=utf-8',
    name: `minutes-for-travel-${yearSlug(year)}.csv`,
  })
}
