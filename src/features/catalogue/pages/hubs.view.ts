import { button } from '../../../ui/components/button.ts'
import { cards } from '../../../ui/components/cards.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
import { emptyForm, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { prose } from '../../../ui/prose.ts'
import { type AcademicYear, yearInWords } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, monthName } from '../../../vocabulary/local-time.ts'
import { phaseLabels, phases } from '../../../vocabulary/phases.ts'
import { plainProse, proseOf } from '../../../vocabulary/prose.ts'
import { telephoneLink } from '../../../vocabulary/telephone.ts'
import { type Offer, offerPath } from '../../offers/index.ts'
import { addressOf, type Hub, type HubArea, type HubInFull } from '../../organisations/index.ts'
import { isNothing, type PlaceFound, type Served, schoolPath } from '../place.ts'

export const areaInWords = (areas: readonly HubArea[], described: string | null): string | null =>
  areas.length > 0
    ? areas
        .map((area) =>
          area.part && !/\(|part|borough|district/i.test(area.describedAs)
            ? `${area.describedAs} (part)`
            : area.describedAs,
        )
        .join(', ')
    : described

const hubCards = (
  hubs: readonly Hub[],
  areas: ReadonlyMap<string, readonly HubArea[]>,
  { underItsRegion }: { underItsRegion: boolean } = { underItsRegion: false },
): Html =>
  cards(
    hubs.map((hub) => ({
      title: hub.name,
      href: `/hubs/${hub.slug}`,
      headingLevel: 3,
      text: areaInWords(areas.get(hub.id) ?? [], hub.areaDescribed) ?? 'Its area is not known yet.',
      facts: hub.region && !underItsRegion ? [hub.region] : [],
    })),
  )

const servedView = ({ authority, hubs, neighbours }: Served, areas: ReadonlyMap<string, readonly HubArea[]>): Html =>
  hubs.length > 0
    ? html`<h2 class="govuk-heading-m">${authority.name} is served by</h2>${hubCards(hubs, areas)}`
    : html`<h2 class="govuk-heading-m">${authority.name}</h2><p class="govuk-body">No hub is known to serve ${authority.name}. ${
        neighbours.length > 0
          ? `You can turn to any hub; these are in the same region${authority.region ? `, ${authority.region}` : ''}.`
          : 'You can turn to any hub.'
      }</p>${hubCards(neighbours, areas)}`

const results = (words: string, place: PlaceFound, areas: ReadonlyMap<string, readonly HubArea[]>): Html => {
  if (isNothing(place))
    return emptyState({
      title: `Nothing is known of “${words}”`,
      text: 'Try the name of your school, your town, your local authority or a whole postcode. Places are found by the schools known there.',
      action: { text: 'Show all hubs', href: '/hubs' },
    })
  return html`${place.served.map((served) => servedView(served, areas))}${
    place.hubs.length > 0 &&
    html`<h2 class="govuk-heading-m">Hubs of that name or area</h2>${hubCards(place.hubs, areas)}`
  }${
    place.schools.length > 0 &&
    html`<h2 class="govuk-heading-m">Schools and providers like this</h2><ul class="govuk-list">${place.schools.map(
      (school) =>
        html`<li><a class="govuk-link" href="${schoolPath(school)}">${school.name}</a>, ${addressOf(school)}</li>`,
    )}</ul><p class="govuk-body">The page of a school names its hub.</p>`
  }`
}

/** Find your hub by school, place, authority or postcode; without words, every hub by region. */
export const hubsView = (
  frame: Frame,
  {
    words,
    place,
    hubs,
    areas,
  }: { words: string; place: PlaceFound | null; hubs: readonly Hub[]; areas: ReadonlyMap<string, readonly HubArea[]> },
): Html => {
  const byRegion = Map.groupBy(hubs, (hub) => hub.region ?? 'Elsewhere')
  const regions = [...byRegion].toSorted(([one], [other]) => one.localeCompare(other, 'en-GB'))
  return layout(
    frame,
    {
      title: 'Find your hub',
      breadcrumbs: [{ text: 'Hubs' }],
      description: 'Find the hub that serves your school, by school, town, local authority or postcode.',
    },
    html`<h1 class="govuk-heading-xl">Find your hub</h1>
<form method="get" action="/hubs">${textField(emptyForm, { name: 'q', label: 'School, town, local authority or postcode', value: words, width: 30, type: 'search' })}${button({ text: 'Find' })}</form>
${place ? results(words, place, areas) : regions.map(([region, those]) => html`<h2 class="govuk-heading-m">${region}</h2>${hubCards(those, areas, { underItsRegion: true })}`)}`,
  )
}

const monthInWords = (text: string): string => {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(text) ?? []
  return year && month ? `${monthName(Number(month))} ${year}` : text
}

const offersByPhase = (offers: readonly Offer[]): Html => {
  const groups = [
    ...phases.map((phase) => ({
      title: phaseLabels[phase],
      offers: offers.filter(({ project }) => project.phases.includes(phase)),
    })),
    {
      title: 'Initial teacher training',
      offers: offers.filter(({ project }) => project.phases.length === 0 && project.audiences.includes('itt')),
    },
    {
      title: 'Leadership',
      offers: offers.filter(({ project }) => project.phases.length === 0 && !project.audiences.includes('itt')),
    },
  ].filter((group) => group.offers.length > 0)
  return html`${groups.map(
    (group) =>
      html`<h3 class="govuk-heading-s">${group.title}</h3><ul class="govuk-list govuk-list--bullet">${group.offers.map(
        (offer) =>
          html`<li><a class="govuk-link" href="${offerPath(offer)}">${offer.project.title}${offer.theme && `: ${offer.theme.title}`}</a></li>`,
      )}</ul>`,
  )}`
}

const closedNote = ({ isOpen }: HubInFull): Html =>
  isOpen ? html`` : insetText({ text: 'This hub is closed. You can turn to any other hub.' })

const mergedInWords = ({ merged }: HubInFull): string =>
  merged.map(({ name, since }) => `${name} (${formatDate(since)})`).join(', ')

type Years = readonly { readonly year: AcademicYear; readonly offers: readonly Offer[] }[]

/** One hub: about it, its area, who leads it, how to reach it, and what it offers by phase. */
export const hubView = (frame: Frame, { hub, years }: { hub: HubInFull; years: Years }): Html => {
  const unknown = html`<span class="govuk-hint">Not known yet</span>`
  return layout(
    frame,
    {
      title: hub.name,
      breadcrumbs: [{ text: 'Hubs', href: '/hubs' }, { text: hub.name }],
      ...(hub.about ? { description: plainProse(proseOf(hub.about)).slice(0, 200) } : {}),
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds"><span class="govuk-caption-l">${frame.networkName}${hub.region && `, ${hub.region}`}</span><h1 class="govuk-heading-xl">${hub.name}</h1>
${closedNote(hub)}
${hub.about && prose(hub.about, 2)}
${summaryList({
  rows: [
    { key: 'Area', value: areaInWords(hub.areas, hub.areaDescribed) ?? unknown },
    {
      key: 'Led by',
      value:
        hub.leadOrganisations.length > 0
          ? html`${hub.leadOrganisations.map((lead) => html`${lead.name}${lead.asOf && ` (as of ${monthInWords(lead.asOf)})`}<br>`)}`
          : unknown,
    },
    {
      key: 'Email',
      value: hub.email ? html`<a class="govuk-link" href="mailto:${hub.email}">${hub.email}</a>` : unknown,
    },
    {
      key: 'Telephone',
      value: hub.telephone
        ? html`<a class="govuk-link" href="${telephoneLink(hub.telephone)}">${hub.telephone}</a>`
        : unknown,
    },
    {
      key: 'Web',
      value: hub.website
        ? html`<a class="govuk-link" href="${hub.website}">${hub.website.replace(/^https?:\/\/(www\.)?|\/$/g, '')}</a>`
        : unknown,
    },
    ...(hub.formerNames.length > 0 ? [{ key: 'Formerly', value: hub.formerNames.join(', ') }] : []),
    ...(hub.merged.length > 0 ? [{ key: 'Took over from', value: mergedInWords(hub) }] : []),
  ],
})}
${
  years.length === 0
    ? html`<h2 class="govuk-heading-l">What it offers</h2>${emptyState({ title: `${hub.name} has published nothing to join at the moment`, text: 'Its offers will stand here. In the meantime the catalogue shows what hubs can offer this year.', action: { text: 'See the catalogue', href: '/projects' } })}`
    : years.map(
        ({ year, offers }) =>
          html`<h2 class="govuk-heading-l">What it offers ${yearInWords(year)}</h2>${offersByPhase(offers)}`,
      )
}
${button({ text: 'What can my school join?', href: '/schools' })}
<p class="govuk-body"><a class="govuk-link" href="/hubs/${hub.slug}/privacy">How personal data is kept at this hub</a></p>
${hub.privacyNotice && html`<h2 class="govuk-heading-m">Privacy</h2>${prose(hub.privacyNotice)}`}
</div></div>`,
  )
}
