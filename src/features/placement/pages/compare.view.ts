import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import type { RunSummary } from '../run.ts'
import { figuresOfRun, figuresTable } from './figures.view.ts'
import type { HubSeen } from './placements.view.ts'

type Compared = { readonly id: string; readonly requestedAt: Temporal.Instant; readonly summary: RunSummary }
export type Difference = { readonly organisation: string; readonly one: string; readonly other: string }

const lineOf = (run: Compared) => {
  const figures = figuresOfRun(run.summary)
  const { opened } = run.summary
  const opening = opened ? `, opening ${opened} new ${opened === 1 ? 'group' : 'groups'}` : ''
  return figures ? [[`Asked for on ${formatInstant(run.requestedAt)}${opening}`, figures] as const] : []
}

/** Two placements side by side: their figures, and who is elsewhere. */
export const compareView = (
  frame: Frame,
  data: {
    readonly hub: HubSeen
    readonly offerTitle: string
    readonly one: Compared
    readonly other: Compared
    readonly differences: readonly Difference[]
    readonly same: number
  },
): Html => {
  const { hub, one, other, differences, same } = data
  const base = `/hub/${hub.slug}/placement`
  return layout(
    frame,
    {
      title: 'Two placements compared',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Best placement', href: base },
        { text: data.offerTitle, href: `${base}/${one.id}` },
        { text: 'Compared' },
      ],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ title: 'Two placements compared', caption: data.offerTitle, text: `${same} ${same === 1 ? 'is' : 'are'} in the same place in both, ${differences.length} ${differences.length === 1 ? 'is' : 'are'} not.` })}
${figuresTable('What each comes to', [...lineOf(one), ...lineOf(other)])}
${
  differences.length === 0
    ? emptyState({ title: 'Nobody is elsewhere', text: 'Both placements put everybody into the same group.' })
    : scrollable(
        'Who is elsewhere',
        table({
          stacks: true,
          caption: 'Who is elsewhere',
          captionClasses: 'govuk-table__caption--m',
          firstCellIsHeader: true,
          head: [
            'Organisation',
            html`<a class="govuk-link" href="${base}/${one.id}">${formatInstant(one.requestedAt)}</a>`,
            html`<a class="govuk-link" href="${base}/${other.id}">${formatInstant(other.requestedAt)}</a>`,
          ],
          rows: differences.map((each) => [each.organisation, each.one, each.other]),
        }),
      )
}`,
  )
}
