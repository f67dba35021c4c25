import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { type FormState, hiddenField, selectField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { Interest } from '../../interest/index.ts'
import { isOpenPassing, isPassableNow, type Passing, passingInWords } from '../passing.ts'

type Asking = {
  readonly interest: Interest
  readonly passing: Passing | null
  readonly offers: readonly { readonly id: string; readonly hub: string; readonly theme: string | null }[]
  readonly form: FormState
}

const choosing = ({ interest, offers, form }: Asking): Html => {
  if (!isPassableNow(interest))
    return insetText('Only a request that waits for your decision, or for a place, can be passed on.')
  if (offers.length === 0) return insetText('No other hub offers this project at the moment.')
  return html`<p class="govuk-body">The school is asked first, by one link. The other hub sees nothing before it has agreed. Until they take the request it stays with you and keeps its turn.</p>
<form method="post" novalidate>${selectField(form, {
    name: 'offer',
    label: 'Hub',
    items: offers.map(({ id, hub, theme }) => ({ value: id, text: theme ? `${hub}: ${theme}` : hub })),
  })}${textArea(form, { name: 'word', label: 'Why', hint: 'The school reads it, and the other hub', rows: 3 })}${button({ text: 'Ask the school', preventDoubleClick: true })}</form>`
}

/** Asking a school whether its request may go to another hub. */
export const askingView = (frame: Frame, asking: Asking): Html => {
  const { interest, passing, form } = asking
  const { hub, organisation } = interest
  const own = `/hub/${hub.slug}/interest/${interest.id}`
  return layout(
    frame,
    {
      title: `Pass on: ${organisation.name}`,
      breadcrumbs: [
        { text: 'Requests to join', href: `/hub/${hub.slug}/interest` },
        { text: organisation.name, href: own },
        { text: 'Pass on' },
      ],
      errors: form.errors,
    },
    html`<span class="govuk-caption-l">${organisation.name}: ${interest.projectTitle}</span><h1 class="govuk-heading-l">Pass on to another hub</h1>
${passing && insetText(passingInWords(passing))}
${
  passing && isOpenPassing(passing)
    ? html`<form method="post" novalidate>${hiddenField('act', 'withdraw')}${button({ text: 'Keep it here after all', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
    : choosing(asking)
}
<p class="govuk-body"><a class="govuk-link" href="${own}">Back to the request</a></p>`,
  )
}
