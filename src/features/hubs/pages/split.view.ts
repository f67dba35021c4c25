import { button } from '../../../ui/components/button.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { checkboxesField, type FormState, hiddenField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { HubThroughTime } from '../../organisations/index.ts'
import { fromField, hubLink, leadFields } from './facts.view.ts'
import { type StaffShown, staffFields } from './hand-over.view.ts'
import type { GroupShown, OfferShown } from './merge.view.ts'

export type Dividing = {
  readonly hub: HubThroughTime
  readonly offers: readonly OfferShown[]
  readonly groups: readonly GroupShown[]
  readonly staff: readonly StaffShown[]
  readonly seen: string
  readonly form: FormState
}

const several = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const offerHint = ({ interest, groups }: OfferShown): string =>
  [
    several(interest, 'live request', 'live requests'),
    groups.length > 0 ? `with ${groups.join(', ')}` : 'no groups',
  ].join(', ')

const chosen = ({ form, hub, offers, groups }: Dividing): Html =>
  html`${checkboxesField(form, {
    name: 'areas',
    label: 'What does the new hub serve?',
    small: true,
    items: hub.areas.filter(({ to }) => to === null).map(({ id, describedAs }) => ({ value: id, text: describedAs })),
  })}
${
  offers.length === 0
    ? html``
    : checkboxesField(form, {
        name: 'offers',
        label: 'Which offers go with it?',
        hint: 'Their requests, groups, places and open charges go with them',
        small: true,
        items: offers.map((offer) => ({
          value: offer.id,
          text: `${offer.title}, ${yearLabel(academicYear(offer.year))}, ${offer.status}`,
          hint: offerHint(offer),
        })),
      })
}
${
  groups.length === 0
    ? html``
    : checkboxesField(form, {
        name: 'groups',
        label: 'Which groups without an offer here go with it?',
        small: true,
        items: groups.map(({ id, name, places }) => ({
          value: id,
          text: name,
          hint: several(places, 'place', 'places'),
        })),
      })
}`

/** Divides a hub: what goes, and who works where, is chosen on one page. */
export const splitView = (frame: Frame, dividing: Dividing): Html => {
  const { hub, staff, seen, form } = dividing
  return layout(
    frame,
    { title: 'Divide the hub', backLink: hubLink(hub).href, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.hub.name}</span><h1 class="govuk-heading-l">Divide the hub</h1>
${insetText({ text: `A part of ${hub.hub.name} becomes a hub of its own. What you do not choose stays, and so do all earlier years with their figures.` })}
<form method="post" action="${hubLink(hub).href}/split" novalidate>${hiddenField('seen', seen)}
<h2 class="govuk-heading-m">The new hub</h2>
${textField(form, { name: 'name', label: 'Its name' })}
${textField(form, { name: 'slug', label: 'Its address here (optional)', hint: 'Small letters, digits and hyphens; made of the name when left empty', prefix: '/hubs/', width: 20 })}
${textField(form, { name: 'email', label: 'Its email address (optional)', type: 'email' })}
${leadFields(form, 'Its lead organisation (optional)')}
${fromField(form)}
<h2 class="govuk-heading-m">What goes with it</h2>
${chosen(dividing)}
<h2 class="govuk-heading-m">Who works where from then on?</h2>
<p class="govuk-body">Whoever does not move sees nothing of the new hub. Everyone named here gets one mail.</p>
${staffFields(form, staff, [
  { value: 'stays', text: `Stays at ${hub.hub.name}` },
  { value: 'goes', text: 'Goes to the new hub' },
  { value: 'both', text: 'Works at both' },
  { value: 'ends', text: 'The part ends' },
])}
${button({ text: 'Divide the hub', classes: 'govuk-button--warning', preventDoubleClick: true })}</form></div></div>`,
  )
}
