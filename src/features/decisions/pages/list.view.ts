import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered, filterPanel } from '../../../ui/components/filter-panel.ts'
import { pager } from '../../../ui/components/pager.ts'
import { type Sort, sortableTable } from '../../../ui/components/sortable-table.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { formFrom, selectField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import { answerTag } from '../../criteria/index.ts'
import { type InterestStatus, interestStatuses, interestStatusLabels, interestTones } from '../../interest/index.ts'
import type { HubNamed } from './hub-home.view.ts'

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
