import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { fieldset } from '../../../ui/components/fieldset.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import {
  dateField,
  type FormState,
  hiddenField,
  radiosField,
  selectField,
  textArea,
  textField,
} from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { yearLabel } from '../../../vocabulary/academic-year.ts'
import { suggestEmail } from '../../../vocabulary/email-address.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { type Offer, offerPath } from '../../offers/index.ts'
import { dateCertainties, dateModes, mostDates } from '../offer-terms.ts'
import { offerTag } from './hub-offers.view.ts'

export type EditOffer = {
  readonly offer: Offer
  readonly seenAt: string
  /** How many dates it has now: where they are more than can be added, all are shown. */
  readonly datesNow: number
  readonly form: FormState
  readonly endForm: FormState
  readonly mayChoosePolicy: boolean
  readonly isLead: boolean
  readonly said: string | null
  readonly venues: readonly { readonly id: string; readonly shortName: string; readonly address: string }[]
  readonly policies: readonly { readonly id: string; readonly name: string; readonly version: number }[]
  readonly themes: readonly { readonly id: string; readonly title: string; readonly suffix: string }[]
}

const modeWords: Readonly<Record<(typeof dateModes)[number], string>> = {
  venue: 'At a venue',
  online: 'Online',
  blended: 'At a venue and online',
  unknown: 'Not known yet',
}
const certaintyWords: Readonly<Record<(typeof dateCertainties)[number], string>> = {
  confirmed: 'Confirmed',
  provisional: 'Provisional',
  unknown: 'Not known yet',
}

