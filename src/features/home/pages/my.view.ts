import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatDay, formatTimeRange, localDate } from '../../../vocabulary/local-time.ts'

type MyPart = {
  /** Null for whoever acts for somebody else. */
  readonly feed: string | null
  readonly sessions: readonly {
    on_date: Temporal.PlainDate | null
    starts_at: Temporal.PlainTime | null
    ends_at: Temporal.PlainTime | null
    mode: string
    group: string
    venue: string | null
    host: string | null
    status: string
  }[]
  readonly places: readonly {
    groupId: string
    group: string
    project: string
    year: AcademicYear
    organisation: string
    status: string
    /** Where notice is given not to come; null once the place has ended. */
    cancelHref: string | null
  }[]
  readonly interest: readonly {
    project: string
    organisation: string
    status: string
    sender_name: string
    href: string
  }[]
  readonly toConfirm: readonly { project: string; organisation: string; sender_name: string; href: string }[]
  readonly schools: readonly { name: string; href: string }[]
  /** Groups in which a school that the reader leads takes part. */
  readonly schoolGroups: readonly {
    id: string
    name: string
    year: AcademicYear
    project: string
    organisation: string
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
  received: 'Waits for agreement',
  confirmed: 'With the hub, to be decided',
  waiting: 'On the waiting list',
  offered: 'Place offered',
  placed: 'Placed',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  lapsed: 'Lapsed',
  passed_on: 'Passed to another hub',
}

const titled = (caption: string) => ({ caption, captionClasses: 'govuk-table__caption--m', stacks: true })

const whereOf = ({ mode, venue, host }: MyPart['sessions'][number]): string => {
  if (mode === 'online') return 'Online'
  const place = venue ?? host ?? 'To be confirmed'
  return mode === 'blended' ? `${place}, and online` : place
}

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
        whereOf(session),
      ]),
    }),
  )}
${feed !== null && html`<p class="govuk-body">Keep them in your own calendar: <a class="govuk-link" href="${feed}">your calendar feed</a>. The address is yours alone; do not pass it on. <a class="govuk-link" href="/account/calendar">How to follow it, and how to renew it</a></p>`}`

const toConfirm = (asked: MyPart['toConfirm']): Html =>
  html`<h2 class="govuk-heading-m">Waits for your agreement</h2><ul class="govuk-list govuk-list--bullet">${asked.map(
    (one) =>
      html`<li><a class="govuk-link" href="${one.href}">Can ${one.organisation} take part in ${one.project}?</a> ${one.sender_name} has asked.</li>`,
  )}</ul>`

const schools = (all: MyPart['schools']): Html =>
  html`<h2 class="govuk-heading-m">Your school or institution</h2><ul class="govuk-list">${all.map((school) => html`<li><a class="govuk-link" href="${school.href}">What ${school.name} can join, and its stages so far</a></li>`)}<li><a class="govuk-link" href="/my/accounts">Accounts with hubs, and their statements</a></li></ul>`

const schoolGroups = (groups: MyPart['schoolGroups']): Html =>
  table({
    ...titled('Groups of your school or institution'),
    head: ['Group', 'Project', 'Year', 'For'],
    rows: groups.map((group) => [
      html`<a class="govuk-link" href="/my/groups/${group.id}">${group.name}</a>`,
      group.project,
      yearLabel(group.year),
      group.organisation,
    ]),
  })

const leads = (groups: MyPart['leads']): Html =>
  html`<h2 class="govuk-heading-m">Groups you lead</h2><ul class="govuk-list">${groups.map((group) => html`<li><a class="govuk-link" href="/groups/${group.id}">${group.name}</a></li>`)}</ul><p class="govuk-body"><a class="govuk-link" href="/my/plan">The year and the months of what you lead</a> · <a class="govuk-link" href="/my/times">When you can lead sessions</a></p>`

const requests = (interest: MyPart['interest']): Html =>
  table({
    ...titled('Requests to join'),
    head: ['Project', 'For', 'Who asked', 'Where it stands'],
    rows: interest.map((asked) => [
      html`<a class="govuk-link" href="${asked.href}">${asked.project}</a>`,
      asked.organisation,
      asked.sender_name,
      interestWords[asked.status] ?? asked.status,
    ]),
  })

const places = (own: MyPart['places']): Html =>
  table({
    ...titled('Groups you take part in'),
    head: ['Group', 'Project', 'Year', 'For', 'Where it stands', 'Notice'],
    rows: own.map((place) => [
      place.status === 'offered' || place.status === 'declined' || place.status === 'lapsed'
        ? place.group
        : html`<a class="govuk-link" href="/my/groups/${place.groupId}">${place.group}</a>`,
      place.project,
      yearLabel(place.year),
      place.organisation,
      placeWords[place.status] ?? place.status,
      place.cancelHref === null
        ? ''
        : html`<a class="govuk-link" href="${place.cancelHref}">I cannot come<span class="govuk-visually-hidden"> to ${place.group}</span></a>`,
    ]),
  })

const statements = (own: MyPart['statements']): Html =>
  table({
    ...titled('Statements of participation'),
    head: ['Project', 'Year', 'Issued', 'Code'],
    rows: own.map((statement) => [
      statement.project,
      yearLabel(statement.year),
      formatDate(localDate(statement.issued_at)),
      html`<a class="govuk-link" href="/statements/${statement.code}">${statement.code}</a>`,
    ]),
  })

const isEmpty = (my: MyPart): boolean =>
  my.places.length + my.interest.length + my.leads.length + my.toConfirm.length + my.schools.length === 0

/** A person's own part: what waits for them, their dates, groups, requests and statements. */
export const myView = (frame: Frame, my: MyPart): Html =>
  layout(
    frame,
    { title: 'My part', unlisted: true },
    html`<h1 class="govuk-heading-l">My part</h1>
${isEmpty(my) && emptyState({ title: 'You do not take part in a group yet', text: 'What your school asks for, and the groups you join, will be here.', action: { text: 'Find a project', href: '/projects' } })}
${my.toConfirm.length > 0 && toConfirm(my.toConfirm)}
${my.leads.length > 0 && leads(my.leads)}
${my.sessions.length > 0 && dates(my)}
${my.interest.length > 0 && requests(my.interest)}
${my.places.length > 0 && places(my.places)}
${my.schoolGroups.length > 0 && schoolGroups(my.schoolGroups)}
${my.statements.length > 0 && statements(my.statements)}
${my.schools.length > 0 && schools(my.schools)}`,
  )
