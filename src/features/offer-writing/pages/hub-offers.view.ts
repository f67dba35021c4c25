import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type FormState, radiosField, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate } from '../../../vocabulary/local-time.ts'
import { type Offer, type OfferStatus, offerPath } from '../../offers/index.ts'
import type { Project } from '../../projects/index.ts'

export type HubNamed = { readonly slug: string; readonly name: string }

const labels: Readonly<Record<OfferStatus, string>> = {
  draft: 'Draft',
  published: 'Published',
  closed: 'Closed',
  withdrawn: 'Withdrawn',
}
const tones: Readonly<Record<OfferStatus, Tone>> = {
  draft: 'waiting',
  published: 'good',
  closed: 'over',
  withdrawn: 'bad',
}

/** The state of an offer as a coloured word; that its project was withdrawn comes first. */
export const offerTag = ({ status, project }: Pick<Offer, 'status' | 'project'>): Html =>
  status !== 'withdrawn' && project.status === 'withdrawn'
    ? statusTag('Project withdrawn', 'bad')
    : statusTag(labels[status], tones[status])

const windowOf = ({ opensOn, closesOn }: Offer): string => {
  if (opensOn && closesOn) return `${formatShortDate(opensOn)} to ${formatShortDate(closesOn)}`
  if (opensOn) return `From ${formatShortDate(opensOn)}`
  return closesOn ? `Until ${formatShortDate(closesOn)}` : 'While published'
}

const rowOf = ({ hub, mayEdit }: HubOffers, { offer, dates, toChoose }: HubOffers['rows'][number]) => [
  html`${offer.project.title}<br><span class="govuk-body-s">${[yearLabel(offer.year), offer.slug === offer.project.slug ? null : offer.slug].filter(Boolean).join(' · ')}</span>`,
  offer.theme?.title ?? '',
  offerTag(offer),
  windowOf(offer),
  { text: dates, format: 'numeric' as const },
  toChoose > 0
    ? html`<a class="govuk-link" href="/hub/${hub.slug}/offers/${offer.id}/texts">${statusTag(`${toChoose} to look at`, 'attention')}<span class="govuk-visually-hidden"> in ${offer.project.title}, ${offer.slug}</span></a>`
    : '',
  mayEdit
    ? html`<a class="govuk-link" href="/hub/${hub.slug}/offers/${offer.id}/edit">${offer.status === 'withdrawn' ? 'See' : 'Change'}<span class="govuk-visually-hidden"> ${offer.project.title}, ${offer.slug}</span></a>`
    : '',
  mayEdit || offer.status !== 'draft'
    ? html`<a class="govuk-link" href="${offerPath(offer)}">${offer.status === 'draft' ? 'Preview' : 'Public page'}<span class="govuk-visually-hidden"> of ${offer.project.title}, ${offer.slug}</span></a>${mayEdit && offer.status === 'published' && html`<div class="govuk-!-margin-top-2"><a class="govuk-link" href="/hub/${hub.slug}/offers/${offer.id}/mail">Send by mail<span class="govuk-visually-hidden">: ${offer.project.title}, ${offer.slug}</span></a></div>`}`
    : '',
]

export type HubOffers = {
  /** The national team sees a hub's offers and changes none. */
  readonly mayEdit: boolean
  readonly hub: HubNamed
  readonly rows: readonly {
    readonly offer: Offer
    readonly dates: number
    /** Own texts whose national text was corrected since. */
    readonly toChoose: number
  }[]
}

/** Every offer of a hub, in whatever state, for its staff. */
export const hubOffersView = (frame: Frame, offers: HubOffers): Html => {
  const { hub, mayEdit, rows } = offers
  const make = { text: 'Make an offer', href: `/hub/${hub.slug}/offers/new` }
  return layout(
    frame,
    {
      title: 'Offers',
      breadcrumbs: [
        mayEdit
          ? { text: 'Hub work', href: `/hub/${hub.slug}` }
          : { text: hub.name, href: `/network/hubs/${hub.slug}` },
        { text: 'Offers' },
      ],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ title: 'Offers', caption: hub.name, text: 'What your hub offers of the network’s projects, and what it prepares.', actions: mayEdit ? [button(make)] : [] })}
${
  rows.length === 0
    ? emptyState({ title: 'No offers yet', text: 'Choose a project of the year, add your dates, and publish it.' })
    : scrollable(
        'Offers',
        table({
          stacks: true,
          caption: 'Offers',
          captionClasses: 'govuk-visually-hidden',
          firstCellIsHeader: true,
          head: [
            'Project',
            'Theme',
            'State',
            'Asking to join',
            { text: 'Dates', format: 'numeric' },
            'Texts',
            'Change',
            'Page',
          ],
          rows: rows.map((row) => rowOf(offers, row)),
        }),
      )
}`,
  )
}

export type NewOffer = {
  readonly hub: HubNamed
  readonly year: AcademicYear
  readonly years: readonly AcademicYear[]
  readonly fresh: readonly Project[]
  readonly offered: readonly Project[]
  readonly form: FormState
}

const named = ({ title, code }: Project): string => (code ? `${title} (${code})` : title)

const choices = ({ fresh, offered, form }: NewOffer): Html =>
  html`${
    fresh.length > 0
      ? radiosField(form, {
          name: 'project',
          label: 'Projects that your hub does not offer yet',
          size: 'm',
          items: fresh.map((project) => ({ value: project.id, text: named(project), hint: project.summary })),
        })
      : html`<p class="govuk-body">${offered.length > 0 ? 'Your hub offers every project of this year.' : 'No project of this year can be offered yet: the national team has published none.'}</p>`
  }
${
  offered.length > 0 &&
  details({
    summaryText: 'Make a second offer of a project you offer already',
    open: form.errors.some(({ field }) => field !== 'project'),
    text: html`${selectField(form, { name: 'again', label: 'Project', blank: 'None', items: offered.map((project) => ({ value: project.id, text: named(project) })) })}
${textField(form, { name: 'suffix', label: 'What tells it apart?', hint: 'A word or two for its address, such as “early years”', width: 20 })}`,
  })
}`

export const newOfferView = (frame: Frame, asked: NewOffer): Html => {
  const { hub, year, years, form } = asked
  const others = years.filter((each) => each !== year)
  const address = `/hub/${hub.slug}/offers`
  return layout(
    frame,
    {
      title: 'Make an offer',
      breadcrumbs: [
        { text: 'Hub work', href: `/hub/${hub.slug}` },
        { text: 'Offers', href: address },
        { text: 'Make an offer' },
      ],
      errors: form.errors,
      unlisted: true,
    },
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
<span class="govuk-caption-l">${hub.name}</span><h1 class="govuk-heading-l">Make an offer for ${yearLabel(year)}</h1>
<p class="govuk-body">The offer takes over the text of the national project. It begins as a draft, which only your hub sees.</p>
${others.length > 0 && html`<p class="govuk-body">Other years that have not ended: ${others.map((each, at) => html`${at > 0 && ', '}<a class="govuk-link" href="${address}/new?year=${yearSlug(each)}">${yearLabel(each)}</a>`)}</p>`}
<form method="post" action="${address}/new?year=${yearSlug(year)}" novalidate>
${choices(asked)}
${button({ text: 'Begin the draft', preventDoubleClick: true })}
</form></div></div>`,
  )
}
