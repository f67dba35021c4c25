import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { statFigures } from '../../../ui/components/stat-figure.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { timeline } from '../../../ui/components/timeline.ts'
import { warningText } from '../../../ui/components/warning-text.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { type AcademicYear, yearLabel } from '../../../vocabulary/academic-year.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatInstant } from '../../../vocabulary/local-time.ts'
import { type GroupSeen, groupStatusLabels, groupTones, takesPlaces, unitsInWords } from '../../groups/index.ts'
import { endedPlaces, offeredPlaces, peopleTable } from './group-people.view.ts'
import { sessionsTable } from './group-sessions.view.ts'
import { type GroupPage, registerDue, type Said, statusSentence } from './group-status.view.ts'
import { successorsInset } from './group-successors.view.ts'

const notices: Readonly<Record<Said, string>> = {
  made: 'The group is made. Place schools in it, and confirm its dates.',
  changed: 'The details are saved.',
  confirmed: 'The group is confirmed.',
  told: 'Everyone who had dates yet to hear has been sent one mail with them.',
  added: 'The session is added.',
  saved: 'The session is saved. Those who had been told it have been sent the change.',
  cancelled: 'The session is cancelled. Those who had been told it have been sent a cancellation.',
  replaced: 'Somebody else leads the group from that day, and everybody has been sent one mail.',
  'called-off': 'The group is called off: its dates are cancelled and its places have ended.',
  stays: 'It is taken back: both groups stay as they are, and nobody was told.',
}

const secondary = 'govuk-button--secondary'

/** What is due first: the register of a session that has been, then telling the dates. */
const dueActions = (data: GroupPage): Html[] => {
  const { group, waiting } = data
  const due = registerDue(data)
  const register = due && {
    text: `Take the register of session ${due.number}`,
    href: `/groups/${group.id}/sessions/${due.id}/register`,
  }
  return [
    ...(register ? [button(register)] : []),
    ...(waiting > 0
      ? [
          button({
            text: 'Tell everyone the dates',
            href: `/groups/${group.id}/tell`,
            classes: register ? secondary : '',
          }),
        ]
      : []),
  ]
}

const actionsOf = (data: GroupPage): Html[] => {
  const { group, may, waiting } = data
  if (!takesPlaces(group.status)) return []
  return [
    ...(may.plan ? dueActions(data) : []),
    ...(may.run && group.status === 'forming' && group.organisationsTaken >= group.organisationsMinimum
      ? [
          html`<form method="post" action="/groups/${group.id}/confirm">${button({ text: 'Confirm the group', classes: waiting > 0 ? secondary : '', preventDoubleClick: true })}</form>`,
        ]
      : []),
    ...(may.plan
      ? [button({ text: 'Add a session', href: `/groups/${group.id}/sessions/new`, classes: secondary })]
      : []),
    ...(may.run ? [button({ text: 'Change details', href: `/groups/${group.id}/edit`, classes: secondary })] : []),
  ]
}

/** What there is at the end of its year; a group that was called off or became part of another has none. */
const endOfYear = ({ id, status }: GroupSeen): Html | false => {
  if (status === 'completed')
    return html`<li><a class="govuk-link" href="/groups/${id}/statements">Statements of participation</a></li>`
  return takesPlaces(status) && html`<li><a class="govuk-link" href="/groups/${id}/complete">Complete the year</a></li>`
}

const work = ({
  group,
  may,
  sight,
}: {
  group: GroupSeen
  may: GroupPage['may']
  sight: GroupSeen['sight']
}): Html | false =>
  sight === 'all' &&
  html`<ul class="govuk-list">${may.plan && takesPlaces(group.status) && html`<li><a class="govuk-link" href="/groups/${group.id}/schedule">Schedule: dates proposed, shifted and confirmed together</a></li><li><a class="govuk-link" href="/groups/${group.id}/hosts">Hosts: whose turn it is</a></li><li><a class="govuk-link" href="/groups/${group.id}/time">Time beside the sessions</a></li><li><a class="govuk-link" href="/groups/${group.id}/who-comes">Who comes to which session</a></li>`}<li><a class="govuk-link" href="/groups/${group.id}/participants.pdf">Participants, to print (PDF)</a></li><li><a class="govuk-link" href="/groups/${group.id}/page">The page of the group: materials and messages</a></li><li><a class="govuk-link" href="/groups/${group.id}/attendance">Attendance</a></li><li><a class="govuk-link" href="/groups/${group.id}/tasks">School-based tasks</a></li>
<li><a class="govuk-link" href="/groups/${group.id}/evaluation">Evaluation</a></li>
${endOfYear(group)}${
  may.run &&
  takesPlaces(group.status) &&
  html`<li><a class="govuk-link" href="/groups/${group.id}/leads">Who leads it, and naming another</a></li><li><a class="govuk-link" href="/groups/${group.id}/merge">Make it part of another group</a></li><li><a class="govuk-link" href="/groups/${group.id}/call-off">Call the group off</a></li>`
}</ul>`

const shownAtOnce = 10

