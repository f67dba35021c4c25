import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatInstant, formatTimeRange } from '../../../vocabulary/local-time.ts'

type MyPart = {
  readonly feed: string
  readonly sessions: readonly {
    on_date: Temporal.PlainDate | null
    starts_at: Temporal.PlainTime | null
    ends_at: Temporal.PlainTime | null
    mode: string
    group: string
    venue: string | null
    status: string
  }[]
  readonly places: readonly {
    group: string
    project: string
    year: AcademicYear
    organisation: string
    status: string
  }[]
  readonly interest: readonly {
    project: string
    organisation: string
    status: string
    received_at: Temporal.Instant | null
    href: string
  }[]
  readonly statements: readonly { code: string; project: string; year: AcademicYear; issued_at: Temporal.Instant }[]
  readonly leads: readonly { id: string; name: string; status: string }[]
}

const placeWords: Readonly<Record<string, string>> = {
  offered: 'Place offered',
  held: 'Taking part',
  completed: 'Completed',
  declined: 'Declined',
  lapsed: 'Offer lapsed',
  released: 'Given up',
  left: 'Left',
}
const interestWords: Readonly<Record<string, string>> = {
  received: 'Received',
  confirmed: 'Confirmed',
  waiting: 'On the waiting list',
  offered: 'Place offered',
  placed: 'Placed',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  passed_on: 'Passed to another hub',
}

const titled = (caption: string) => ({ caption, captionClasses: 'govuk-table__caption--m' })

const dates = ({ sessions, feed }: MyPart): Html =>
  html`${scrollable(
    'Your dates',
    table({
      ...titled('Your dates'),
      head: ['Day', 'Time', 'Group', 'Where'],
      rows: sessions.map((session) => [
        session.on_date
          ? html`${formatDay(session.on_date)}${session.status === 'provisional' ? ' (provisional)' : ''}`
          : 'To be confirmed',
        session.starts_at && session.ends_at ? formatTimeRange(session.starts_at, session.ends_at) : 'To be confirmed',
        session.group,
        session.mode === 'online' ? 'Online' : (session.venue ?? 'To be confirmed'),
      ]),
    }),
  )}
<p class="govuk-body">Keep them in your own calendar: <a class="govuk-link" href="${feed}">your calendar feed</a>. The address is yours alone; do not pass it on.</p>`

/** A person's own part: their dates, groups, requests and statements. */
export const myView = (frame: Frame, my: MyPart): Html => {
  const nothing = my.places.length + my.interest.length + my.leads.length === 0
  return layout(
    frame,
    { title: 'My part' },
    html`<h1 class="govuk-heading-l">My part</h1>
${nothing ? emptyState({ title: 'You do not take part in a group yet', text: 'What your school asks for, and the groups you join, will be here.', action: { text: 'Find a project', href: '/projects' } }) : ''}
${my.leads.length === 0 ? '' : html`<h2 class="govuk-heading-m">Groups you lead</h2><ul class="govuk-list">${my.leads.map((group) => html`<li><a class="govuk-link" href="/groups/${group.id}">${group.name}</a></li>`)}</ul>`}
${my.sessions.length === 0 ? '' : dates(my)}
${my.interest.length === 0 ? '' : table({ ...titled('What you asked for'), head: ['Project', 'For', 'Where it stands'], rows: my.interest.map((interest) => [html`<a class="govuk-link" href="${interest.href}">${interest.project}</a>`, interest.organisation, interestWords[interest.status] ?? interest.status]) })}
${my.places.length === 0 ? '' : table({ ...titled('Groups you take part in'), head: ['Group', 'Project', 'Year', 'For', 'Where it stands'], rows: my.places.map((place) => [place.group, place.project, yearLabel(place.year), place.organisation, placeWords[place.status] ?? place.status]) })}
${my.statements.length === 0 ? '' : table({ ...titled('Statements of participation'), head: ['Project', 'Year', 'Issued', 'Code'], rows: my.statements.map((statement) => [statement.project, yearLabel(statement.year), formatInstant(statement.issued_at), html`<a class="govuk-link" href="/statements/${statement.code}">${statement.code}</a>`]) })}`,
  )
}
