import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { type Sort, sortableTable } from '../../../ui/components/sortable-table.ts'
import { statusTag, type Tone } from '../../../ui/components/status-tag.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatShortDate } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, type GroupStatus, groupStatusLabels, unitsInWords } from '../group.ts'

export type GroupRow = {
  readonly group: GroupSeen
  readonly next: { readonly onDate: Temporal.PlainDate | null; readonly status: string } | null
  readonly provisional: number
}

/** What each column is put in order by. */
export const sortKeys: Readonly<Record<string, (row: GroupRow) => string>> = {
  name: ({ group }) => group.name,
  project: ({ group }) => group.projectTitle,
  lead: ({ group }) => group.leads[0]?.name ?? '~',
  status: ({ group }) => groupStatusLabels[group.status],
  room: ({ group }) => String(group.organisationsRoom - group.organisationsTaken),
  next: ({ next }) => next?.onDate?.toString() ?? '9999',
}

export const groupTones: Readonly<Record<GroupStatus, Tone>> = {
  forming: 'waiting',
  confirmed: 'good',
  running: 'good',
  completed: 'over',
  cancelled: 'bad',
  merged: 'over',
}

const columns = [
  { key: 'name', label: 'Group', sortable: true },
  { key: 'project', label: 'Project', sortable: true },
  { key: 'lead', label: 'Led by', sortable: true },
  { key: 'status', label: 'State', sortable: true },
  { key: 'room', label: 'Places taken', sortable: true },
  { key: 'people', label: 'People', numeric: true },
  { key: 'next', label: 'Next session', sortable: true },
]

const nextInWords = ({ next, provisional }: GroupRow): Html =>
  html`${next?.onDate ? html`${formatShortDate(next.onDate)}${next.status === 'provisional' && ' (provisional)'}` : 'None dated'}${
    provisional > 0 && html`<br><span class="govuk-body-s">${provisional} to confirm</span>`
  }`

const rowOf = (row: GroupRow) => {
  const { group } = row
  return [
    html`<a class="govuk-link" href="/groups/${group.id}">${group.name}</a>${group.partnerHubs.length > 0 && html`<br><span class="govuk-body-s">Held by ${group.hubName}, shared with ${group.partnerHubs.map((hub) => hub.name).join(', ')}</span>`}`,
    html`${group.projectTitle}${group.projectCode && html`<br><span class="govuk-body-s">${group.projectCode}</span>`}`,
    group.leads.length > 0 ? group.leads.map((lead) => lead.name).join(', ') : 'No lead yet',
    statusTag(groupStatusLabels[group.status], groupTones[group.status]),
    `${group.organisationsTaken} of ${group.organisationsRoom} ${unitsInWords(group).many}`,
    `${group.peopleTaken} of ${group.peopleRoom}`,
    nextInWords(row),
  ]
}

const groupsTable = (
  rows: readonly GroupRow[],
  sort: Sort,
  { caption, href }: { caption: string; href: (sort: Sort) => string },
): Html => sortableTable({ caption, columns, rows: rows.map(rowOf), sort, href, stacks: true })

export const groupsOfHubView = (
  frame: Frame,
  {
    hub,
    year,
    years,
    rows,
    sort,
  }: {
    hub: { name: string; slug: string }
    year: AcademicYear
    years: readonly number[]
    rows: readonly GroupRow[]
    sort: Sort
  },
): Html =>
  layout(
    frame,
    {
      title: `Groups of ${hub.name}, ${yearLabel(year)}`,
      breadcrumbs: [{ text: 'Hub work', href: `/hub/${hub.slug}` }, { text: 'Groups' }],
      wide: true,
      unlisted: true,
    },
    html`${actionBar({
      title: `Groups in ${yearLabel(year)}`,
      caption: hub.name,
      text: 'Every group the hub holds or shares, with the room that is taken. Places offered and held both use room.',
      actions: [
        button({ text: 'Make a group', href: `/hub/${hub.slug}/groups/new` }),
        button({ text: 'Attendance', href: `/hub/${hub.slug}/attendance`, classes: 'govuk-button--secondary' }),
      ],
    })}
${
  years.length > 1 &&
  html`<p class="govuk-body">Year: ${years.map((other) => (other === year ? html`<strong>${yearLabel(other as AcademicYear)}</strong> ` : html`<a class="govuk-link" href="/hub/${hub.slug}/groups?year=${yearSlug(other as AcademicYear)}">${yearLabel(other as AcademicYear)}</a> `))}</p>`
}
${
  rows.length === 0
    ? emptyState({
        title: 'No groups in this year yet',
        text: 'Make one by hand from an offer, or ask for the best placement of everyone who has expressed interest.',
        action: { text: 'Make a group', href: `/hub/${hub.slug}/groups/new` },
      })
    : groupsTable(rows, sort, {
        caption: `${rows.length} ${rows.length === 1 ? 'group' : 'groups'}`,
        href: (next) =>
          `/hub/${hub.slug}/groups?${new URLSearchParams({ year: yearSlug(year), sort: next.by, order: next.direction })}`,
      })
}`,
  )

export const ownGroupsView = (frame: Frame, { rows, sort }: { rows: readonly GroupRow[]; sort: Sort }): Html =>
  layout(
    frame,
    { title: 'My groups', breadcrumbs: [{ text: 'My groups' }], wide: true, unlisted: true },
    html`${actionBar({ title: 'My groups', text: 'The groups you lead, and those of the hub you work for.' })}
${
  rows.length === 0
    ? emptyState({ title: 'No groups yet', text: 'A group appears here once a hub has made you its lead.' })
    : groupsTable(rows, sort, {
        caption: `${rows.length} ${rows.length === 1 ? 'group' : 'groups'}`,
        href: (next) => `/groups?${new URLSearchParams({ sort: next.by, order: next.direction })}`,
      })
}`,
  )
