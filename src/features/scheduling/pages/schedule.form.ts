import { z } from 'zod'
import { typedList, typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { dateFromParts, parseTime } from '../../../vocabulary/typed-date.ts'
import { type Asked, mostSessions, mostWeeksApart } from '../asked.ts'

type Check = z.RefinementCtx
const formOf = <T>(read: (typed: Typed, check: Check) => T) =>
  z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform(read)

const issue = (check: Check, field: string, message: string): void =>
  check.addIssue({ code: 'custom', path: [field], message })

type Bounds = { readonly name: string; readonly what: string; readonly least: number; readonly most: number }

const wholeOf = (typed: Typed, check: Check, { name, what, least, most }: Bounds): number => {
  const text = typedText(typed, name)
  const figure = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN
  if (figure >= least && figure <= most) return figure
  issue(check, name, `Enter ${what} as a whole number from ${least} to ${most}`)
  return least
}

const nobody = Temporal.PlainDate.from('2000-01-01')
const dateOf = (typed: Typed, name: string, check: Check): Temporal.PlainDate => {
  const part = (which: string) => typedText(typed, `${name}-${which}`)
  const date = dateFromParts(part('day'), part('month'), part('year'))
  if (!date) issue(check, name, 'There is no such date. Enter it as 1 11 2021')
  return date ?? nobody
}

const noon = Temporal.PlainTime.from('12:00')
const startOf = (typed: Typed, check: Check): Temporal.PlainTime => {
  const time = parseTime(typedText(typed, 'starts'))
  if (!time) issue(check, 'starts', 'Enter the time as 9:30am or 14:30')
  return time ?? noon
}

const daysOf = (typed: Typed, check: Check): readonly number[] => {
  const days = [...new Set(typedList(typed, 'days').map(Number))].filter((day) => day >= 1 && day <= 6)
  if (days.length === 0) issue(check, 'days', 'Choose at least one day of the week')
  return days.toSorted((one, other) => one - other)
}

const mostDays = 500

const checkSpan = ({ from, to }: Asked, check: Check): void => {
  if (from.equals(nobody) || to.equals(nobody)) return
  if (Temporal.PlainDate.compare(from, to) > 0) issue(check, 'to', 'The last day is before the first')
  else if (from.until(to, { largestUnit: 'day' }).days > mostDays)
    issue(check, 'to', `Ask for at most ${mostDays} days`)
}

/** What a schedule is asked for, as it is typed. */
export const scheduleForm = formOf((typed, check): Asked => {
  const asked = {
    sessions: wholeOf(typed, check, { name: 'sessions', what: 'the number of dates', least: 1, most: mostSessions }),
    minutes: wholeOf(typed, check, { name: 'minutes', what: 'the length in minutes', least: 30, most: 480 }),
    startsAt: startOf(typed, check),
    days: daysOf(typed, check),
    from: dateOf(typed, 'from', check),
    to: dateOf(typed, 'to', check),
    leastWeeks: wholeOf(typed, check, {
      name: 'least',
      what: 'the fewest weeks between',
      least: 0,
      most: mostWeeksApart,
    }),
    mostWeeks: wholeOf(typed, check, { name: 'most', what: 'the most weeks between', least: 1, most: mostWeeksApart }),
    atSchools: typedText(typed, 'where') === 'schools',
  }
  if (asked.leastWeeks > asked.mostWeeks) issue(check, 'most', 'The most weeks between are not fewer than the fewest')
  if (asked.startsAt.hour * 60 + asked.startsAt.minute + asked.minutes >= 24 * 60)
    issue(check, 'minutes', 'The sessions would end after midnight: begin earlier, or make them shorter')
  checkSpan(asked, check)
  return asked
})
