import { button } from '../../../ui/components/button.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { type FormState, hiddenField, textArea } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type OfferInFull, offerPath } from '../offer.ts'

const first = (value: string | readonly string[] | undefined): string =>
  typeof value === 'string' ? value : (value?.[0] ?? '')

const addressesInWords = (count: number): string => (count === 1 ? 'one address' : `${count} addresses`)

type Around = Pick<OfferInFull, 'id' | 'hub' | 'project' | 'year' | 'slug'>

const pathOf = ({ hub, id }: Around): string => `/hub/${hub.slug}/offers/${id}/mail`

const options = (offer: Around, form?: FormState) => ({
  title: 'Send the flyer by mail',
  breadcrumbs: [
    { text: 'Hub work', href: `/hub/${offer.hub.slug}` },
    { text: 'Offers', href: `/hub/${offer.hub.slug}/offers` },
    { text: 'Send the flyer by mail' },
  ],
  unlisted: true,
  ...(form ? { errors: form.errors } : {}),
})

const head = (offer: Around): Html =>
  html`<span class="govuk-caption-l">${offer.hub.name}, ${offer.project.title}</span><h1 class="govuk-heading-l">Send the flyer by mail</h1>`

/** Who is to get a flyer, with which words before it. */
export const mailFlyerView = (
  frame: Frame,
  form: FormState,
  { offer, sent }: { readonly offer: Around; readonly sent: number },
): Html =>
  layout(
    frame,
    options(offer, form),
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${sent > 0 && notificationBanner({ text: `The flyer is on its way to ${addressesInWords(sent)}.`, type: 'success' })}
${head(offer)}
<p class="govuk-body">Each address gets a mail of its own with the whole flyer, in the name of your hub, and sees no other address. <a class="govuk-link" href="${offerPath(offer)}">Read the flyer</a></p>
<form method="post" action="${pathOf(offer)}" novalidate>
${hiddenField('form', first(form.typed['form']))}
${textArea(form, { name: 'addresses', label: 'Email addresses', hint: 'One to a line, or with commas between; at most 50. Write only to people who expect to hear from your hub.', rows: 5 })}
${textArea(form, { name: 'note', label: 'Your words before it (optional)', rows: 4 })}
${button({ text: 'See the mail and who gets it' })}</form></div></div>`,
  )

type Check = {
  readonly offer: Around
  readonly typed: Typed
  readonly addresses: readonly string[]
  readonly subject: string
  readonly text: string
}

/** Who gets what, before it is sent. */
export const checkMailView = (frame: Frame, { offer, typed, addresses, subject, text }: Check): Html =>
  layout(
    frame,
    options(offer),
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${head(offer)}
<h2 class="govuk-heading-m">This will be sent to ${addressesInWords(addresses.length)}</h2>
<ul class="govuk-list govuk-list--bullet">${addresses.map((address) => html`<li>${address}</li>`)}</ul>
<form method="post" action="${pathOf(offer)}" novalidate>
${['form', 'addresses', 'note'].map((name) => hiddenField(name, first(typed[name])))}
${hiddenField('act', 'send')}
${button({ text: `Send to ${addressesInWords(addresses.length)}`, preventDoubleClick: true })}</form>
<p class="govuk-body"><a class="govuk-link" href="${pathOf(offer)}">Begin again</a></p>
<h2 class="govuk-heading-m">The mail, as plain text</h2>
<p class="govuk-body">Programs that show more than text draw its headings, lists and links.</p>
${summaryList({ rows: [{ key: 'Subject', value: subject }] })}
<div class="govuk-inset-text">${text
      .split(/\n{2,}/)
      .map(
        (part) =>
          html`<p class="govuk-body-s">${part.split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</p>`,
      )}</div>
</div></div>`,
  )
