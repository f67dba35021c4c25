import { parseForm } from '../../../platform/forms.ts'
import { type Answer, file, invalid, type Page, type PageRequest, page } from '../../../platform/http/routes.ts'
import { writeCsv } from '../../../platform/spreadsheets/index.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { isPostKind, postLabels } from '../../../vocabulary/posts.ts'
import { takeOutParticipants } from '../actions/take-out-participants.ts'
import { exportChoices } from '../export-queries.ts'
import { exportForm } from './export.form.ts'
import { exportView } from './export.view.ts'

const drawn = async ({ context, frame }: PageRequest, form: FormState) => {
  const { years, hubs } = await exportChoices(context.db)
  return exportView(frame, {
    form,
    years: years.map((year) => ({ value: String(year), text: yearLabel(academicYear(year)) })),
    hubs: hubs.map(({ id, name }) => ({ value: id, text: name })),
  })
}

export const showExport: Page = async (request) => page(await drawn(request, emptyForm))

const head = ['Hub', 'Project', 'Code', 'Group', 'School or provider', 'URN', 'Name', 'Post', 'Part', 'Status']

/** The list of participants as a file, once the reason is stated and recorded. */
export const exportParticipants: Page = async (request): Promise<Answer> => {
  const parsed = parseForm(exportForm, request.body)
  if (!parsed.ok) return invalid(await drawn(request, parsed))
  const { year, hub: hubId, reason } = parsed.value
  const list = await takeOutParticipants(request.context, { year, hubId, reason })
  const rows = list.map((row) => [
    row.hub ?? '',
    row.project,
    row.code ?? '',
    row.group,
    row.organisation,
    row.urn === null ? '' : String(row.urn),
    row.name,
    row.post && isPostKind(row.post) ? postLabels[row.post] : (row.post ?? ''),
    row.part,
    row.status.replaceAll('_', ' '),
  ])
  return file({ body: writeCsv([head, ...rows]), type: 'text/csv; charset=utf-8', name: `participants-${year}.csv` })
}
