import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { type FormState, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { milesInWords } from '../../../vocabulary/grid.ts'
import { type GroupSeen, groupStatusLabels, roomInWords } from '../../groups/index.ts'

type Other = { readonly group: GroupSeen; readonly miles: number | null }

const hintOf = (from: GroupSeen, { group, miles }: Other): string =>
  [
    groupStatusLabels[group.status],
    roomInWords(group, group),
    ...(group.hubId === from.hubId ? [] : [`held by ${group.hubName}`]),
    ...(miles === null ? [] : [`meets ${milesInWords(Math.round(miles * 10) / 10)} away`]),
  ].join(', ')

/** Which group a group could become part of. */
export const chooseView = (
  frame: Frame,
  { from, others, form }: { from: GroupSeen; others: readonly Other[]; form: FormState },
): Html =>
  layout(
    frame,
    { title: 'Make it part of another group', backLink: `/groups/${from.id}`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${from.name}</span><h1 class="govuk-heading-l">Make it part of another group</h1>
${
  others.length === 0
    ? emptyState({
        title: 'There is no group it could join',
        text: 'It could join another group of the same project, year and theme that is not over, at your hub or one that another hub shares with yours.',
      })
    : html`<p class="govuk-body">Its places, with their people and requests, go on in the other group. You see first what would happen to whom.</p>
<form method="get" action="/groups/${from.id}/merge">${radiosField(form, {
        name: 'into',
        label: 'Which group does it become part of?',
        items: others.map((other) => ({ value: other.group.id, text: other.group.name, hint: hintOf(from, other) })),
      })}${button({ text: 'See what would happen' })}</form>`
}</div></div>`,
  )
