import { found, NotFound } from '../../../platform/errors.ts'
import { file, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { typeset } from '../../../platform/pdf.ts'
import {
  type AcademicYear,
  academicYearOf,
  parseAcademicYear,
  yearEnds,
  yearInWords,
  yearSlug,
  yearStarts,
} from '../../../vocabulary/academic-year.ts'
import { daysInWords, daysOfMinutes } from '../../../vocabulary/length-of-day.ts'
import { formatDate, formatDay, monthName } from '../../../vocabulary/local-time.ts'
import { nationalDaysBetween } from '../../calendars/index.ts'
import { hubBySlug } from '../../organisations/index.ts'
import { personIdOf } from '../../people/index.ts'
import { type Load, loadsOf, monthsOf, type Noted, noted, termLabels, terms, wholeOf } from '../plan.ts'
import { besideOf, planOf, type Whose } from '../queries.ts'
import { monthView } from './month.view.ts'
import type { PlanScope } from './plan-shown.view.ts'
import { timeOf } from './sessions.view.ts'
import { yearView } from './year.view.ts'

type Asked = { readonly whose: Whose; readonly scope: PlanScope }

const askedFor = async ({ context, params }: PageRequest): Promise<Asked> => {
  const slug = params['hub']
  if (slug === undefined) {
    const personId = personIdOf(context.actor)
    if (personId === null) throw new NotFound('Nobody is signed in')
    const scope = { title: 'What I lead', caption: 'My part', base: '/my/plan', backLink: '/my' }
    return { whose: { personId }, scope }
  }
  const hub = found(await hubBySlug(context.db, slug))
  const scope = { title: 'Sessions of the hub', caption: hub.name, base: `/hub/${slug}/plan`, backLink: `/hub/${slug}` }
  return { whose: { hubId: hub.id }, scope }
}

type Span = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

const planFor = async ({ context }: PageRequest, { whose }: Asked, span: Span): Promise<readonly Noted[]> => {
  const { db, today } = context
  const [plan, national] = await Promise.all([planOf(db, { whose, today }, span), nationalDaysBetween(db, span)])
  return noted(plan, national)
}

const yearOf = ({ params }: PageRequest): AcademicYear => found(parseAcademicYear(params['year'] ?? ''))
const spanOf = (year: AcademicYear): Span => ({ from: yearStarts(year), to: yearEnds(year) })

/** The plan of the present year. */
export const showPlan: Page = async (request) => {
  const { scope } = await askedFor(request)
  return redirect(`${scope.base}/${yearSlug(academicYearOf(request.context.today))}`)
}

const wholeYear = async (request: PageRequest) => {
  const asked = await askedFor(request)
  const year = yearOf(request)
  const { db, today } = request.context
  const [plan, beside] = await Promise.all([
    planFor(request, asked, spanOf(year)),
    besideOf(db, { whose: asked.whose, today }, spanOf(year)),
  ])
  const own = 'personId' in asked.whose ? asked.whose.personId : null
  const loads = loadsOf(plan, beside).filter(({ id }) => own === null || id === own)
  return { scope: asked.scope, year, first: yearStarts(year), today, plan, loads }
}

export const showYear: Page = async (request) => page(yearView(request.frame, await wholeYear(request)))

export const showMonth: Page = async (request) => {
  const asked = await askedFor(request)
  const year = yearOf(request)
  const typed = request.params['month'] ?? ''
  const month = found(monthsOf(yearStarts(year)).find((each) => String(each.month) === typed.replace(/^0/, '')))
  const span = { from: month, to: month.add({ months: 1 }).subtract({ days: 1 }) }
  const plan = await planFor(request, asked, span)
  return page(monthView(request.frame, { scope: asked.scope, year, month, today: request.context.today, plan }))
}

const loadLine = (load: Load): string =>
  `${load.name}: ${terms.map((term) => `${termLabels[term].split(' ')[0]?.toLowerCase()} ${daysInWords(daysOfMinutes(load.minutes[term]))}`).join(', ')}; ${daysInWords(daysOfMinutes(wholeOf(load)))} in all`

/** The plan of a year to print, month by month. */
export const printYear: Page = async (request) => {
  const { scope, year, first, plan, loads } = await wholeYear(request)
  const months = monthsOf(first).flatMap((month) => {
    const own = plan.filter(({ on }) => on.year === month.year && on.month === month.month)
    if (own.length === 0) return []
    return [
      {
        name: `${monthName(month.month)} ${month.year}`,
        sessions: own.map((session) => ({
          when: formatDay(session.on).replace(/ \d{4}$/, ''),
          time: timeOf(session),
          what: `${session.group}, session\u00a0${session.number}${session.title ? `: ${session.title}` : ''}`,
          place: session.place ?? 'Place to be confirmed',
          state: session.status === 'provisional' ? 'Provisional' : '',
          clashes: session.clashes.map((clash) => `${clash}.`).join(' '),
        })),
      },
    ]
  })
  const body = await typeset({
    template: 'features/year-plans/plan.typ',
    data: {
      title: scope.title,
      of: scope.caption,
      year: yearInWords(year),
      network: request.frame.networkName,
      made: formatDate(request.context.today),
      months,
      loads: loads.map(loadLine),
    },
  })
  return file({ body, type: 'application/pdf', name: `plan-${yearSlug(year)}.pdf` })
}
