import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { minutesInWords } from '../../../vocabulary/length-of-day.ts'
import { formatShortDate } from '../../../vocabulary/local-time.ts'
import { type Attendance, heldForPlace } from '../attendance.ts'
import { countingInWords } from '../attended.ts'
import { markLabels } from '../mark.ts'

const cell = (mark: string | undefined): string => {
  if (mark === undefined) return '–'
  return mark === 'conflict' ? 'To settle' : (markLabels[mark as keyof typeof markLabels] ?? mark)
}

const people = (groupId: string, { participants, sessions }: Attendance): Html =>
  scrollable(
    'Attendance by participant',
    table({
      caption: 'By participant',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        'Participant',
        ...sessions.map(
          (session) =>
            html`<a class="govuk-link" href="/groups/${groupId}/sessions/${session.id}/register">Session ${session.number}</a>${session.onDate && html`<br>${formatShortDate(session.onDate)}`}`,
        ),
        { text: 'Came to', format: 'numeric' as const },
        { text: 'Time', format: 'numeric' as const },
      ],
      rows: participants.map((line) => [
        html`${line.name}<br><span class="govuk-!-font-weight-regular">${line.organisation}</span>`,
        ...sessions.map((session) => cell(line.marks[session.id])),
        { text: line.attended, format: 'numeric' as const },
        { text: minutesInWords(line.minutes), format: 'numeric' as const },
      ]),
    }),
  )

const schools = (attendance: Attendance): Html =>
  scrollable(
    'Attendance by organisation',
    table({
      caption: 'By organisation',
      captionClasses: 'govuk-table__caption--m',
      firstCellIsHeader: true,
      head: [
        'Organisation',
        { text: 'People', format: 'numeric' },
        { text: 'Sessions somebody came to', format: 'numeric' },
        { text: 'Time', format: 'numeric' },
      ],
      rows: attendance.organisations.map((line) => [
        line.organisation,
        { text: line.participants, format: 'numeric' as const },
        { text: `${line.sessionsAttended} of ${heldForPlace(attendance, line)}`, format: 'numeric' as const },
        { text: minutesInWords(line.minutes), format: 'numeric' as const },
      ]),
    }),
  )

type Waiting = { readonly sessionId: string; readonly number: number; readonly waiting: number }

const waits = (groupId: string, { sessionId, number, waiting }: Waiting): Html =>
  html`<li><a class="govuk-link" href="/groups/${groupId}/sessions/${sessionId}/register">Session ${number}</a>: ${waiting} to settle, and not counted until then</li>`

/** Who came to what, by participant and by organisation. */
export const attendanceView = (
  frame: Frame,
  {
    group,
    attendance,
    waiting,
  }: { group: { id: string; name: string }; attendance: Attendance; waiting: readonly Waiting[] },
): Html => {
  const unsettled = attendance.participants.reduce((sum, line) => sum + line.toSettle, 0)
  return layout(
    frame,
    { title: `Attendance of ${group.name}`, backLink: { text: group.name, href: `/groups/${group.id}` }, wide: true },
    html`${actionBar({
      caption: group.name,
      title: 'Attendance',
      text: `${attendance.held} of ${attendance.sessions.length} sessions held.`,
    })}
<p class="govuk-body">${countingInWords(attendance.counting)}</p>
${unsettled > 0 ? html`<p class="govuk-body">${unsettled} ${unsettled === 1 ? 'mark is' : 'marks are'} to settle and not counted until then.</p>` : ''}
<p class="govuk-body"><a class="govuk-link" href="/groups/${group.id}/attendance/asked">Against what the project asks: sessions, hours and days</a></p>
${waiting.length > 0 ? html`<ul class="govuk-list govuk-list--bullet">${waiting.map((each) => waits(group.id, each))}</ul>` : ''}
${
  attendance.participants.length === 0
    ? emptyState({ title: 'Nobody takes part yet', text: 'Attendance stands here once registers have been taken.' })
    : html`${schools(attendance)}${people(group.id, attendance)}<p class="govuk-body"><a class="govuk-link" href="/groups/${group.id}/people.csv">The people of the group as a file (CSV)</a></p>`
}`,
  )
}
