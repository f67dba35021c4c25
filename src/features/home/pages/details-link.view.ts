import { button } from '../../../ui/components/button.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { emptyForm, hiddenField, radiosField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'

export const ways = { details: '/account/details', moved: '/account/moved', leave: '/account/leave' } as const

/** What the link at the foot of a mail opens. The mail may have been passed on, so it shows just enough to know oneself by. */
export const detailsLinkView = (
  frame: Frame,
  { token, initials, address }: { token: string; initials: string; address: string | null },
): Html =>
  layout(
    frame,
    { title: 'Update my contact details', unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<h1 class="govuk-heading-l">Update my contact details</h1>
${summaryList({
  rows: [
    { key: 'Name', value: initials },
    { key: 'Email', value: address ?? 'None known' },
  ],
})}
<p class="govuk-body">This mail may have been passed on. So that nobody else sees or changes what is yours, we first send a link to the address above. It works once, and for half an hour.</p>
<form method="post" action="/details/${token}" novalidate>
${hiddenField('ask', 'yes')}
${radiosField(emptyForm, {
  name: 'way',
  label: 'What would you like to do?',
  value: 'details',
  items: [
    { value: 'details', text: 'See or change my details' },
    { value: 'moved', text: 'Say that I move, or have moved, to another school' },
    { value: 'leave', text: 'Say that I no longer work here' },
  ],
})}
${button({ text: 'Send me a link', preventDoubleClick: true })}
</form>
<p class="govuk-body">Do you no longer read mail at this address? Ask your <a class="govuk-link" href="/hubs">hub</a>.</p>
</div></div>`,
  )

/** The link is on its way, to the person alone. */
export const detailsSentView = (frame: Frame, { address }: { address: string }): Html =>
  layout(
    frame,
    { title: 'Check your email', unlisted: true },
    html`<h1 class="govuk-heading-l">Check your email</h1><p class="govuk-body">We have sent a link to <strong>${address}</strong>. Open it within half an hour.</p>`,
  )
