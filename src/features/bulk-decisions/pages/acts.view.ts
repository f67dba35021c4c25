import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type BulkAct, deedInWords, isUndoable } from '../bulk-act.ts'

type HubNamed = { readonly slug: string; readonly name: string }

type Acts = {
  readonly hub: HubNamed
  readonly acts: readonly (BulkAct & { readonly chosen: number; readonly done: number })[]
  readonly now: Temporal.Instant
}

export const crumbs = (hub: HubNamed) => [
  { text: 'Hub work', href: `/hub/${hub.slug}` },
  { text: 'Requests to join', href: `/hub/${hub.slug}/interest` },
]

const standing = (act: BulkAct, now: Temporal.Instant): string => {
  if (act.status === 'undone') return `Undone by ${act.undoneBy ?? 'somebody'}`
  return isUndoable(act, now) && act.undoableUntil
    ? `Can be undone until ${formatInstant(act.undoableUntil)}`
    : 'Carried out'
}

/** What was done with many requests at once. */
export const actsView = (frame: Frame, { hub, acts, now }: Acts): Html =>
  layout(
    frame,
    {
      title: `Done with many requests: ${hub.name}`,
      breadcrumbs: [...crumbs(hub), { text: 'Done with many requests' }],
      wide: true,
    },
    html`<h1 class="govuk-heading-l">Done with many requests at once</h1>
${
  acts.length === 0
    ? emptyState({
        title: 'Nothing yet',
        text: 'Tick requests in the list, choose what to do with them, look at what would happen, and carry it out. It then stands here, and can be undone for ten minutes.',
      })
    : scrollable(
        'Done with many requests at once',
        table({
          stacks: true,
          caption: 'Done with many requests at once, latest first',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: ['What', 'Requests', 'By', 'When', 'Standing'],
          rows: acts.map((act) => [
            html`<a class="govuk-link" href="/hub/${hub.slug}/acts/${act.id}">${act.deed ? deedInWords(act.deed) : 'Chosen'}</a>`,
            act.done === act.chosen ? String(act.done) : `${act.done} of ${act.chosen} chosen`,
            act.carriedOutBy ?? 'somebody',
            act.carriedOutAt ? formatInstant(act.carriedOutAt) : '',
            standing(act, now),
          ]),
        }),
      )
}`,
  )

/** Why nothing was begun, and the way back to the list as it was. */
export const notBegunView = (
  frame: Frame,
  { hub, message, query }: { hub: HubNamed; message: string; query: string },
): Html =>
  layout(
    frame,
    {
      title: 'Nothing was chosen to act on',
      breadcrumbs: [...crumbs(hub), { text: 'Act on many requests' }],
      errors: [{ field: '', message }],
    },
    html`<h1 class="govuk-heading-l">Nothing was chosen to act on</h1>
<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/interest${query && `?${query}`}">Back to the list as it was</a></p>`,
  )
