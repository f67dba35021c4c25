import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDate, formatInstant, localDate } from '../../../vocabulary/local-time.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'
import { type MaterialShown, type MessageShown, materialLink, messageBody } from './material.view.ts'

export type MemberPage = {
  readonly member: {
    readonly name: string
    readonly organisation: string
    readonly group: string
    readonly year: number
    readonly project: string
    readonly hub: string
    readonly hubEmail: string | null
    readonly leads: readonly string[]
  }
  readonly path: string
  readonly sessions: readonly (Session & { readonly comes: boolean })[]
  readonly people: readonly { readonly name: string; readonly organisation: string }[]
  readonly materials: readonly MaterialShown[]
  readonly tasks: readonly {
    readonly title: string
    readonly dueOn: Temporal.PlainDate
    readonly returnedAt: Temporal.Instant | null
    readonly href: string
  }[]
  readonly messages: readonly MessageShown[]
  readonly feed: string | null
  readonly whoComes: string
  readonly needs: string
  readonly cancel: string
  readonly today: Temporal.PlainDate
}

const isPast = ({ today }: MemberPage, { onDate }: Session): boolean =>
  onDate !== null && Temporal.PlainDate.compare(onDate, today) < 0

const standing = (data: MemberPage, session: MemberPage['sessions'][number]): Html | string => {
  if (isPast(data, session)) return 'Has been'
  if (session.status === 'provisional') return statusTag('Provisional', 'waiting')
  return session.comes ? statusTag('You are expected', 'good') : 'You are not expected'
}

const dates = (data: MemberPage): Html =>
  html`${
    data.sessions.length === 0
      ? html`<h2 class="govuk-heading-m">Dates</h2><p class="govuk-body">No date is known yet: you are told as soon as there are some.</p>`
      : table({
          stacks: true,
          caption: 'Dates',
          captionClasses: 'govuk-table__caption--m',
          head: ['Session', 'When', 'Where', 'You'],
          firstCellIsHeader: true,
          rows: data.sessions.map((session) => [
            html`${numberedName(session)}${session.title && `: ${session.title}`}`,
            whenInWords(session),
            html`${session.location ?? (session.mode === 'online' ? 'Online' : 'To be told')}${session.onlineLink && !isPast(data, session) && html`<br><a class="govuk-link" href="${session.onlineLink}" rel="noreferrer noopener external">Join online</a>`}`,
            standing(data, session),
          ]),
        })
  }<p class="govuk-body">${data.feed !== null && html`<a class="govuk-link" href="${data.feed}">Your dates in your own calendar</a> · `}<a class="govuk-link" href="${data.whoComes}">Who comes to which session</a> · <a class="govuk-link" href="${data.needs}">What you need to take part</a> · <a class="govuk-link" href="${data.cancel}">Say that you cannot come</a></p>`

const messages = ({ messages: all }: MemberPage): Html | false =>
  all.length > 0 &&
  html`<h2 class="govuk-heading-m">Messages</h2>${all.map(
    (message) =>
      html`<section class="govuk-!-margin-bottom-6"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${message.subject}</h3><p class="govuk-body-s">${message.writtenBy ?? 'The hub'}, ${formatInstant(message.writtenAt)}</p>${messageBody(message.body)}</section>`,
  )}`

const materials = ({ materials: all, path }: MemberPage): Html =>
  html`<h2 class="govuk-heading-m">Materials</h2>${
    all.length === 0
      ? html`<p class="govuk-body">Nothing is here yet. What your lead adds stands here.</p>`
      : [...Map.groupBy(all, ({ session }) => session)].map(
          ([session, of]) =>
            html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${session === null ? 'For the whole year' : `For session ${session}`}</h3><ul class="govuk-list govuk-list--bullet">${of.map((each) => html`<li>${materialLink(each, `${path}/materials`)}</li>`)}</ul>`,
        )
  }`

const tasks = ({ tasks: all }: MemberPage): Html | false =>
  all.length > 0 &&
  table({
    stacks: true,
    caption: 'Tasks',
    captionClasses: 'govuk-table__caption--m',
    head: ['Task', 'Due', 'Your reflection'],
    firstCellIsHeader: true,
    rows: all.map(({ title, dueOn, returnedAt, href }) => [
      html`<a class="govuk-link" href="${href}">${title}</a>`,
      formatDate(dueOn),
      returnedAt === null ? 'Not returned yet' : `Returned ${formatDate(localDate(returnedAt))}`,
    ]),
  })

const people = ({ people: all }: MemberPage): Html =>
  html`<h2 class="govuk-heading-m">Who takes part</h2>${[...Map.groupBy(all, ({ organisation }) => organisation)].map(
    ([organisation, of]) =>
      html`<p class="govuk-body"><strong>${organisation}</strong><br>${of.map(({ name }) => name).join(', ')}</p>`,
  )}`

const around = ({ member }: MemberPage): Html =>
  html`<p class="govuk-body">${member.leads.length > 0 && `Led by ${member.leads.join(' and ')}. `}${member.hub} holds the group${member.hubEmail && html`: <a class="govuk-link" href="mailto:${member.hubEmail}">${member.hubEmail}</a>`}.</p>`

/** The page of a group for those who take part in it. */
export const memberView = (frame: Frame, data: MemberPage): Html => {
  const { member } = data
  return layout(
    frame,
    {
      title: member.group,
      ...(data.path.startsWith('/my/')
        ? { breadcrumbs: [{ text: 'My part', href: '/my' }, { text: member.group }] }
        : {}),
      unlisted: true,
    },
    html`<span class="govuk-caption-l">${member.project}, ${yearLabel(academicYear(member.year))}</span><h1 class="govuk-heading-l">${member.group}</h1>
<p class="govuk-body">${member.name}, ${member.organisation}</p>
${around(data)}
${dates(data)}
${messages(data)}
${tasks(data)}
${materials(data)}
${people(data)}`,
  )
}
