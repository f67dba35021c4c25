import { button } from '../../../ui/components/button.ts'
import { notificationBanner } from '../../../ui/components/notification-banner.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
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
import type { Frame } from '../../../vocabulary/frame.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { dateRows, type Offer, type OfferInFull } from '../../offers/index.ts'
import { dateCertainties, dateModes } from '../offer-parts.ts'
import { type Choices, crumbsOf } from './part.view.ts'

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
const tones: Readonly<Record<(typeof dateCertainties)[number], Tone>> = {
  confirmed: 'good',
  provisional: 'attention',
  unknown: 'waiting',
}

const sentences: Readonly<Record<string, string>> = {
  planned: 'The date is planned.',
  changed: 'The date is changed.',
  removed: 'The date is taken away.',
}

/** The dates of an offer as a list, each to be changed by itself; above what is said about all of them. */
export const datesListView = (offer: OfferInFull, said: string | null): Html => {
  const address = `/hub/${offer.hub.slug}/offers/${offer.id}`
  const rows = dateRows(offer)
  const sentence = wordedAs(sentences, said)
  return html`${sentence && notificationBanner({ text: sentence, type: 'success' })}
${
  rows.length === 0
    ? html`<p class="govuk-body">No dates yet. An offer without dates is published all the same: people ask to join, or wait to be told.</p>`
    : scrollable(
        'Planned dates',
        table({
          stacks: true,
          caption: 'Planned dates',
          captionClasses: 'govuk-table__caption--m',
          head: ['When', 'Where', 'Certain?', 'Change'],
          rows: offer.plannedDates.map(({ id, certainty }, at) => [
            rows[at]?.when ?? '',
            rows[at]?.where ?? '',
            statusTag(certaintyWords[certainty], tones[certainty]),
            html`<a class="govuk-link" href="${address}/dates/${id}">Change<span class="govuk-visually-hidden"> date ${at + 1}</span></a>`,
          ]),
        }),
      )
}
${button({ text: 'Add a date', href: `${address}/new-date`, classes: 'govuk-button--secondary' })}
<h2 class="govuk-heading-m">For all dates</h2>`
}

export type EditDate = Pick<Choices, 'venues'> & {
  readonly offer: Offer
  /** The date to change; null for a new one. */
  readonly id: string | null
  readonly seen: string
  readonly form: FormState
}

const fields = ({ form, venues }: EditDate): Html =>
  html`${dateField(form, { name: 'on', label: 'Day', hint: 'For example 17 11 2021. Leave it empty while it is not known' })}
${textField(form, { name: 'starts', label: 'Starts', hint: 'For example 9:30am', width: 10 })}
${textField(form, { name: 'ends', label: 'Ends', hint: 'For example 2:30pm', width: 10 })}
${radiosField(form, { name: 'certainty', label: 'How certain is it?', small: true, items: dateCertainties.map((each) => ({ value: each, text: certaintyWords[each] })) })}
${radiosField(form, { name: 'mode', label: 'Where is it?', small: true, items: dateModes.map((mode) => ({ value: mode, text: modeWords[mode] })) })}
${selectField(form, { name: 'venue', label: 'Venue', blank: 'The usual one', items: venues.map(({ id, shortName, address }) => ({ value: id, text: `${shortName}, ${address}` })) })}
${textField(form, { name: 'online_link', label: 'Link to take part online (optional)', type: 'url', hint: 'Only those who have a place see it' })}
${textArea(form, { name: 'note', label: 'To know for this date (optional)', hint: 'Such as what to bring, or who visits', rows: 2 })}`

/** One planned date, new or to change. */
export const dateView = (frame: Frame, asked: EditDate): Html => {
  const { offer, id, seen, form } = asked
  const title = id === null ? 'Add a date' : 'Change a date'
  const address = `/hub/${offer.hub.slug}/offers/${offer.id}`
  return layout(
    frame,
    {
      title: `${title}: ${offer.project.title}`,
      breadcrumbs: crumbsOf(offer, { text: 'Dates and places', href: `${address}/dates` }, { text: title }),
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${offer.project.title}, ${offer.hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
<form method="post" action="${address}/${id === null ? 'new-date' : `dates/${id}`}" novalidate>
${hiddenField('seen', seen)}
${fields(asked)}
${button({ text: id === null ? 'Add the date' : 'Save the date', preventDoubleClick: true })}
</form>
${
  id !== null &&
  html`<form method="post" action="${address}/dates/${id}/remove" novalidate>${hiddenField('seen', seen)}
<h2 class="govuk-heading-m">Take it away</h2>
<p class="govuk-body">It stands on the offer’s page no longer. Dates of groups that were made of this offer stay as they are.</p>
${button({ text: 'Take this date away', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`
}
</div></div>`,
  )
}
