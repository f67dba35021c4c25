import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { summaryList } from '../../../ui/components/summary-list.ts'
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
import type { HubArea, HubInFull } from '../../organisations/index.ts'

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

// What somebody stated in a later month cannot be told before: a clock may be set back.
const isStated = (asOf: string, today: Temporal.PlainDate): boolean => {
  const [, year, month = '01'] = /\b(\d{4})(?:-(\d{2}))?\b/.exec(asOf) ?? []
  return year === undefined || Number(year) * 12 + Number(month) <= today.year * 12 + today.month
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

type HubPage = { readonly hub: HubInFull; readonly years: Years; readonly today: Temporal.PlainDate }

/** One hub: about it, its area, who leads it, how to reach it, and what it offers by phase. */
export const hubView = (frame: Frame, { hub, years, today }: HubPage): Html => {
  const unknown = html`<span class="govuk-hint">Not known yet</span>`
  return layout(
    frame,
    {
      title: hub.name,
      breadcrumbs: [{ text: 'Hubs', href: '/hubs' }, { text: hub.name }],
      alternates: [
        { href: `/hubs/${hub.slug}/offers.atom`, type: 'application/atom+xml', title: `What ${hub.name} offers` },
      ],
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
          ? html`${hub.leadOrganisations.map((lead) => html`${lead.name}${lead.asOf && isStated(lead.asOf, today) && ` (as of ${monthInWords(lead.asOf)})`}<br>`)}`
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
<p class="govuk-body"><a class="govuk-link" href="/hubs/${hub.slug}/privacy">How personal data is kept at this hub</a> · <a class="govuk-link" href="/hubs/${hub.slug}/offers.atom">Feed of its offers (Atom)</a></p>
${hub.privacyNotice && html`<h2 class="govuk-heading-m">Privacy</h2>${prose(hub.privacyNotice)}`}
</div></div>`,
  )
}
