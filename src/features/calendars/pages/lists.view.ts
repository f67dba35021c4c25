import { button } from '../../../ui/components/button.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, fileField, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { datesInWords, termKindLabels } from '../school-days.ts'
import {
  countTermRows,
  markOfTermList,
  type TermList,
  type TermListStatus,
  type TermOutcome,
  type TermPlanned,
} from '../term-list.ts'
import { crumbsOf, type Scope } from './days.view.ts'

const statusLabels: Readonly<Record<TermListStatus, string>> = {
  waiting: 'To be confirmed',
  stated: 'Stated',
  discarded: 'Thrown away',
}
const statusTones: Readonly<Record<TermListStatus, Tone>> = { waiting: 'attention', stated: 'good', discarded: 'over' }
const labels: Readonly<Record<TermOutcome, string>> = {
  new: 'New',
  changed: 'Changes what stands',
  same: 'As it stands',
  refused: 'Refused',
}
const tones: Readonly<Record<TermOutcome, Tone>> = { new: 'new', changed: 'new', same: 'over', refused: 'bad' }

type Lists = { readonly scope: Scope; readonly lists: readonly TermList[]; readonly form: FormState }

/** Bring a list of terms and holidays, and what became of those brought before. */
export const termListsView = (frame: Frame, { scope, lists, form }: Lists): Html =>
  layout(
    frame,
    {
      title: 'Bring a list of terms',
      breadcrumbs: crumbsOf(scope, { text: 'Lists of terms' }),
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Bring a list of terms</h1>
<p class="govuk-body">A list with the columns Authority, Name, First day and Last day, one row for each term or holiday. A column headed Kind may say which it is; without one, the name tells. You see first what every row would do. What the list does not name stays as it is.</p>
<form method="post" action="${scope.base}/lists" enctype="multipart/form-data" novalidate>
${fileField(form, { name: 'file', label: 'The list', hint: `CSV or Excel (.xlsx), at most 10 MB${form.errors.length > 0 ? '. Choose the file again: your browser does not keep it' : ''}`, accept: '.csv,.txt,.tsv,.xlsx' })}
${button({ text: 'Show what it would do', preventDoubleClick: true })}
</form></div></div>
${
  lists.length > 0 &&
  table({
    caption: 'Lists that were brought',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: ['Brought', 'File', 'What became of it'],
    rows: lists.map((list) => [
      html`<a class="govuk-link" href="${scope.base}/lists/${list.id}">${formatInstant(list.sentAt)}</a>`,
      list.fileName,
      statusTag(statusLabels[list.status], statusTones[list.status]),
    ]),
  })
}`,
  )

type Shown = {
  readonly scope: Scope
  readonly list: TermList
  readonly rows: readonly TermPlanned[]
  readonly form: FormState
}

const toRow = ({ row, outcome, reason, dates, before }: TermPlanned) => [
  { text: row.number, format: 'numeric' as const },
  row.authority,
  row.name,
  dates ? html`${termKindLabels[dates.kind]}, ${datesInWords(dates)}` : [row.from, row.to].filter(Boolean).join(' to '),
  html`${statusTag(labels[outcome], tones[outcome])}${reason && html` ${reason}.`}${outcome === 'changed' && before && html` It stands at ${datesInWords(before)}.`}`,
]

const rowsPart = (rows: readonly TermPlanned[]): Html =>
  table({
    caption: 'What each row would do',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: [{ text: 'Row', format: 'numeric' }, 'Authority', 'Name', 'Days', 'What it would do'],
    rows: rows.map(toRow),
  })

const refusedPart = (list: TermList): Html => {
  const refused = list.outcome?.refused ?? []
  if (refused.length === 0) return html`<p class="govuk-body">No row was refused.</p>`
  return table({
    caption: 'Rows that were refused',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: [{ text: 'Row', format: 'numeric' }, 'Authority', 'Name', 'Why'],
    rows: refused.map(({ number, reason }) => {
      const row = list.rows.find((each) => each.number === number)
      return [{ text: number, format: 'numeric' as const }, row?.authority ?? '', row?.name ?? '', `${reason}.`]
    }),
  })
}

const deciding = ({ scope, list, rows }: Shown): Html => {
  const { new: fresh, changed } = countTermRows(rows)
  const [base, count] = [`${scope.base}/lists/${list.id}`, fresh + changed]
  return html`${
    count === 0
      ? html`<p class="govuk-body">No row changes anything.</p>`
      : html`<form method="post" action="${base}/state" novalidate>${hiddenField('mark', markOfTermList(rows))}${button({ text: `State ${count} ${count === 1 ? 'term or holiday' : 'terms and holidays'}`, preventDoubleClick: true })}</form>`
  }<form method="post" action="${base}/discard" novalidate>${button({ text: 'Throw the list away', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

/** A list of terms and holidays: what each row would do, or what came of it. */
export const termListView = (frame: Frame, shown: Shown): Html => {
  const { scope, list, rows, form } = shown
  const counts = list.outcome?.counts ?? countTermRows(rows)
  return layout(
    frame,
    {
      title: list.fileName,
      breadcrumbs: crumbsOf(scope, { text: 'Lists of terms', href: `${scope.base}/lists` }, { text: list.fileName }),
      errors: form.errors,
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">Terms and holidays of schools</span><h1 class="govuk-heading-l">${list.fileName}</h1>
<p class="govuk-body-l">${statusTag(statusLabels[list.status], statusTones[list.status])} ${list.status === 'waiting' && 'Nothing is stated before you confirm it.'}</p>
${
  list.status !== 'discarded' &&
  statFigures([
    { label: 'New', value: counts.new },
    { label: list.status === 'stated' ? 'Changed' : 'Changes', value: counts.changed },
    { label: 'As they stood', value: counts.same },
    { label: 'Refused', value: counts.refused },
  ])
}
${counts.refused > 0 && list.status !== 'discarded' && html`<p class="govuk-body"><a class="govuk-link" href="${scope.base}/lists/${list.id}/refused.csv">The refused rows as CSV, with the reasons</a>: mend them and bring them again.</p>`}
${list.status === 'waiting' && html`${deciding(shown)}${rowsPart(rows)}`}
${list.status === 'stated' && refusedPart(list)}`,
  )
}
