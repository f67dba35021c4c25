import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, textArea, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { VenueTerms } from '../venue-terms.ts'
import type { HubNamed } from './policies.view.ts'

export type VenueShown = VenueTerms & { readonly id: string; readonly retiredOn: Temporal.PlainDate | null }

/** The places where a hub's groups meet. */
export const venuesView = (frame: Frame, { hub, venues }: { hub: HubNamed; venues: readonly VenueShown[] }): Html =>
  layout(
    frame,
    {
      title: 'Venues',
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Venues' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ title: 'Venues', caption: hub.name, text: 'Where your groups meet. Offers, groups and sessions choose from these.', actions: [button({ text: 'Add a venue', href: `/hub/${hub.slug}/venues/new` })] })}
${
  venues.length === 0
    ? emptyState({ title: 'No venues yet', text: 'Add the places where your groups meet.' })
    : scrollable(
        'Venues',
        table({
          stacks: true,
          caption: 'Venues',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: ['Venue', 'Address', 'To know', 'State'],
          rows: venues.map((venue) => [
            html`<a class="govuk-link" href="/hub/${hub.slug}/venues/${venue.id}">${venue.shortName}</a>${venue.name !== venue.shortName && html`<br><span class="govuk-body-s">${venue.name}</span>`}`,
            [venue.address, venue.postcode].filter(Boolean).join(', '),
            venue.practicalNotes ?? '',
            venue.retiredOn
              ? statusTag(`Retired on ${formatDate(venue.retiredOn)}`, 'over')
              : statusTag('In use', 'good'),
          ]),
        }),
      )
}`,
  )

const retiring = (hub: HubNamed, venue: VenueShown): Html =>
  html`<form method="post" action="/hub/${hub.slug}/venues/${venue.id}/retire" novalidate>${hiddenField('retired', venue.retiredOn ? 'no' : 'yes')}
<h2 class="govuk-heading-m">${venue.retiredOn ? 'Use it again' : 'Retire it'}</h2>
<p class="govuk-body">${venue.retiredOn ? `It was retired on ${formatDate(venue.retiredOn)}.` : 'Nothing new is planned there; what is planned or was held there stays.'}</p>
${button({ text: venue.retiredOn ? 'Use this venue again' : 'Retire this venue', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

const toKnow = (
  form: FormState,
  venue: VenueShown | null,
): Html => html`${textField(form, { name: 'room', label: 'Room (optional)', value: venue?.room ?? null })}
${textField(form, { name: 'parking', label: 'Parking (optional)', value: venue?.parking ?? null })}
${textField(form, { name: 'way_in', label: 'The way in, also without steps (optional)', value: venue?.wayIn ?? null })}
${textField(form, { name: 'lunch', label: 'Lunch (optional)', value: venue?.lunch ?? null })}
${textArea(form, { name: 'notes', label: 'What else one needs to know (optional)', rows: 4, value: venue?.practicalNotes ?? null })}`

/** One venue: what it is called, where it is and what one needs to know. */
export const venueView = (
  frame: Frame,
  { hub, venue, form }: { hub: HubNamed; venue: VenueShown | null; form: FormState },
): Html => {
  const title = venue ? venue.shortName : 'Add a venue'
  return layout(
    frame,
    { title, backLink: `/hub/${hub.slug}/venues`, errors: form.errors, unlisted: true },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">${title}</h1>
${venue && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${hub.slug}/venues/${venue.id}/times">When it is free</a></p>`}
${venue && insetText({ text: 'A change shows at once wherever the venue stands, also in calendars from their next update on.' })}
<form method="post" action="/hub/${hub.slug}/venues/${venue?.id ?? 'new'}" novalidate>
${textField(form, { name: 'name', label: 'Name', value: venue?.name ?? null })}
${textField(form, { name: 'short_name', label: 'Short name (optional)', hint: 'For lists and calendars', width: 20, value: venue?.shortName ?? null })}
${textArea(form, { name: 'address', label: 'Address', rows: 3, value: venue?.address ?? null })}
${textField(form, { name: 'postcode', label: 'Postcode (optional)', width: 10, value: venue?.postcode ?? null })}
${toKnow(form, venue)}
${button({ text: venue ? 'Save the venue' : 'Add the venue', preventDoubleClick: true })}</form>
${venue && retiring(hub, venue)}</div></div>`,
  )
}
