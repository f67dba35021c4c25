import { againstPlanBar, againstPlanKey, longestOf } from '../../../ui/charts/against-plan.ts'
import { details } from '../../../ui/components/details.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { type Cell, table } from '../../../ui/components/table.ts'
import { type Content, type Html, html } from '../../../ui/html.ts'
import { formatCount } from '../../../vocabulary/count.ts'
import { againstPlan, countedAs, groupsOf, type Planned, type Progress } from '../target.ts'

/** A line as it is shown: of a hub, of a project, or of both. */
export type Shown = {
  readonly name: Content
  /** The name without a link, for the picture. */
  readonly plainName: string
  readonly planned: Planned | null
  readonly progress: Progress
  /** Fields in the place of the plan, where it is being stated. */
  readonly fields?: { readonly groups: Content; readonly places: Content }
}

const number = (text: Content): Cell => ({ text, format: 'numeric' })
const figure = (value: number | null | undefined): Cell =>
  number(value === null || value === undefined ? '–' : formatCount(value))

const rowOf = ({ name, planned, progress, fields }: Shown) => [
  name,
  fields ? { text: fields.groups } : figure(planned?.groups),
  figure(groupsOf(progress)),
  figure(progress.forming),
  figure(progress.confirmed),
  figure(progress.running),
  figure(progress.completed),
  fields ? { text: fields.places } : figure(planned?.places),
  figure(progress.held),
  figure(progress.offered),
  figure(progress.waiting),
  figure(progress.schools),
]

/** Plans and progress, line by line, with what they come to together. */
export const linesTable = (
  first: string,
  caption: string,
  lines: readonly Shown[],
  total?: { readonly planned: Planned | null; readonly progress: Progress },
): Html =>
  scrollable(
    caption,
    table({
      caption,
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        first,
        number('Groups planned'),
        number('Groups'),
        number('forming'),
        number('confirmed'),
        number('running'),
        number('completed'),
        number('Places planned'),
        number('Places held'),
        number('Places offered'),
        number('Interest waiting'),
        number('Schools'),
      ],
      rows: [
        ...lines.map(rowOf),
        ...(total ? [rowOf({ ...total, name: html`<strong>All</strong>`, plainName: 'All' })] : []),
      ],
    }),
  )

/** Recruitment against plan as bars, a line for each, with the figures beside them. */
export const planPicture = (title: string, lines: readonly Shown[]): Html | string => {
  const drawn = lines.filter(({ planned, progress }) => planned || progress.held > 0 || progress.offered > 0)
  if (drawn.length === 0) return ''
  const bars = drawn.map(({ planned, progress }) => ({
    planned: planned?.places ?? null,
    held: progress.held,
    offered: progress.offered,
  }))
  const longest = longestOf(bars)
  return html`<h2 class="govuk-heading-m">${title}</h2>${againstPlanKey()}
<dl class="app-bars app-bars--named">${drawn.map(({ plainName }, at) => {
    const each = bars[at]
    if (!each) return ''
    const words = againstPlan(each.held, each.planned)
    return html`<div class="app-bars__row"><dt>${plainName}</dt><dd>${againstPlanBar(`${plainName}: ${words} places held${each.offered > 0 ? `, ${each.offered} offered` : ''}`, each, longest)}</dd><dd>${words}</dd></div>`
  })}</dl>`
}

/** What is counted, and how. */
export const howCounted = (): Html =>
  details({
    summaryText: 'What is counted here',
    text: html`<dl>${countedAs.map(([word, sentence]) => html`<dt class="govuk-!-font-weight-bold">${word}</dt><dd class="govuk-!-margin-bottom-2">${sentence}</dd>`)}</dl>`,
  })
