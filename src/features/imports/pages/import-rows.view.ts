import { pager } from '../../../ui/components/pager.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { type Import, type Outcome, outcomeLabels, outcomeTones } from '../import.ts'
import type { HubSeen } from './imports.view.ts'

export type RowSeen = {
  readonly number: number
  readonly who: string
  readonly school: string
  readonly meant: string | null
  readonly outcome: Outcome
  readonly reason: string | null
  readonly warnings: readonly string[]
  readonly interestId: string | null
  readonly undo: string | null
  readonly undoReason: string | null
}

type RowsPage = {
  readonly hub: HubSeen
  readonly spreadsheet: Import
  readonly base: string
  readonly rows: readonly RowSeen[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly outcomes: readonly Outcome[] | null
}

const undoWords = ({ undo, undoReason }: RowSeen): Html | false =>
  undo !== null &&
  html`<br>${undo === 'taken_back' ? statusTag('Taken back', 'over') : html`${statusTag('Left as it is', 'attention')} ${undoReason}`}`

const outcomeCell = (row: RowSeen, { hub, spreadsheet }: RowsPage): Html => {
  const tag = statusTag(outcomeLabels[spreadsheet.kind][row.outcome], outcomeTones[row.outcome])
  const words = [row.reason, ...row.warnings].filter(Boolean)
  const look =
    row.interestId &&
    html` <a class="govuk-link" href="/hub/${hub.slug}/interest/${row.interestId}">Look at it<span class="govuk-visually-hidden">, row ${row.number}</span></a>`
  return html`${tag}${look}${words.map((each) => html`<br>${each}`)}${undoWords(row)}`
}

const linkTo = ({ base, outcomes }: RowsPage, page: number): string =>
  `${base}?${outcomes ? `outcome=${outcomes.join('+')}&` : ''}page=${page}#rows`

const schoolCell = ({ school, meant }: RowSeen): Html | string => {
  if (school === '') return 'No school named'
  const isSaidSo = meant === null || school === meant || school.startsWith(`${meant},`)
  return isSaidSo
    ? school
    : html`${school}<br><span class="govuk-hint govuk-!-margin-bottom-0">Taken for ${meant}</span>`
}

/** Rows with what each will do, or did; of one kind, or all. */
export const rowsTable = (shown: RowsPage): Html => {
  const { rows, total, page, pageSize, outcomes, base } = shown
  return html`<h2 class="govuk-heading-m" id="rows">Rows</h2>
${outcomes && html`<p class="govuk-body"><a class="govuk-link" href="${base}#rows">Show all rows</a></p>`}
${
  rows.length > 0 &&
  scrollable(
    'Rows',
    table({
      stacks: true,
      caption: 'Rows of the file',
      captionClasses: 'govuk-visually-hidden',
      head: [{ text: 'Row', format: 'numeric' }, 'Person', 'School', 'What it does'],
      rows: rows.map((row) => [
        { text: row.number, format: 'numeric' as const },
        row.who === '' ? 'Nobody named' : row.who,
        schoolCell(row),
        outcomeCell(row, shown),
      ]),
    }),
  )
}
${pager({ page, pageSize, total, noun: 'rows', href: (to) => linkTo(shown, to) })}`
}
