import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered, filterPanel } from '../../../ui/components/filter-panel.ts'
import { pager } from '../../../ui/components/pager.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { type Sort, sortableTable } from '../../../ui/components/sortable-table.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { answerTag } from '../../criteria/index.ts'
import {
  type InterestStatus,
  interestStatuses,
  interestStatusLabels,
  interestTones,
} from '../expression-of-interest.ts'

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
        number(offer.waiting),
        number(offer.placed),
        number(offer.freePlaces),
        offer.status === 'closed'
          ? ''
          : html`<a class="govuk-link" href="/hub/${hub.slug}/offers/${offer.id}/interest/new">Enter<span class="govuk-visually-hidden"> a request for ${offer.title}</span></a>`,
      ]),
    }),
  )

/** The first page of a hub's staff: what needs doing, with the way there. */
export const hubHomeView = (
  frame: Frame,
  { hub, counts, offered, endingSoon, charges, moves, offers }: HubHome,
): Html => {
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
        html`<a class="govuk-link" href="/hub/${hub.slug}/about">About your hub</a>`,
        button({ text: 'People', href: `/hub/${hub.slug}/people`, classes: 'govuk-button--secondary' }),
        html`<a class="govuk-link" href="/hub/${hub.slug}/access">Who can do and see what</a>`,
        html`<a class="govuk-link" href="/hub/${hub.slug}/personal-data">People’s data</a>`,
        html`<a class="govuk-link" href="/hub/${hub.slug}/people/duplicates">People who may be the same</a>`,
        button({ text: 'Best placement', href: `/hub/${hub.slug}/placement`, classes: 'govuk-button--secondary' }),
        button({ text: 'Imports', href: `/hub/${hub.slug}/imports`, classes: 'govuk-button--secondary' }),
      ],
    })}
${statFigures([
  figure('confirmed', 'To be decided', 'Requests that wait for your decision'),
  figure('waiting', 'On the waiting list', 'Offered a free place by themselves, in turn'),
  {
    label: 'Places offered',
    value: offered,
    definition:
      endingSoon === 0 ? 'Waiting for an answer' : `Waiting for an answer; ${endingSoon} end within three days`,
    href: list('offered'),
  },
  figure('received', 'Waiting for a headteacher', 'The school’s headteacher has not confirmed yet'),
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
  figure('placed', 'Placed', 'Schools and institutions with a place'),
])}
${
  offers.length > 0
    ? offersTable(hub, offers)
    : emptyState({
        title: 'No offers yet',
        text: 'When your hub publishes an offer, it is listed here with everything asked of it.',
      })
}`,
  )
}

export type InterestRow = {
  readonly id: string
  readonly organisation: string
  readonly town: string | null
  readonly projectTitle: string
  readonly status: InterestStatus
  readonly people: number
  readonly receivedAt: Temporal.Instant
  readonly verdict: 'yes' | 'no' | 'not_yet_known'
  readonly groupName: string | null
}

export type InterestList = {
  readonly hub: HubNamed
  readonly rows: readonly InterestRow[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly sort: Sort
  readonly chosen: { readonly offer: string; readonly status: string; readonly q: string }
  readonly offers: readonly { readonly id: string; readonly title: string; readonly year: number }[]
}

const addressOf = ({ hub, chosen, sort }: InterestList, change: Record<string, string | null>): string => {
  const given: Record<string, string | null> = {
    ...chosen,
    sort: sort.by,
    order: sort.direction === 'descending' ? 'descending' : null,
    ...change,
  }
  const query = new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return `/hub/${hub.slug}/interest?${query}`
}

const filterOf = (list: InterestList): Html => {
  const form = formFrom(list.chosen)
  const { offer, status, q } = list.chosen
  const title = list.offers.find(({ id }) => id === offer)?.title
  return filterPanel({
    action: `/hub/${list.hub.slug}/interest`,
    keep: { sort: list.sort.by, order: list.sort.direction },
    fields: html`${textField(form, { name: 'q', label: 'School or sender', type: 'search' })}
${selectField(form, { name: 'offer', label: 'Offer', blank: 'All offers', items: list.offers.map((each) => ({ value: each.id, text: `${each.title} (${yearLabel(academicYear(each.year))})` })) })}
${selectField(form, { name: 'status', label: 'State', blank: 'All states', items: interestStatuses.filter((each) => each !== 'draft').map((each) => ({ value: each, text: interestStatusLabels[each] })) })}`,
    chosen: [
      ...(q ? [{ label: q, hrefWithout: addressOf(list, { q: null }) }] : []),
      ...(title ? [{ label: title, hrefWithout: addressOf(list, { offer: null }) }] : []),
      ...(status
        ? [{ label: interestStatusLabels[status as InterestStatus], hrefWithout: addressOf(list, { status: null }) }]
        : []),
    ],
  })
}

const rowOf = (list: InterestList, row: InterestRow) => [
  html`<a class="govuk-link" href="/hub/${list.hub.slug}/interest/${row.id}">${row.organisation}</a>${row.town && html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${row.town}</span>`}`,
  row.projectTitle,
  html`${statusTag(interestStatusLabels[row.status], interestTones[row.status])}${row.groupName && html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${row.groupName}</span>`}`,
  answerTag(row.verdict),
  row.people,
  formatShortDate(localDate(row.receivedAt)),
]

/** Everything asked of a hub, to look through and decide on. */
export const interestListView = (frame: Frame, list: InterestList): Html => {
  const { hub, rows, total, page, pageSize, sort } = list
  const results =
    total === 0
      ? emptyState({
          title: 'No requests here',
          text: 'Requests to join appear as soon as their senders have confirmed their email addresses. Try fewer filters.',
        })
      : html`${sortableTable({
          stacks: true,
          caption: 'Requests to join',
          captionClasses: 'govuk-visually-hidden',
          columns: [
            { key: 'school', label: 'School or institution', sortable: true },
            { key: 'project', label: 'Project', sortable: true },
            { key: 'status', label: 'State', sortable: true },
            { key: 'verdict', label: 'By the rules' },
            { key: 'people', label: 'People', numeric: true },
            { key: 'received', label: 'Received', sortable: true },
          ],
          rows: rows.map((row) => rowOf(list, row)),
          sort,
          href: (to) => addressOf(list, { sort: to.by, order: to.direction === 'descending' ? 'descending' : null }),
        })}${pager({ page, pageSize, total, noun: 'requests', href: (to) => addressOf(list, { page: String(to) }) })}`
  return layout(
    frame,
    {
      title: `Requests to join: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Requests to join' }],
      wide: true,
    },
    html`${actionBar({ title: 'Requests to join', caption: hub.name })}${filtered(filterOf(list), results)}`,
  )
}
