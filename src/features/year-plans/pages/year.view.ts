import { yearPicture } from '../../../ui/charts/year-picture.ts'
import { actionBar } from '../../../ui/components/action-bar.ts'
import { button } from '../../../ui/components/button.ts'
import { emptyState } from '../../../ui/components/empty-state.ts'
import { table } from '../../../ui/components/table.ts'
import { type Html, html } from '../../../ui/html.ts'
import { layout } from '../../../ui/layout.ts'
import { academicYear, yearInWords, yearLabel, yearSlug } from '../../../vocabulary/academic-year.ts'
import { bankHolidayOn } from '../../../vocabulary/bank-holidays.ts'
import type { Frame } from '../../../vocabulary/frame.ts'
import { daysInWords, daysOfMinutes } from '../../../vocabulary/length-of-day.ts'
import { monthName } from '../../../vocabulary/local-time.ts'
import { monthsOf, termLabels, terms, wholeOf } from '../plan.ts'
import type { YearShown } from './plan-shown.view.ts'
import { plannedTable } from './sessions.view.ts'

const ways = ({
  scope,
  year,
  first,
}: YearShown): Html => html`<p class="govuk-body"><a class="govuk-link" href="${scope.base}/${yearSlug(academicYear(year - 1))}">${yearLabel(academicYear(year - 1))}</a> · <strong>${yearLabel(year)}</strong> · <a class="govuk-link" href="${scope.base}/${yearSlug(academicYear(year + 1))}">${yearLabel(academicYear(year + 1))}</a></p>
<p class="govuk-body">Month by month: ${monthsOf(first).map((month, at) => html`${at > 0 && ' · '}<a class="govuk-link" href="${scope.base}/${yearSlug(year)}/${month.month}">${monthName(month.month)}</a>`)}</p>`

const picture = ({ scope, first, plan }: YearShown): Html =>
  yearPicture({
    title: `${scope.title}, day by day`,
    description: `${plan.length} sessions from September to August; each is in the table below.`,
    months: monthsOf(first).map((month) => ({
      name: monthName(month.month).slice(0, 3),
      days: month.daysInMonth,
      isRest: (day) => month.with({ day }).dayOfWeek > 5,
      isHoliday: (day) => bankHolidayOn(month.with({ day })) !== null,
    })),
    marks: plan.map((session) => ({
      month: (session.on.year - first.year) * 12 + session.on.month - first.month,
      day: session.on.day,
      isCertain: session.status !== 'provisional',
      clashes: session.clashes.length > 0,
      label: `${session.on.day} ${monthName(session.on.month)}: ${session.group}, session ${session.number}`,
    })),
  })

const number = (text: string) => ({ text, format: 'numeric' as const })

const loadPart = ({ loads }: YearShown): Html | false =>
  loads.length > 0 &&
  html`${table({
    caption: 'What leading comes to',
    captionClasses: 'govuk-table__caption--m',
    stacks: true,
    firstCellIsHeader: true,
    head: [
      'Lead',
      number('Groups'),
      number('Sessions'),
      ...terms.map((term) => number(termLabels[term])),
      number('Of this beside sessions'),
      number('In all'),
    ],
    rows: loads.map((load) => [
      load.name,
      number(String(load.groups)),
      number(String(load.sessions)),
      ...terms.map((term) => number(daysInWords(daysOfMinutes(load.minutes[term])))),
      number(daysInWords(daysOfMinutes(load.beside))),
      number(daysInWords(daysOfMinutes(wholeOf(load)))),
    ]),
  })}<p class="govuk-body-s">Days of five hours, in sessions that have times and beside them, over the groups of this plan.</p>`

/** A year of sessions as a picture and a table, what clashes, and what leading comes to. */
export const yearView = (frame: Frame, shown: YearShown): Html => {
  const { scope, year, plan } = shown
  const clashing = plan.filter(({ clashes }) => clashes.length > 0).length
  return layout(
    frame,
    { title: `${scope.title}, ${yearLabel(year)}`, backLink: scope.backLink, wide: true, unlisted: true },
    html`${actionBar({
      title: `${scope.title}, ${yearInWords(year)}`,
      caption: scope.caption,
      text: `${plan.length} ${plan.length === 1 ? 'session' : 'sessions'} with a date${clashing > 0 ? `; something speaks against ${clashing}` : ''}.`,
      actions: [
        button({
          text: 'Print as PDF',
          href: `${scope.base}/${yearSlug(year)}/plan.pdf`,
          classes: 'govuk-button--secondary',
        }),
      ],
    })}
${ways(shown)}
${plan.length === 0 ? emptyState({ title: 'No dates in this year', text: 'Sessions with a date are shown here.' }) : html`${picture(shown)}${loadPart(shown)}${plannedTable('All sessions of the year', plan)}`}`,
  )
}
