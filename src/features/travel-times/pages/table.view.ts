import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { type Pager, pager } from '../../../ui/components/pager.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import type { FormState } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { Beside, RowRefused, TravelTable } from '../travel-table.ts'
import { around, type HubSeen, statusLabels, statusTones, title } from './around.view.ts'

type Asked = { readonly school: string; readonly venue: string; readonly minutes: number | null }

export type TableShown = {
  readonly hub: HubSeen
  readonly table: TravelTable
  readonly asked: readonly Asked[]
  readonly beside: Beside | null
  readonly ways: readonly { readonly school: string; readonly to: string; readonly minutes: number }[]
  readonly page: Pager
  readonly past: readonly { readonly title: string; readonly at: Temporal.Instant; readonly by: string | null }[]
  readonly form: FormState
}

const minutes = (count: number) => ({ text: formatCount(count), format: 'numeric' as const })
const mostMissing = 100

const missingPart = ({ asked }: TableShown): Html | false => {
  const missing = asked.filter((each) => each.minutes === null)
  if (asked.length === 0)
    return html`<p class="govuk-body">Nobody waits for a group with a venue now: nothing can be said of what the table leaves out.</p>`
  return missing.length === 0
    ? html`<p class="govuk-body">It tells the minutes of every way from a school that waits to where a group of its project meets: ${formatCount(asked.length)} in all.</p>`
    : html`<p class="govuk-body">Of the ${formatCount(asked.length)} ways from a school that waits to where a group of its project meets it says nothing of ${formatCount(missing.length)}. There a placement goes by the straight line.</p>
${details({
  summaryText: 'The ways it says nothing of',
  text: html`<ul class="govuk-list govuk-list--bullet">${missing.slice(0, mostMissing).map(({ school, venue }) => html`<li>${school} to ${venue}</li>`)}</ul>${missing.length > mostMissing && html`<p class="govuk-body">And ${formatCount(missing.length - mostMissing)} more.</p>`}`,
})}`
}

const besidePart = ({ beside }: TableShown): Html | false =>
  beside !== null &&
  html`<p class="govuk-body">Beside the table that counts now: ${formatCount(beside.fresh)} ways are new, ${formatCount(beside.changed)} take another time, and ${formatCount(beside.gone)} are no longer in it.</p>`

const refusedPart = (hub: HubSeen, { id, refused }: TravelTable): Html | false =>
  refused.length > 0 &&
  html`${scrollable(
    'Rows that were refused',
    table({
      caption: `Rows that were refused: ${formatCount(refused.length)}`,
      captionClasses: 'govuk-table__caption--m',
      stacks: true,
      head: [{ text: 'Row', format: 'numeric' }, 'School', 'To', 'Minutes', 'Why'],
      rows: refused
        .slice(0, mostMissing)
        .map(({ row, reason }: RowRefused) => [
          { text: row.number, format: 'numeric' as const },
          [row.school, row.urn, row.postcode].filter(Boolean).join(', '),
          [row.to, row.toUrn, row.toPostcode].filter(Boolean).join(', '),
          row.minutes,
          `${reason}.`,
        ]),
    }),
  )}<p class="govuk-body">${refused.length > mostMissing && `The first ${mostMissing} are shown. `}<a class="govuk-link" href="/hub/${hub.slug}/travel-times/${id}/refused.csv">The refused rows as CSV, with the reasons</a>: mend them and bring the whole table again.</p>`

const form = (base: string, act: string, text: string, classes = ''): Html =>
  html`<form method="post" action="${base}/${act}" novalidate>${button({ text, ...(classes ? { classes } : {}), preventDoubleClick: true })}</form>`

const deciding = ({ hub, table: { id, status, replacesId }, beside }: TableShown): Html | false => {
  const base = `/hub/${hub.slug}/travel-times/${id}`
  if (status === 'waiting')
    return html`<div class="govuk-button-group">${form(base, 'use', beside === null ? 'Let this table count' : 'Let this table count instead')}${form(base, 'discard', 'Throw the table away', 'govuk-button--secondary')}</div>`
  return (
    status === 'in_force' &&
    html`<p class="govuk-body">${replacesId === null ? 'Taken back, no table counts: placements go by the straight line again.' : 'Taken back, the table before it counts again.'} Placements that were worked out stay as they are; one that is accepted is checked against the table that counts then.</p>${form(base, 'take-back', 'Take this table back', 'govuk-button--secondary')}`
  )
}

const sentence = ({ table: { status, inForceAt, endedAt } }: TableShown): string => {
  if (status === 'waiting') return 'Nothing counts before you confirm it.'
  if (status === 'discarded') return endedAt ? `On ${formatInstant(endedAt)}.` : ''
  return `From ${inForceAt ? formatInstant(inForceAt) : ''}${endedAt ? ` to ${formatInstant(endedAt)}` : ''}.`
}

const waysPart = ({ ways, page }: TableShown): Html | false =>
  ways.length > 0 &&
  html`${scrollable(
    'What the table says',
    table({
      caption: 'What the table says',
      captionClasses: 'govuk-table__caption--m',
      stacks: true,
      head: ['School', 'To', { text: 'Minutes', format: 'numeric' }],
      rows: ways.map((way) => [way.school, way.to, minutes(way.minutes)]),
    }),
  )}${pager(page)}`

/** A table of minutes: what it says, what was refused, what it leaves out; and whether it counts. */
export const tableView = (frame: Frame, shown: TableShown): Html => {
  const { hub, table: own, past } = shown
  return layout(
    frame,
    {
      title: own.fileName,
      breadcrumbs: [...around(hub), { text: title, href: `/hub/${hub.slug}/travel-times` }, { text: own.fileName }],
      errors: shown.form.errors,
      wide: true,
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${title}, ${yearLabel(own.year)}</span><h1 class="govuk-heading-l">${own.fileName}</h1>
<p class="govuk-body-l">${statusTag(statusLabels[own.status], statusTones[own.status])} ${sentence(shown)}</p>
${
  own.status !== 'discarded' &&
  html`${statFigures([
    { label: 'Ways', value: formatCount(own.ways), definition: `Read as ${own.readAs}` },
    { label: 'Rows refused', value: formatCount(own.refused.length) },
  ])}
${(own.status === 'waiting' || own.status === 'in_force') && missingPart(shown)}${besidePart(shown)}${deciding(shown)}
${refusedPart(hub, own)}${waysPart(shown)}`
}
<h2 class="govuk-heading-m">What happened</h2>${timeline(
      past.map((each) => ({
        title: each.title,
        when: formatInstant(each.at),
        datetime: each.at.toString(),
        by: each.by ?? undefined,
      })),
    )}`,
  )
}
