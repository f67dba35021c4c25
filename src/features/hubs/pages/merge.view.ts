import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, hiddenField, selectField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearInWords, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate } from '../../../vocabulary/local-time.ts'
import type { HubThroughTime } from '../../organisations/index.ts'
import { fromField, type HubForm, hubLink } from './facts.view.ts'
import { type StaffShown, staffFields } from './hand-over.view.ts'

export type OfferShown = {
  readonly id: string
  readonly title: string
  readonly slug: string
  readonly year: number
  readonly status: string
  readonly interest: number
  readonly groups: readonly string[]
}
export type GroupShown = {
  readonly id: string
  readonly name: string
  readonly year: number
  readonly status: string
  readonly offerId: string | null
  readonly places: number
}

export const chooseMergeView = (
  frame: Frame,
  { hub, hubs, form }: HubForm & { hubs: readonly { slug: string; name: string }[] },
): Html =>
  layout(
    frame,
    { title: 'Merge the hub into another', backLink: hubLink(hub).href, errors: form.errors },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${hub.hub.name}</span><h1 class="govuk-heading-l">Merge the hub into another</h1>
${insetText({ text: 'Its area and the work of the year pass to the other hub; earlier years and their figures stay with it. You see everything that would happen, with names, before it is done.' })}
<form method="get" action="${hubLink(hub).href}/merge" novalidate>${selectField(form, { name: 'into', label: 'Into which hub?', items: hubs.map(({ slug, name }) => ({ value: slug, text: name })) })}${fromField(form)}${button({ text: 'See what would happen' })}</form></div></div>`,
  )

export type MergePreview = {
  readonly hub: HubThroughTime
  readonly into: HubThroughTime
  readonly from: Temporal.PlainDate
  readonly year: number
  readonly offers: readonly OfferShown[]
  readonly groups: readonly GroupShown[]
  readonly unfinished: readonly GroupShown[]
  readonly other: {
    readonly openCharges: number
    readonly venues: readonly string[]
    readonly placementRuns: number
    readonly tokens: number
    readonly partnerships: number
  }
  readonly staff: readonly StaffShown[]
  readonly areas: readonly string[]
  readonly referring: readonly { name: string; rows: number; passing: number; fate: string }[]
  readonly seen: string
  readonly form: FormState
}

const numeric = (count: number) => ({ text: count.toLocaleString('en-GB'), format: 'numeric' as const })

export const offersTable = (offers: readonly OfferShown[]): Html =>
  offers.length === 0
    ? html`<p class="govuk-body">No offers.</p>`
    : scrollable(
        'Offers',
        table({
          caption: 'Offers, with their live requests and their groups',
          captionClasses: 'govuk-table__caption--s',
          stacks: true,
          head: ['Offer', 'Year', 'State', { text: 'Live requests', format: 'numeric' }, 'Groups'],
          rows: offers.map(({ title, year, status, interest, groups }) => [
            title,
            yearLabel(academicYear(year)),
            status,
            numeric(interest),
            groups.length > 0 ? groups.join(', ') : 'None',
          ]),
        }),
      )

const groupsTable = (caption: string, groups: readonly GroupShown[]): Html =>
  groups.length === 0
    ? html``
    : scrollable(
        caption,
        table({
          caption,
          captionClasses: 'govuk-table__caption--s',
          stacks: true,
          head: ['Group', 'Year', 'State', { text: 'Places', format: 'numeric' }],
          rows: groups.map(({ name, year, status, places }) => [
            name,
            yearLabel(academicYear(year)),
            status,
            numeric(places),
          ]),
        }),
      )

const everything = ({ referring }: MergePreview): Html =>
  details({
    summaryText: 'Every table that refers to this hub, and what becomes of it',
    text: table({
      caption: 'As the database itself knows it',
      captionClasses: 'govuk-visually-hidden',
      stacks: true,
      head: ['Table', { text: 'Rows', format: 'numeric' }, { text: 'Pass over', format: 'numeric' }, 'The rest'],
      rows: referring.map(({ name, rows, passing, fate }) => [
        name.replaceAll('_', ' '),
        numeric(rows),
        numeric(passing),
        fate,
      ]),
    }),
  })

/** What a merge does, with counts and names, and the choice for each person. */
export const mergeView = (frame: Frame, preview: MergePreview): Html => {
  const { hub, into, from, year, offers, groups, unfinished, other, staff, areas, seen, form } = preview
  const words = yearInWords(academicYear(year))
  return layout(
    frame,
    { title: 'Check the merge', backLink: `${hubLink(hub).href}/merge`, errors: form.errors, wide: true },
    html`<span class="govuk-caption-l">${hub.hub.name} into ${into.hub.name}</span><h1 class="govuk-heading-l">Check the merge</h1>
<p class="govuk-body">From ${formatDate(from)} everything of ${words} and later is ${into.hub.name}’s. Earlier years stay with ${hub.hub.name}, with every figure. ${hub.hub.name} closes on ${formatDate(from.subtract({ days: 1 }))}; its addresses lead to ${into.hub.name}.</p>
${statFigures([
  { label: 'Offers', value: offers.length },
  { label: 'Live requests', value: offers.reduce((sum, { interest }) => sum + interest, 0) },
  { label: 'Groups', value: groups.length },
  { label: 'Charges open', value: other.openCharges },
  { label: 'Venues', value: other.venues.length },
  { label: 'Placements waiting', value: other.placementRuns },
  { label: 'Groups shared with others', value: other.partnerships },
  { label: 'Programs of its staff', value: other.tokens },
])}
<h2 class="govuk-heading-m">What passes to ${into.hub.name}</h2>
<p class="govuk-body">Area: ${areas.length > 0 ? areas.join(', ') : 'nothing that it does not serve already'}. Venues: ${other.venues.length > 0 ? other.venues.join(', ') : 'none'}.</p>
${offersTable(offers)}${groupsTable('Groups', groups)}
<h2 class="govuk-heading-m">What stays with ${hub.hub.name}</h2>
${unfinished.length === 0 ? html`<p class="govuk-body">Earlier years, all of them finished.</p>` : groupsTable('Groups of earlier years that are still to be finished there', unfinished)}
${everything(preview)}
<form method="post" action="${hubLink(hub).href}/merge" novalidate>${hiddenField('into', into.hub.slug)}${hiddenField('from-day', `${from.day}`)}${hiddenField('from-month', `${from.month}`)}${hiddenField('from-year', `${from.year}`)}${hiddenField('seen', seen)}
<h2 class="govuk-heading-m">Who works where from then on?</h2>
<p class="govuk-body">Whoever does not move sees nothing of ${into.hub.name}. Everyone named here gets one mail, and so do those who work at ${into.hub.name} already. A program that somebody lets in sees what they see.</p>
${staffFields(form, staff, [
  { value: 'both', text: `Works at ${into.hub.name}, and finishes earlier years of ${hub.hub.name}` },
  { value: 'goes', text: `Works at ${into.hub.name} only` },
  { value: 'stays', text: `Finishes earlier years of ${hub.hub.name} only` },
  { value: 'ends', text: 'The part ends' },
])}
${staff.length === 0 && html`<p class="govuk-body">Nobody works at ${hub.hub.name} in Tessellate.</p>`}
${button({ text: `Merge ${hub.hub.name} into ${into.hub.name}`, classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`,
  )
}
