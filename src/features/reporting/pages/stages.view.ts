import { flowChart } from '../../../ui/charts/flow.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Column, Stream } from '../stage-flow.ts'

type Pathway = { readonly pathway: string; readonly columns: readonly Column[]; readonly streams: readonly Stream[] }

const yearOf = (year: number): string => yearLabel(academicYear(year))

const pathwayPart = ({
  pathway,
  columns,
  streams,
}: Pathway): Html => html`<section class="govuk-!-margin-bottom-8"><h2 class="govuk-heading-m">${pathway}</h2>
${scrollable(
  `${pathway}, year by year`,
  flowChart({
    title: `${pathway}: schools at each stage and where they went`,
    description: columns
      .map(({ year, nodes }) => `${yearOf(year)}: ${nodes.map(({ stage, count }) => `${stage} ${count}`).join(', ')}`)
      .join('. '),
    columns: columns.map(({ year, nodes }) => ({
      key: year,
      label: yearOf(year),
      nodes: nodes.map(({ stage, count }) => ({ key: stage, label: stage, value: count })),
    })),
    streams: streams.map(({ year, from, to, count }) => ({ column: year, from, to, value: count })),
  }),
)}
${scrollable(
  `${pathway} in figures`,
  table({
    stacks: true,
    caption: 'The same in figures',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: ['Stage', 'Year', { text: 'Schools', format: 'numeric' }, 'Where they were the year after'],
    rows: columns.flatMap(({ year, nodes }) =>
      nodes.map(({ stage, count }) => [
        stage,
        yearOf(year),
        { text: count, format: 'numeric' as const },
        streams
          .filter((stream) => stream.year === year && stream.from === stage)
          .map(({ to, count }) => `${to} ${count}`)
          .join(', ') || '–',
      ]),
    ),
  }),
)}</section>`

/** How schools moved through the stages of each pathway over the years. */
export const stagesView = (frame: Frame, pathways: readonly Pathway[]): Html =>
  layout(
    frame,
    {
      title: 'Stages over the years',
      breadcrumbs: [{ text: 'National picture', href: '/network' }, { text: 'Stages over the years' }],
      wide: true,
    },
    html`<h1 class="govuk-heading-l">Stages over the years</h1>
<p class="govuk-body">Each school with a record of a stage, in the year of the record, whether it is in progress, completed or was left.</p>
${pathways.length === 0 ? emptyState({ title: 'No stage has been recorded yet', text: 'Stages are recorded when groups are completed.' }) : pathways.map(pathwayPart)}`,
  )
