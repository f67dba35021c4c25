import { actionBar } from '../../../ui/components/action-bar.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { scrollable } from '../../../ui/components/scrollable.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYearOf, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { bankHolidayOn } from '../../../vocabulary/bank-holidays.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { formatDay, formatTime, monthName } from '../../../vocabulary/local-time.ts'
import type { Noted } from '../plan.ts'
import type { MonthShown } from './plan-shown.view.ts'
import { plannedTable } from './sessions.view.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const dayCell = (day: Temporal.PlainDate, { month, today, plan }: MonthShown): Html => {
  if (day.month !== month.month) return html`<td class="app-month__other"></td>`
  const holiday = bankHolidayOn(day)
  const own = plan.filter(({ on }) => on.equals(day))
  return html`<td class="${holiday ? 'app-month__holiday' : ''}"><span class="app-month__day"${day.equals(today) && html` aria-current="date"`}>${day.day}<span class="govuk-visually-hidden"> ${formatDay(day)}</span></span>${holiday && html`<span class="app-month__note">${holiday}</span>`}${own.map(entry)}</td>`
}

const entry = (session: Noted): Html =>
  html`<a class="govuk-link app-month__entry${session.status === 'provisional' && ' app-month__entry--provisional'}" href="/groups/${session.groupId}">${session.from && `${formatTime(session.from)} `}${session.group}, ${session.number}${session.clashes.length > 0 && html` <strong>clash</strong>`}</a>`

const weeksOf = (month: Temporal.PlainDate): readonly (readonly Temporal.PlainDate[])[] => {
  const monday = month.subtract({ days: month.dayOfWeek - 1 })
  const weeks = Math.ceil((month.dayOfWeek - 1 + month.daysInMonth) / 7)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => monday.add({ days: week * 7 + day })),
  )
}

const monthPath = (base: string, month: Temporal.PlainDate): string =>
  `${base}/${yearSlug(academicYearOf(month))}/${month.month}`

/** A month of sessions, day by day and in a table, with what clashes. */
export const monthView = (frame: Frame, shown: MonthShown): Html => {
  const { scope, year, month, plan } = shown
  const name = `${monthName(month.month)} ${month.year}`
  const [before, after] = [month.subtract({ months: 1 }), month.add({ months: 1 })]
  return layout(
    frame,
    { title: `${scope.title}, ${name}`, backLink: `${scope.base}/${yearSlug(year)}`, wide: true, unlisted: true },
    html`${actionBar({ title: name, caption: `${scope.caption}, ${yearLabel(year)}`, text: `${plan.length} ${plan.length === 1 ? 'session' : 'sessions'}.`, actions: [] })}
<p class="govuk-body"><a class="govuk-link" href="${monthPath(scope.base, before)}">${monthName(before.month)} ${before.year}</a> · <a class="govuk-link" href="${monthPath(scope.base, after)}">${monthName(after.month)} ${after.year}</a></p>
${scrollable(
  `${name}, day by day`,
  html`<table class="app-month"><caption class="govuk-visually-hidden">${name}, day by day</caption><thead><tr>${weekdays.map((day) => html`<th scope="col">${day}</th>`)}</tr></thead><tbody>${weeksOf(month).map((week) => html`<tr>${week.map((day) => dayCell(day, shown))}</tr>`)}</tbody></table>`,
)}
${plan.length === 0 ? emptyState({ title: 'No sessions this month', text: 'Sessions with a date in this month are shown here.' }) : plannedTable('The sessions of the month', plan)}`,
  )
}
