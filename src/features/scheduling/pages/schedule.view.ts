import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { details } from '../../../ui/components/details.ts'
import { insetText } from '../../../ui/components/inset-text.ts'
import { statusTag } from '../../../ui/components/status-tag.ts'
import { table } from '../../../ui/components/table.ts'
import { checkboxesField, dateField, type FormState, radiosField, textField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { daysInWords, daysOfMinutes, minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { formatDate, formatDay, formatInstant, formatTime, formatTimeRange } from '../../../vocabulary/local-time.ts'
import type { GroupSeen } from '../../groups/index.ts'
import { numberedName, type Session, whenInWords } from '../../sessions/index.ts'
import type { Alternative } from '../alternatives.ts'
import { type Asked, dayName } from '../asked.ts'
import type { Proposal } from '../proposal.ts'

/** What is stated of when a lead or the venue can, and where the reader may state it. */
export type Stated = { readonly text: string; readonly state?: { readonly href: string; readonly of: string } }

export type ScheduleShown = {
  readonly group: GroupSeen
  readonly asked: Asked
  readonly proposal: Proposal | null
  /** The group's own sessions that are not cancelled. */
  readonly sessions: readonly Session[]
  /** What they come to against what the project asks for. */
  readonly time: { readonly text: string; readonly isEnough: boolean }
  /** Who has said when they can, and who has not. */
  readonly stated: readonly Stated[]
  readonly form: FormState
}

const base = (group: GroupSeen): string => `/groups/${group.id}/schedule`

const dateLine = (group: GroupSeen, session: Session): Html =>
  html`${numberedName(session)}: ${whenInWords(session)} ${session.status === 'provisional' && statusTag('Provisional', 'waiting')}${
    session.onDate !== null &&
    (session.status === 'provisional' || session.status === 'confirmed') &&
    html` <a class="govuk-link" href="${base(group)}/shift/${session.id}">Shift<span class="govuk-visually-hidden"> session ${session.number}</span></a>`
  }`

const standing = ({
  group,
  sessions,
  time,
}: ScheduleShown): Html => html`<h2 class="govuk-heading-m">The group’s dates</h2>
${
  sessions.length === 0
    ? html`<p class="govuk-body">None yet.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${sessions.map((session) => html`<li>${dateLine(group, session)}</li>`)}</ul>`
}
<p class="govuk-body">${time.text}${!time.isEnough && ' More is to be planned.'}</p>
${
  sessions.some(({ status, onDate }) => status === 'provisional' && onDate !== null) &&
  button({ text: 'Confirm provisional dates', href: `${base(group)}/confirm`, classes: 'govuk-button--secondary' })
}
${
  sessions.some(({ venueId, mode, status }) => venueId === null && mode !== 'online' && status !== 'held') &&
  html`<p class="govuk-body"><a class="govuk-link" href="/groups/${group.id}/hosts">Who hosts its sessions</a></p>`
}`

const alternativeView = (
  group: GroupSeen,
  proposal: Proposal,
  alternative: Alternative,
  at: number,
): Html => html`<section class="app-card govuk-!-margin-bottom-6">
${table({
  caption: `${at + 1}. ${alternative.title}`,
  captionClasses: 'govuk-table__caption--m',
  stacks: true,
  head: ['Date', 'Time', 'What speaks against it'],
  rows: alternative.dates.map(({ on, startsAt, endsAt, warnings }) => [
    formatDay(on),
    formatTimeRange(startsAt, endsAt),
    warnings.length === 0
      ? 'Nothing'
      : html`${warnings.map((warning, index) => html`${index > 0 && html`<br>`}${warning}.`)}`,
  ]),
})}
<ul class="govuk-list govuk-list--bullet">${alternative.reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
${
  proposal.status === 'open' &&
  html`<form method="post" action="${base(group)}/accept"><input type="hidden" name="proposal" value="${proposal.id}"><input type="hidden" name="alternative" value="${at}">
${button({ text: `Plan proposal ${at + 1}`, preventDoubleClick: true, ...(at === 0 ? {} : { classes: 'govuk-button--secondary' }) })}</form>`
}</section>`

const list = (lines: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${lines.map((line) => html`<li>${line}</li>`)}</ul>`

const nothingView = ({
  inTheWay,
  changes,
}: NonNullable<Proposal['nothingFits']>): Html => html`<h2 class="govuk-heading-m">Nothing fits</h2>
${inTheWay.length > 0 && html`<p class="govuk-body">What stands in the way most often:</p>${list(inTheWay)}`}
${changes.length > 0 ? html`<p class="govuk-body">Any one of these would make it fit:</p>${list(changes)}` : html`<p class="govuk-body">No single change would make it fit: change several at once.</p>`}`

const askedInWords = ({
  sessions,
  minutes,
  startsAt,
  days,
  from,
  to,
  leastWeeks,
  mostWeeks,
  atSchools,
}: Asked): string =>
  `${sessions} ${sessions === 1 ? 'date' : 'dates'} of ${minutesInWords(minutes)} from ${formatTime(startsAt)}, ${daysInWords(daysOfMinutes(sessions * minutes))} in all, between ${formatDate(from)} and ${formatDate(to)}, on ${days.map((day) => `${dayName(day)}s`).join(', ')}, ${leastWeeks} to ${mostWeeks} weeks apart${atSchools ? ', at its schools in turn' : ''}.`

const proposed = ({ group, proposal }: ScheduleShown): Html | false => {
  if (!proposal) return false
  const { accepted, alternatives } = proposal
  const chosen = accepted === null ? null : alternatives[accepted]
  if (chosen)
    return details({
      summaryText: `Proposal ${(accepted ?? 0) + 1} was planned: ${chosen.title}`,
      text: html`<p class="govuk-body">${askedInWords(proposal.asked)}</p>${alternatives.map((each, at) => alternativeView(group, proposal, each, at))}`,
    })
  return html`<p class="govuk-body">Asked for on ${formatInstant(proposal.madeAt)}: ${askedInWords(proposal.asked)}</p>
${
  proposal.nothingFits
    ? nothingView(proposal.nothingFits)
    : html`<h2 class="govuk-heading-l">${alternatives.length === 1 ? 'One proposal' : `${alternatives.length} proposals`}</h2>
${alternatives.length < 3 && html`<p class="govuk-body">No more that really differ fit what was asked.</p>`}${alternatives.map((each, at) => alternativeView(group, proposal, each, at))}`
}`
}

const asking = ({
  group,
  asked,
  form,
  stated,
}: ScheduleShown): Html => html`<h2 class="govuk-heading-m">Ask for proposals</h2>
${stated.length > 0 && html`<ul class="govuk-list govuk-list--bullet">${stated.map(({ text, state }) => html`<li>${text}${state && html` <a class="govuk-link" href="${state.href}">State it<span class="govuk-visually-hidden"> for ${state.of}</span></a>`}</li>`)}</ul>`}
<form method="post" action="${base(group)}" novalidate>
${
  group.venueId &&
  radiosField(form, {
    name: 'where',
    label: 'Where it meets',
    small: true,
    value: asked.atSchools ? 'schools' : 'venue',
    items: [
      { value: 'venue', text: `At ${group.venueName}` },
      { value: 'schools', text: 'At its schools in turn', hint: 'Hosts are asked once the dates are planned' },
    ],
  })
}
${textField(form, { name: 'sessions', label: 'How many dates', width: 2, inputmode: 'numeric', value: asked.sessions })}
${textField(form, { name: 'minutes', label: 'How long each, in minutes', hint: 'A day of development is five hours: 300 minutes', width: 3, inputmode: 'numeric', value: asked.minutes })}
${textField(form, { name: 'starts', label: 'Best to begin at', hint: 'Another time is proposed where not everybody can then', width: 10, value: formatTime(asked.startsAt) })}
${checkboxesField(form, { name: 'days', label: 'Days of the week', small: true, items: [1, 2, 3, 4, 5, 6].map((day) => ({ value: String(day), text: dayName(day) })), values: asked.days.map(String) })}
${dateField(form, { name: 'from', label: 'Not before', value: asked.from })}
${dateField(form, { name: 'to', label: 'Not after', value: asked.to })}
${textField(form, { name: 'least', label: 'At least so many weeks from one to the next', hint: 'Time for the task between sessions', width: 2, inputmode: 'numeric', value: asked.leastWeeks })}
${textField(form, { name: 'most', label: 'At most so many weeks', width: 2, inputmode: 'numeric', value: asked.mostWeeks })}
${button({ text: 'Propose dates', preventDoubleClick: true })}</form>`

const firstWords = ({ proposal }: ScheduleShown): string =>
  proposal?.status === 'open'
    ? 'Choose a proposal, or ask for others.'
    : 'Ask for proposals, choose one, and confirm its dates together.'

// Beside what is proposed stands what there is; while nothing is proposed, that has the room.
const inColumns = (shown: ScheduleShown): Html => {
  const beside = html`${standing(shown)}${asking(shown)}`
  const first = html`${proposed(shown)}`
  return String(first).trim() === ''
    ? html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${beside}</div></div>`
    : html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${first}</div>
<div class="govuk-grid-column-one-third">${beside}</div></div>`
}

/** The schedule of a group: what stands, what is proposed with its reasons, and the form that asks for proposals. */
export const scheduleView = (frame: Frame, shown: ScheduleShown): Html => {
  const { group, form } = shown
  return layout(
    frame,
    {
      title: `Schedule of ${group.name}`,
      backLink: `/groups/${group.id}`,
      errors: form.errors,
      wide: true,
      unlisted: true,
    },
    html`${actionBar({ title: 'Schedule', caption: group.name, text: firstWords(shown), actions: [] })}
${insetText('Bank holidays and days on which a lead leads another group are never proposed. School holidays, days of the whole network and what people have elsewhere are warned of.')}
${inColumns(shown)}`,
  )
}
