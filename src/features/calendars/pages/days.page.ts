import { Refused } from '../../../platform/errors.ts'
import { parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, type PageRequest, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm, type FormState } from '../../../ui/fields.ts'
import { yearEnds, yearStarts } from '../../../vocabulary/academic-year.ts'
import { bankHolidaysOf, publishedBankHolidays } from '../../../vocabulary/bank-holidays.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { formatDay } from '../../../vocabulary/local-time.ts'
import { wordedAs } from '../../../vocabulary/worded.ts'
import { type HolidaysRead, readBankHolidays } from '../actions/read-bank-holidays.ts'
import { removeNationalDay, stateNationalDay } from '../actions/state-national-day.ts'
import { authoritiesFor, bankHolidaysReadAt, countsOfTerms, nationalDaysBetween } from '../queries.ts'
import { nationalDayForm } from './days.form.ts'
import { daysView } from './days.view.ts'
import { scopeOf, yearAsked } from './scope.ts'

const holidaysBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  [from.year, to.year]
    .flatMap((year) => {
      const published = publishedBankHolidays(year)
      return bankHolidaysOf(year).map((on) => {
        const named = published.find((each) => each.on.equals(on))
        return {
          on,
          title: named?.title ?? 'Bank holiday',
          notes: named?.notes ?? '',
          isPublished: named !== undefined,
        }
      })
    })
    .filter(({ on }) => Temporal.PlainDate.compare(from, on) <= 0 && Temporal.PlainDate.compare(on, to) <= 0)

const draw = async (request: PageRequest, form: FormState, notice: string | null = null) => {
  const { context } = request
  const scope = await scopeOf(request)
  const { year, years } = yearAsked(request)
  const [from, to] = [yearStarts(year), yearEnds(year)]
  const [national, authorities, counts, readAt] = await Promise.all([
    nationalDaysBetween(context.db, { from, to }),
    authoritiesFor(context.db, { hubId: scope.hub?.id ?? null, today: context.today }),
    countsOfTerms(context.db, year),
    bankHolidaysReadAt(context.db),
  ])
  return daysView(
    { ...request.frame, notice },
    {
      scope,
      year,
      years,
      bankHolidays: holidaysBetween(from, to),
      readAt,
      national,
      authorities: authorities.map((each) => ({ ...each, known: counts.get(each.code) ?? 0 })),
      form,
    },
  )
}

const notices: Readonly<Record<string, string>> = {
  stated: 'The day is stated. Schedules are proposed round it from now on.',
  removed: 'The day is taken away.',
}

export const showDays: Page = async (request) =>
  page(await draw(request, emptyForm, wordedAs(notices, request.query.get('said'))))

const readInWords = ({ days, years, added, gone }: HolidaysRead): string => {
  const changes = [
    ...(added.length > 0 ? [`new: ${added.map(({ on }) => formatDay(on)).join(', ')}`] : []),
    ...(gone.length > 0 ? [`no longer: ${gone.map(({ on }) => formatDay(on)).join(', ')}`] : []),
  ]
  return `${days} bank holidays from ${years[0]} to ${years.at(-1)} were read${changes.length > 0 ? `; ${changes.join('; ')}` : ', all of them known already'}.`
}

/** Reads the bank holidays anew from the file that was sent. */
export const takeBankHolidays: Page = async (request) => {
  const again = async (message: string) =>
    invalid(await draw(request, { typed: request.body, errors: [{ field: 'file', message }] }))
  if (!request.upload) return again('Choose the file')
  try {
    const read = await readBankHolidays(request.context, Buffer.from(request.upload.bytes).toString('utf8'))
    return page(await draw(request, emptyForm, readInWords(read)))
  } catch (problem) {
    if (problem instanceof Refused) return again(problem.message)
    throw problem
  }
}

export const saveNationalDay: Page = async (request) => {
  const form = parseForm(nationalDayForm, request.body)
  if (!form.ok) return invalid(await draw(request, form))
  await stateNationalDay(request.context, form.value)
  return redirect('/network/days?said=stated')
}

export const takeNationalDayAway: Page = async (request) => {
  const id = request.params['day'] ?? ''
  if (isId(id)) await removeNationalDay(request.context, id)
  return redirect('/network/days?said=removed')
}
