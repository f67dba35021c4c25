import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import type { InterestStatus } from '../../interest/index.ts'
import { hubWays } from './hub-ways.view.ts'

export type HubNamed = { readonly slug: string; readonly name: string }

export type OfferShown = {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly status: string
  readonly toDecide: number
  readonly waiting: number
  readonly placed: number
  readonly freePlaces: number
}

export type HubHome = {
  readonly hub: HubNamed
  readonly counts: ReadonlyMap<InterestStatus, number>
  readonly offered: number
  readonly endingSoon: number
  readonly charges: number
  /** Participations for schools that people have left: to be decided about. */
  readonly moves: number
  /** Who has left and is to be followed by somebody of their school; and how many of them wait for the hub. */
  readonly successors: { readonly open: number; readonly toDecide: number }
  /** Own texts of its offers that are behind a national correction. */
  readonly texts: number
  /** People whom mail does not reach. */
  readonly notReached: number
  /** Whether the reader leads the hub: some ways are for leads alone. */
  readonly leads: boolean
  readonly offers: readonly OfferShown[]
}

const number = (text: string | number) => ({ text, format: 'numeric' as const })

const offersTable = (hub: HubNamed, offers: readonly OfferShown[]): Html =>
  scrollable(
    'Your offers',
    table({
      stacks: true,
      caption: 'Your offers',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        'Offer',
        'Year',
        number('To decide'),
        number('On the waiting list'),
        number('Placed'),
        number('Free places'),
        'Enter a request',
      ],
      rows: offers.map((offer) => [
        html`<a class="govuk-link" href="/hub/${hub.slug}/interest?offer=${offer.id}">${offer.title}</a>${offer.status === 'closed' && html` ${statusTag('Closed', 'over')}`}`,
        yearLabel(academicYear(offer.year)),
        number(offer.toDecide),
        {
          text: html`<a class="govuk-link" href="/hub/${hub.slug}/waiting/${offer.id}">${offer.waiting}<span class="govuk-visually-hidden"> on the waiting list of ${offer.title}</span></a>`,
          format: 'numeric' as const,
        },
        number(offer.placed),
        number(offer.freePlaces),
        offer.status === 'closed'
          ? ''
          : html`<a class="govuk-link" href="/hub/${hub.slug}/offers/${offer.id}/interest/new">Enter<span class="govuk-visually-hidden"> a request for ${offer.title}</span></a>`,
      ]),
    }),
  )

/** The first page of a hub's staff: what needs doing, with the way there. */
export const hubHomeView = (frame: Frame, home: HubHome): Html => {
  const { hub, counts, offered, endingSoon, charges, moves, successors, texts, notReached, offers } = home
  const list = (status: InterestStatus) => `/hub/${hub.slug}/interest?status=${status}`
  const figure = (status: InterestStatus, label: string, definition: string) => ({
    label,
    value: counts.get(status) ?? 0,
    definition,
    href: list(status),
  })
  return layout(
    frame,
    { title: `Hub work: ${hub.name}`, wide: true, unlisted: true },
    html`${actionBar({
      title: 'Hub work',
      caption: hub.name,
      text: 'What has come in, and what waits for you.',
      actions: [
        button({ text: 'All requests to join', href: `/hub/${hub.slug}/interest` }),
        button({ text: 'Groups', href: `/hub/${hub.slug}/groups`, classes: 'govuk-button--secondary' }),
        button({ text: 'Offers', href: `/hub/${hub.slug}/offers`, classes: 'govuk-button--secondary' }),
        button({ text: 'Best placement', href: `/hub/${hub.slug}/placement`, classes: 'govuk-button--secondary' }),
        button({ text: 'People', href: `/hub/${hub.slug}/people`, classes: 'govuk-button--secondary' }),
        button({ text: 'Imports', href: `/hub/${hub.slug}/imports`, classes: 'govuk-button--secondary' }),
      ],
    })}
${statFigures([
  figure('confirmed', 'To be decided', 'Requests that wait for your decision'),
  figure('waiting', 'On the waiting list', 'Each free place is offered to the next in turn'),
  {
    label: 'Places offered',
    value: offered,
    definition:
      endingSoon === 0 ? 'Waiting for an answer' : `Waiting for an answer; ${endingSoon} end within three days`,
    href: list('offered'),
  },
  figure(
    'received',
    'Waiting for agreement',
    'The headteacher, or who speaks for an institution, has not confirmed yet',
  ),
  {
    label: 'Charges to decide',
    value: charges,
    definition: 'Proposed by your policy; nothing is charged before you confirm',
    href: `/hub/${hub.slug}/charges`,
  },
  {
    label: 'People who left a school',
    value: moves,
    definition: 'They take part for it: does the place stay, or go on with them?',
    href: `/hub/${hub.slug}/people/moves`,
  },
  ...(successors.open === 0
    ? []
    : [
        {
          label: 'Who follows',
          value: successors.open,
          definition:
            successors.toDecide === 0
              ? 'Somebody left, and their school is asked who follows'
              : `Somebody left, and their school is asked who follows; ${successors.toDecide} for you to decide`,
          href: `/hub/${hub.slug}/successors`,
        },
      ]),
  ...(texts === 0
    ? []
    : [
        {
          label: 'Texts behind a correction',
          value: texts,
          definition: 'The national text was corrected where your offers say their own: yours or theirs?',
          href: `/hub/${hub.slug}/offers`,
        },
      ]),
  ...(notReached === 0
    ? []
    : [
        {
          label: 'Mail does not arrive',
          value: notReached,
          definition: 'People whose address fails: put it right, or try it again',
          href: `/hub/${hub.slug}/undelivered`,
        },
      ]),
  figure('placed', 'Placed', 'Schools and institutions with a place'),
])}
${
  offers.length > 0
    ? offersTable(hub, offers)
    : emptyState({
        title: 'No offers yet',
        text: 'When your hub publishes an offer, it is listed here with everything asked of it.',
      })
}
${hubWays(`/hub/${hub.slug}`, home.leads)}`,
  )
}
