import { bar } from '../../../ui/charts/bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, localDate } from '../../../vocabulary/local-time.ts'
import { type Indicator, indicatorLabels, type Snapshot } from '../indicator.ts'

type Published = {
  readonly id: string
  readonly indicator: Indicator
  readonly definition: string
  readonly population: string
  readonly year: number
  readonly as_at: Temporal.Instant
  readonly published_at: Temporal.Instant
  readonly figures: Snapshot
}

const titleOf = ({ indicator, year }: Published): string =>
  `${indicatorLabels[indicator]}, ${yearLabel(academicYear(year))}`

/** The figures that have been published, for everyone to read. */
export const figuresView = (frame: Frame, figures: readonly Published[]): Html =>
  layout(
    frame,
    {
      title: 'Published figures',
      description: 'Figures of the network with their definitions, as they were published.',
    },
    html`<h1 class="govuk-heading-l">Published figures</h1>
<p class="govuk-body">Each is a snapshot with its definition and date. A published figure is never changed; a later one stands beside it.</p>
${
  figures.length === 0
    ? emptyState({ title: 'No figure has been published yet' })
    : scrollable(
        'Published figures',
        table({
          caption: 'Published figures',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: ['Figure', { text: 'Value', format: 'numeric' }, 'As at', 'Published'],
          rows: figures.map((one) => [
            html`<a class="govuk-link" href="/network/figures/${one.id}">${titleOf(one)}</a>`,
            { text: formatCount(one.figures.total), format: 'numeric' as const },
            formatDate(localDate(one.as_at)),
            formatDate(localDate(one.published_at)),
          ]),
        }),
      )
}`,
  )

/** One published figure, exactly as it was published. */
export const figureView = (frame: Frame, figure: Published): Html => {
  const byHub = [...Map.groupBy(figure.figures.rows, ({ hub }) => hub)].map(([hub, rows]) => ({
    hub,
    count: rows.reduce((sum, row) => sum + row.count, 0),
  }))
  const longest = Math.max(1, ...byHub.map(({ count }) => count))
  return layout(
    frame,
    { title: titleOf(figure), breadcrumbs: [{ text: 'Published figures', href: '/network/figures' }] },
    html`<h1 class="govuk-heading-l">${titleOf(figure)}: ${formatCount(figure.figures.total)}</h1>
${summaryList({
  rows: [
    { key: 'What is counted', value: figure.definition },
    { key: 'Population', value: figure.population },
    { key: 'Window', value: `The academic year ${yearLabel(academicYear(figure.year))}` },
    { key: 'As at', value: `${formatInstant(figure.as_at)}: what was recorded by then` },
    { key: 'Different organisations', value: formatCount(figure.figures.organisations) },
    ...(figure.figures.own === undefined
      ? []
      : [
          {
            key: 'Apart from these',
            value: `${formatCount(figure.figures.own)} of projects that hubs devised for themselves`,
          },
        ]),
    { key: 'Published', value: formatInstant(figure.published_at) },
  ],
})}
<p class="govuk-body"><a class="govuk-link" href="/network/figures/${figure.id}.csv">By hub and project, as CSV</a></p>
${
  byHub.length === 0
    ? ''
    : table({
        caption: 'By hub',
        captionClasses: 'govuk-table__caption--m',
        firstCellIsHeader: true,
        head: [
          'Hub',
          { text: html`<span class="govuk-visually-hidden">Bar</span>` },
          { text: indicatorLabels[figure.indicator], format: 'numeric' },
        ],
        rows: byHub.map(({ hub, count }) => [
          hub,
          bar(`${hub}: ${count}`, count, longest),
          { text: formatCount(count), format: 'numeric' as const },
        ]),
      })
}`,
  )
}