const typedOf = (form: FormState, name: string): string => {
  const value = form.typed[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

const dateRow = (form: FormState, number: number): Html => {
  const name = `date_${number}`
  return fieldset(
    { legend: { text: `Planned date ${number}`, classes: 'govuk-fieldset__legend--m' } },
    html`${hiddenField(`${name}_id`, typedOf(form, `${name}_id`))}
${dateField(form, { name, label: 'Date', hint: 'For example 17 11 2021. Leave it empty while it is to be confirmed' })}
${textField(form, { name: `${name}_starts`, label: 'Starts', hint: 'For example 9:30am', width: 10 })}
${textField(form, { name: `${name}_ends`, label: 'Ends', hint: 'For example 2:30pm', width: 10 })}
${selectField(form, { name: `${name}_mode`, label: 'Where is it?', blank: 'No such date', items: dateModes.map((mode) => ({ value: mode, text: modeWords[mode] })) })}
${selectField(form, { name: `${name}_certainty`, label: 'How certain is it?', blank: false, value: 'provisional', items: dateCertainties.map((each) => ({ value: each, text: certaintyWords[each] })) })}`,
  )
}

const isFilledIn = (form: FormState, number: number): boolean =>
  Object.keys(form.typed).some(
    (name) => new RegExp(`^date_${number}(-|_(mode|starts|ends))`).test(name) && typedOf(form, name).trim() !== '',
  )

/** The dates there are and one to add; further ones are folded away while nothing is typed there. */
const dateRows = (form: FormState, datesNow: number): Html => {
  const rows = Array.from({ length: Math.max(mostDates, datesNow) }, (_, at) => dateRow(form, at + 1))
  const [shown, folded] = [rows.slice(0, datesNow + 1), rows.slice(datesNow + 1)]
  return html`${shown}${folded.length > 0 && details({ summaryText: 'More dates', text: html`${folded}`, open: folded.some((_, at) => isFilledIn(form, datesNow + 2 + at)) })}`
}

const policyField = ({ offer, form, policies, mayChoosePolicy }: EditOffer): Html =>
  mayChoosePolicy
    ? selectField(form, {
        name: 'policy',
        label: 'Cancellation policy',
        blank: 'None: nothing is charged',
        items: policies.map(({ id, name, version }) => ({ value: id, text: `${name}, version ${version}` })),
      })
    : html`<p class="govuk-body">Cancellation policy: ${offer.policy ? offer.policy.name : 'none'}. The leads of your hub choose it.</p>`

const fields = (asked: EditOffer): Html => {
  const { form, venues, themes, datesNow } = asked
  const email = typedOf(form, 'contact_email').trim()
  return html`${form.errors.length > 0 && suggestEmail(email) !== null && hiddenField('sure', email)}
${textField(form, { name: 'contact_email', label: 'Email address for questions', type: 'email', hint: 'It stands on the offer’s page' })}
${themes.length > 0 && selectField(form, { name: 'theme', label: 'Theme', hint: 'Leave it open, and who asks chooses', blank: 'Left open', items: themes.map(({ id, title }) => ({ value: id, text: title })) })}
${policyField(asked)}
<h2 class="govuk-heading-m">When can people ask to join?</h2>
${dateField(form, { name: 'opens', label: 'From (optional)', hint: 'Empty: as soon as the offer is published' })}
${dateField(form, { name: 'closes', label: 'Until, this day included (optional)', hint: 'Empty: as long as it is published' })}
<h2 class="govuk-heading-m">Dates and places</h2>
${selectField(form, { name: 'venue', label: 'Usual venue', blank: 'Not known yet', items: venues.map(({ id, shortName, address }) => ({ value: id, text: `${shortName}, ${address}` })) })}
${dateRows(form, datesNow)}
${textArea(form, { name: 'dates_note', label: 'About the dates (optional)', hint: 'Such as when they will be known', rows: 3 })}
${textArea(form, { name: 'practical_notes', label: 'Practical notes (optional)', hint: 'Such as lunch, parking, what to bring', rows: 3 })}
<h2 class="govuk-heading-m">Who leads it?</h2>
${textArea(form, { name: 'lead_note', label: 'About the lead (optional)', rows: 3 })}`
}

const publishForm = (offer: Offer, address: string): Html | false =>
  offer.status === 'draft' &&
  offer.project.status === 'published' &&
  html`<h2 class="govuk-heading-m">Publish it</h2>
<p class="govuk-body">When it is published, anybody can see it and ask to join. Save your changes first.</p>
<form method="post" action="${address}/publish" novalidate>${button({ text: 'Publish the offer', preventDoubleClick: true })}</form>`

const endChoice = (endForm: FormState): Html =>
  radiosField(endForm, {
    name: 'act',
    label: 'What happens to the offer?',
    small: true,
    items: [
      { value: 'close', text: 'It is closed', hint: 'Nobody can ask to join any more; you go on with what was asked' },
      {
        value: 'withdraw',
        text: 'It is withdrawn',
        hint: 'It does not take place and cannot be changed any more. Requests to join stay, for you to answer',
      },
    ],
  })

const endFormOf = ({ offer, endForm }: EditOffer, address: string): Html =>
  html`<h2 class="govuk-heading-m">${offer.status === 'published' ? 'Close or withdraw it' : 'Withdraw it'}</h2>
<form method="post" action="${address}/withdraw" novalidate>
${offer.status === 'published' ? endChoice(endForm) : html`${hiddenField('act', 'withdraw')}<p class="govuk-body">It does not take place and cannot be changed any more. Requests to join stay, for you to answer.</p>`}
${textArea(endForm, { name: 'reason', label: 'Why?', hint: 'It stands on the offer’s page', rows: 2 })}
${button({ text: offer.status === 'published' ? 'End the offer' : 'Withdraw the offer', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
const sentences: Readonly<Record<string, string>> = {
  drafted: 'The draft is made. Add your dates, then publish it.',
  changed: 'The offer is saved.',
  published: 'The offer is published: anybody can see it and ask to join.',
  ended: 'The offer has ended. Its page says why.',
}

/** Where staff of a hub change an offer, publish it and end it. */
export const editOfferView = (frame: Frame, asked: EditOffer): Html => {
  const { offer, form, endForm, seenAt, said, isLead } = asked
  const list = `/hub/${offer.hub.slug}/offers`
  const address = `${list}/${offer.id}`
  const over = offer.status === 'withdrawn'
  const sentence = said ? sentences[said] : undefined
  return layout(
    frame,
    {
      title: `Offer: ${offer.project.title}`,
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${offer.hub.slug}` },
        { text: 'Offers', href: list },
        { text: offer.project.title },
      ],
      errors: [...form.errors, ...endForm.errors],
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${sentence && notificationBanner({ text: sentence, type: 'success' })}
<span class="govuk-caption-l">${offer.hub.name}, ${yearLabel(offer.year)}</span><h1 class="govuk-heading-l">Offer: ${offer.project.title}</h1>
<p class="govuk-body">${offerTag(offer)} <a class="govuk-link" href="${offerPath(offer)}">${offer.status === 'draft' ? 'See the page as it will be' : 'See its public page'}</a></p>
${
  over
    ? insetText(`This offer is withdrawn and cannot be changed. ${offer.statusReason ?? ''}`)
    : html`${offer.project.status === 'withdrawn' && insetText('The national team has withdrawn this project: nobody can ask to join your offer any more. Withdraw it too if it does not take place.')}
<form method="post" action="${address}/edit" novalidate>
${hiddenField('updated_at', seenAt)}
${fields(asked)}
${button({ text: 'Save the offer', preventDoubleClick: true })}
</form>
${publishForm(offer, address)}
${endFormOf(asked, address)}`
}
${isLead && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${offer.hub.slug}/access/offers/${offer.id}">Who sees this offer, and why</a></p>`}
</div></div>`,
  )
}
