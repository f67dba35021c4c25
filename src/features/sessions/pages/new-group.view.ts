import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, type FormState, hiddenField, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import {
  detailFieldsView,
  type Joining,
  type OfferRoom,
  offeredInWords,
  unitsInWords,
  type VenueChoice,
} from '../../groups/index.ts'

type HubSeen = { readonly name: string; readonly slug: string }
export type OfferChoice = {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly code: string | null
  readonly theme: string | null
  readonly groups: number | null
}

/** Which of the hub's offers the group is made of. */
export const chooseOfferView = (
  frame: Frame,
  { hub, offers }: { hub: HubSeen; offers: readonly OfferChoice[] },
): Html =>
  layout(
    frame,
    { title: 'Make a group', backLink: `/hub/${hub.slug}/groups`, unlisted: true },
    html`<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Make a group</h1>
${
  offers.length === 0
    ? emptyState({ title: 'No published offers yet', text: 'A group is made of an offer: publish one first.' })
    : table({
        caption: 'Choose the offer it belongs to',
        captionClasses: 'govuk-table__caption--m',
        head: ['Offer', 'Year', { text: 'Groups so far', format: 'numeric' }],
        rows: offers.map((offer) => [
          html`<a class="govuk-link" href="/hub/${hub.slug}/groups/new?offer=${offer.id}">${offer.title}${offer.theme && `: ${offer.theme}`}</a>${offer.code && html`<br><span class="govuk-body-s">${offer.code}</span>`}`,
          yearLabel(offer.year as AcademicYear),
          { text: offer.groups ?? 0, format: 'numeric' },
        ]),
      })
}`,
  )

export type NewGroup = {
  readonly hub: HubSeen
  readonly offer: Joining & OfferRoom & { readonly id: string; readonly title: string }
  readonly form: FormState
  readonly venues: readonly VenueChoice[]
  readonly leads: readonly { id: string; name: string }[]
  readonly themes: readonly { id: string; title: string }[]
  /** The partner hubs of the offer. */
  readonly hubs: readonly { id: string; name: string }[]
  readonly otherHubs: readonly { id: string; name: string }[]
  /** Each planned date of the offer, in words, with its state. */
  readonly dates: readonly string[]
}

/** The offer's partner hubs at once, every other hub behind a summary: a community may reach over any boundary. */
const sharing = ({ form, hubs, otherHubs }: NewGroup): Html => {
  const items = (listed: NewGroup['hubs']) => listed.map(({ id, name }) => ({ value: id, text: name }))
  const chosen = form.typed['other_partners'] ?? []
  return html`<h2 class="govuk-heading-m">Which hubs share it?</h2>
<p class="govuk-body">Their staff may place schools and see who takes part, but no addresses of your schools. How much of the room is theirs, you say once the group is made.</p>
${hubs.length > 0 && checkboxesField(form, { name: 'partners', label: 'Partner hubs of the offer', small: true, items: items(hubs) })}
${
  otherHubs.length > 0 &&
  details({
    summaryText: hubs.length > 0 ? 'Another hub' : 'Share it with another hub',
    open: otherHubs.some(({ id }) => chosen.includes(id)),
    text: checkboxesField(form, {
      name: 'other_partners',
      label: 'Hubs that share the group',
      small: true,
      items: items(otherHubs),
    }),
  })
}`
}

export const newGroupView = (frame: Frame, asked: NewGroup): Html => {
  const { hub, offer, form, venues, leads, themes, dates } = asked
  const offered = offeredInWords(offer, unitsInWords(offer))
  return layout(
    frame,
    { title: 'Make a group', backLink: `/hub/${hub.slug}/groups`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${offer.title}</span><h1 class="govuk-heading-l">Make a group</h1>
${insetText(
  dates.length > 0
    ? html`The ${dates.length === 1 ? 'date' : 'dates'} planned in the offer become${dates.length === 1 ? 's' : ''} the group’s sessions:<ul class="govuk-list govuk-list--bullet govuk-!-margin-bottom-0">${dates.map((date) => html`<li>${date}</li>`)}</ul>`
    : 'The offer has no planned dates: add the sessions afterwards.',
)}
<form method="post" action="/hub/${hub.slug}/groups/new" novalidate>
${hiddenField('offer', offer.id)}
${offered !== null && html`<p class="govuk-body">${offered}</p>`}
${detailFieldsView(form, { joining: offer, venues })}
${themes.length > 0 && radiosField(form, { name: 'theme', label: 'Theme', small: true, items: [...themes.map((theme) => ({ value: theme.id, text: theme.title })), { value: '', text: 'None, or not yet' }] })}
<h2 class="govuk-heading-m">Who leads it?</h2>
${leads.length > 0 && checkboxesField(form, { name: 'leads', label: 'People known to the hub', small: true, items: leads.map((lead) => ({ value: lead.id, text: lead.name })) })}
${textField(form, { name: 'lead_name', label: 'Somebody else: name', autocomplete: 'off' })}
${textField(form, { name: 'lead_email', label: 'Somebody else: email address', type: 'email', autocomplete: 'off' })}
${sharing(asked)}
${button({ text: 'Make the group', preventDoubleClick: true })}
</form></div></div>`,
  )
}
