import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { filtered } from '../../../ui/components/filter-panel.ts'
import { pager } from '../../../ui/components/pager.ts'
import { type Sort, sortableTable } from '../../../ui/components/sortable-table.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate, localDate } from '../../../vocabulary/local-time.ts'
import type { PostKind } from '../../../vocabulary/posts.ts'
import type { SchoolPhase } from '../../../vocabulary/school-phases.ts'
import { answerTag } from '../../criteria/index.ts'
import { type InterestStatus, interestStatusLabels, interestTones } from '../../interest/index.ts'
import { type Hint, hintInShort } from '../hint.ts'
import { asQuery, type Narrowed, type VerdictInSum } from '../work-list.ts'
import type { HubNamed } from './hub-home.view.ts'
import { type Choices, listFilter } from './list-filter.view.ts'

export type InterestRow = {
  readonly id: string
  readonly organisation: string
  readonly urn: number | null
  readonly town: string | null
  readonly area: string | null
  readonly phase: SchoolPhase | null
  readonly projectTitle: string
  readonly projectCode: string | null
  readonly theme: string | null
  readonly year: number
  readonly status: InterestStatus
  readonly people: number
  readonly namesMissing: number
  readonly isAgreementOutstanding: boolean
  readonly notes: number
  readonly receivedAt: Temporal.Instant
  readonly waitingSince: Temporal.Instant | null
  readonly verdict: VerdictInSum
  readonly overruled: string | null
  readonly groupName: string | null
  readonly hints: readonly Hint[]
  readonly sender: { readonly name: string; readonly email: string; readonly post: PostKind }
}

export type InterestList = Choices & {
  readonly hub: HubNamed
  readonly rows: readonly InterestRow[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  readonly sort: Sort
  readonly chosen: Narrowed
}

type Change = Readonly<Record<string, string | null>>

const queryOf = ({ chosen, sort }: InterestList, change: Change): URLSearchParams => {
  const given: Change = {
    ...asQuery(chosen),
    sort: sort.by,
    order: sort.direction === 'descending' ? 'descending' : null,
    ...change,
  }
  return new URLSearchParams(Object.entries(given).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

const addressOf = (list: InterestList, change: Change): string =>
  `/hub/${list.hub.slug}/interest?${queryOf(list, change)}`

const below = (text: string | null | false): Html | false =>
  Boolean(text) && html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${text}</span>`

const beside = (text: string | null): Html | false =>
  Boolean(text) && html` <span class="govuk-hint govuk-!-display-inline">${text}</span>`

const dateOf = (at: Temporal.Instant | null): Html | '' =>
  at === null ? '' : html`<span class="app-table__date">${formatShortDate(localDate(at))}</span>`

const noteWord = (notes: number): string => (notes === 1 ? '1 note' : `${notes} notes`)

const box = ({ id, organisation, projectTitle }: InterestRow): Html =>
  html`<div class="govuk-checkboxes govuk-checkboxes--small"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="chosen-${id}" name="chosen" type="checkbox" value="${id}"><label class="govuk-label govuk-checkboxes__label" for="chosen-${id}"><span class="govuk-visually-hidden">Choose ${organisation}, ${projectTitle}</span></label></div></div>`

const rowOf = (list: InterestList, row: InterestRow) => [
  html`<div class="app-choose">${box(row)}<div><a class="govuk-link" href="/hub/${list.hub.slug}/interest/${row.id}">${row.organisation}</a>${beside(row.town)}${row.hints.map((hint) => below(hintInShort(hint)))}${below(row.notes > 0 && noteWord(row.notes))}</div></div>`,
  html`${row.projectTitle}${below(row.theme)}`,
  html`${statusTag(interestStatusLabels[row.status], interestTones[row.status])}${below(row.groupName)}${below(row.isAgreementOutstanding && 'Agreement outstanding')}`,
  html`${answerTag(row.verdict)}${below(row.overruled !== null && `Overruled: ${row.overruled}`)}`,
  row.area ?? '',
  row.namesMissing > 0 ? html`${row.people}${below(`${row.namesMissing} missing`)}` : row.people,
  dateOf(row.waitingSince),
  dateOf(row.receivedAt),
]

const tableOf = (list: InterestList): Html =>
  sortableTable({
    stacks: true,
    classes: 'app-table--dense',
    caption: 'Requests to join',
    captionClasses: 'govuk-visually-hidden',
    columns: [
      { key: 'school', label: 'School or institution', sortable: true, classes: 'govuk-!-width-one-quarter' },
      { key: 'project', label: 'Project', sortable: true, classes: 'govuk-!-width-one-quarter' },
      { key: 'status', label: 'State', sortable: true },
      { key: 'verdict', label: 'By the rules', sortable: true },
      { key: 'area', label: 'Area', sortable: true },
      { key: 'people', label: 'People', numeric: true, sortable: true },
      { key: 'waiting', label: 'Waiting since', sortable: true },
      { key: 'received', label: 'Received', sortable: true },
    ],
    rows: list.rows.map((row) => rowOf(list, row)),
    sort: list.sort,
    href: (to) => addressOf(list, { sort: to.by, order: to.direction === 'descending' ? 'descending' : null }),
  })

const actButtons = ({ hub, total }: InterestList): Html =>
  html`<div class="govuk-button-group">${button({ text: 'Act on those ticked', name: 'scope', value: 'chosen', classes: 'govuk-button--secondary' })}${button({ text: total === 1 ? 'Act on the one that matches' : `Act on all ${total} that match`, name: 'scope', value: 'all', classes: 'govuk-button--secondary' })}<a class="govuk-link" href="/hub/${hub.slug}/acts">What was done with many</a></div>`

const resultsOf = (list: InterestList): Html => {
  const { total, page, pageSize } = list
  if (total === 0)
    return emptyState({
      title: 'No requests here',
      text: 'Requests to join appear as soon as their senders have confirmed their email addresses. Try fewer filters.',
    })
  return html`<form method="post" action="/hub/${list.hub.slug}/acts?${String(queryOf(list, {}))}" novalidate>${actButtons(list)}${tableOf(list)}</form>${pager({ page, pageSize, total, noun: 'requests', href: (to) => addressOf(list, { page: String(to) }) })}`
}

/** Everything asked of a hub, over all its offers, to look through and decide on. */
export const interestListView = (frame: Frame, list: InterestList): Html => {
  const { hub, sort, chosen } = list
  const panel = listFilter({
    action: `/hub/${hub.slug}/interest`,
    chosen,
    keep: { sort: sort.by, order: sort.direction },
    offers: list.offers,
    areas: list.areas,
    without: (name) => addressOf(list, { [name]: null }),
  })
  return layout(
    frame,
    {
      title: `Requests to join: ${hub.name}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Requests to join' }],
      wide: true,
    },
    html`${actionBar({
      title: 'Requests to join',
      caption: hub.name,
      actions:
        list.total > 0
          ? [
              button({
                text: 'Download this list (CSV)',
                href: `/hub/${hub.slug}/interest.csv?${queryOf(list, {})}`,
                classes: 'govuk-button--secondary',
              }),
            ]
          : [],
    })}${filtered(panel, resultsOf(list), { above: true })}`,
  )
}