const moments = (history: GroupPage['history']): Html =>
  timeline(
    history.map((event) => ({
      title: event.about ? `${event.sentence}: ${event.about}` : event.sentence,
      when: formatInstant(event.occurredAt),
      datetime: event.occurredAt.toString(),
      by: event.actorName ?? (event.actorKind === 'system' ? 'the service itself' : undefined),
      text: reasonOf(event.personal),
    })),
  )

const historyList = ({ history }: GroupPage): Html | false =>
  history.length > 0 &&
  html`<h2 class="govuk-heading-m">History</h2>${moments(history.slice(0, shownAtOnce))}${
    history.length > shownAtOnce &&
    details({ summaryText: `${history.length - shownAtOnce} earlier`, text: moments(history.slice(shownAtOnce)) })
  }`

const reasonOf = (personal: unknown): string | undefined => {
  const reason = (personal as { reason?: unknown } | null)?.reason
  return typeof reason === 'string' ? reason : undefined
}

const clashNames = ({ clashes, sessions }: GroupPage): Html | false => {
  const times = sessions.filter((session) => clashes.some((clash) => clash.sessionId === session.id))
  return (
    times.length > 0 &&
    warningText(
      html`Expected in a session of another group at the same time: ${times.map(
        (session, at) =>
          html`${at > 0 && '; '}${clashes
            .filter((clash) => clash.sessionId === session.id)
            .map((clash) => clash.name)
            .join(', ')} (session ${session.number})`,
      )}.`,
    )
  )
}

const roomLink = ({ group, may }: GroupPage): Html | false =>
  may.place &&
  html`<p class="govuk-body"><a class="govuk-link" href="/groups/${group.id}/room">Room of the group</a>: ${group.partnerHubs.length > 0 && 'shares of its hubs, and '}places held back. <a class="govuk-link" href="/groups/${group.id}/partners">Hubs that share it</a></p>`

/** Whose it is, who leads it and where it meets. */
const description = (group: GroupSeen): Html =>
  html`<p class="govuk-body">${group.groupWord} of ${group.hubName}${group.partnerHubs.length > 0 && `, shared with ${group.partnerHubs.map((hub) => hub.name).join(', ')}`}. ${group.leadWord}: ${group.leads.length > 0 ? group.leads.map((lead) => lead.name).join(', ') : 'nobody yet'}.${group.themeTitle && ` Theme: ${group.themeTitle}.`}${group.venueName && ` Usual venue: ${group.venueName}.`}${group.mergedInto && html` It goes on as <a class="govuk-link" href="/groups/${group.mergedInto.id}">${group.mergedInto.name}</a>.`}</p>`

export const groupView = (frame: Frame, data: GroupPage): Html => {
  const { group, may } = data
  const hubHref = may.run
    ? [
        { text: 'Hub work', href: `/hub/${group.hubSlug}` },
        { text: 'Groups', href: `/hub/${group.hubSlug}/groups` },
      ]
    : [{ text: 'My groups', href: '/groups' }]
  return layout(
    data.said ? { ...frame, notice: notices[data.said] } : frame,
    { title: group.name, breadcrumbs: [...hubHref, { text: group.name }], wide: true, unlisted: true },
    html`${actionBar({
      title: group.name,
      caption: `${group.projectTitle}${group.projectCode ? ` (${group.projectCode})` : ''}, ${yearLabel(group.year as AcademicYear)}`,
      text: html`${statusTag(groupStatusLabels[group.status], groupTones[group.status])} ${statusSentence(data)}`,
      actions: actionsOf(data),
    })}
${description(group)}
${statFigures([
  {
    label: `Places taken`,
    value: `${group.organisationsTaken} of ${group.organisationsRoom}`,
    definition: `${unitsInWords(group).many.slice(0, 1).toUpperCase()}${unitsInWords(group).many.slice(1)}; offered and held places both count`,
  },
  { label: 'People', value: `${group.peopleTaken} of ${group.peopleRoom}` },
  {
    label: 'Sessions with a confirmed date',
    value: `${data.sessions.filter((session) => session.status === 'confirmed' || session.status === 'held').length} of ${data.sessions.filter((session) => session.status !== 'cancelled').length}`,
  },
])}
${roomLink(data)}
${clashNames(data)}
${successorsInset(data)}
${sessionsTable(data)}
${work({ group, may, sight: group.sight })}
${group.sight !== 'numbers' && peopleTable(data)}
${group.sight !== 'numbers' && offeredPlaces(data.places)}
${group.sight !== 'numbers' && endedPlaces(data.places)}
${data.feedUrl && html`<p class="govuk-body">Calendar of the group: <a class="govuk-link" href="${data.feedUrl}">subscribe to its dates</a>. The address is secret: whoever has it sees the dates.${data.may.plan && html` <a class="govuk-link" href="/groups/${data.group.id}/calendar">How to follow it, and how to renew it</a>`}</p>`}
${data.ledAt !== null && html`<p class="govuk-body"><a class="govuk-link" href="/hub/${data.ledAt}/access/groups/${group.id}">Who sees this group, and why</a></p>`}
${historyList(data)}`,
  )
}
