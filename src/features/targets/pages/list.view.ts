import { button } from '../../../ui/components/button.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { planInWords } from '../target.ts'
import { countOutcomes, markOfList, type RowOutcome, type RowPlanned, type TargetList } from '../target-list.ts'
import { around, listStatusLabels, listStatusTones } from './lists.view.ts'

const labels: Readonly<Record<RowOutcome, string>> = {
  new: 'New target',
  changed: 'Changes a target',
  same: 'As it stands',
  refused: 'Refused',
}
const tones: Readonly<Record<RowOutcome, Tone>> = { new: 'new', changed: 'new', same: 'over', refused: 'bad' }

type Shown = {
  readonly list: TargetList
  readonly rows: readonly RowPlanned[]
  readonly past: readonly { readonly title: string; readonly at: Temporal.Instant; readonly by: string | null }[]
  readonly form: FormState
}

const toRow = ({ row, outcome, reason, before }: RowPlanned) => [
  { text: row.number, format: 'numeric' as const },
  row.hub,
  row.project,
  { text: row.groups, format: 'numeric' as const },
  { text: row.places, format: 'numeric' as const },
  html`${statusTag(labels[outcome], tones[outcome])}${reason && html` ${reason}.`}${outcome === 'changed' && html` It stands at ${planInWords(before)}.`}`,
]

const rowsPart = (rows: readonly RowPlanned[]): Html =>
  table({
    caption: 'What each row would do',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: [
      { text: 'Row', format: 'numeric' },
      'Hub',
      'Project',
      { text: 'Groups', format: 'numeric' },
      { text: 'Places', format: 'numeric' },
      'What it would do',
    ],
    rows: rows.map(toRow),
  })

const outcomeRows = ({ list, rows }: Shown): Html | string => {
  if (list.status === 'discarded') return ''
  if (list.status === 'waiting') return rowsPart(rows)
  const refused = list.outcome?.refused ?? []
  if (refused.length === 0) return html`<p class="govuk-body">No row was refused.</p>`
  return table({
    caption: 'Rows that were refused',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    head: [{ text: 'Row', format: 'numeric' }, 'Hub', 'Project', 'Why'],
    rows: refused.map(({ number, reason }) => {
      const row = list.rows.find((each) => each.number === number)
      return [{ text: number, format: 'numeric' as const }, row?.hub ?? '', row?.project ?? '', `${reason}.`]
    }),
  })
}

const deciding = ({ list, rows }: Shown): Html | string => {
  if (list.status !== 'waiting') return ''
  const { new: fresh, changed } = countOutcomes(rows)
  const base = `/network/targets/lists/${list.id}`
  const count = fresh + changed
  return html`${
    count === 0
      ? html`<p class="govuk-body">No row changes anything.</p>`
      : html`<form method="post" action="${base}/state" novalidate>${hiddenField('mark', markOfList(rows))}${button({ text: `State ${count} ${count === 1 ? 'target' : 'targets'}`, preventDoubleClick: true })}</form>`
  }<form method="post" action="${base}/discard" novalidate>${button({ text: 'Throw the list away', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}

const pastPart = (past: Shown['past']): Html =>
  html`<h2 class="govuk-heading-m">What happened</h2>${timeline(
    past.map(({ title, at, by }) => ({ title, when: formatInstant(at), datetime: at.toString(), by: by ?? undefined })),
  )}`

/** A list of targets: what each row would do, or what came of it. */
export const listView = (frame: Frame, shown: Shown): Html => {
  const { list, rows, past, form } = shown
  const counts = list.outcome?.counts ?? countOutcomes(rows)
  const done = list.status === 'stated'
  return layout(
    frame,
    {
      title: list.fileName,
      breadcrumbs: [...around, { text: 'Lists of targets', href: '/network/targets/lists' }, { text: list.fileName }],
      errors: form.errors,
      wide: true,
    },
    html`<span class="govuk-caption-l">Targets of ${yearLabel(list.year)}</span><h1 class="govuk-heading-l">${list.fileName}</h1>
<p class="govuk-body-l">${statusTag(listStatusLabels[list.status], listStatusTones[list.status])} ${list.status === 'waiting' && 'Nothing is stated before you confirm it.'}</p>
${
  list.status !== 'discarded' &&
  statFigures([
    { label: 'New targets', value: counts.new },
    { label: done ? 'Changed' : 'Changes', value: counts.changed },
    { label: 'As they stood', value: counts.same },
    { label: 'Refused', value: counts.refused },
  ])
}
${counts.refused > 0 && list.status !== 'discarded' && html`<p class="govuk-body"><a class="govuk-link" href="/network/targets/lists/${list.id}/refused.csv">The refused rows as CSV, with the reasons</a>: mend them and bring them again.</p>`}
${deciding(shown)}
${outcomeRows(shown)}
${pastPart(past)}`,
  )
}
