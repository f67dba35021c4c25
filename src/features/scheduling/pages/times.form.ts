import { z } from 'zod'
import { typedText } from '../../../platform/forms.ts'
import type { Typed } from '../../../vocabulary/form.ts'
import { parseDate, parseTime } from '../../../vocabulary/typed-date.ts'
import { dayName } from '../asked.ts'
import type { Away, Stretch } from '../day.ts'

type Check = z.RefinementCtx
const issue = (check: Check, field: string, message: string): void =>
  check.addIssue({ code: 'custom', path: [field], message })

const stretchOf = (typed: Typed, check: Check, day: number): readonly Stretch[] => {
  const [first, last] = [`from-${day}`, `to-${day}`] as const
  const [from, to] = [typedText(typed, first), typedText(typed, last)]
  if (from === '' && to === '') return []
  const [starts, ends] = [parseTime(from), parseTime(to)]
  if (!starts) issue(check, first, `${dayName(day)}: enter from when, as 9:00am`)
  if (!ends) issue(check, last, `${dayName(day)}: enter until when, as 3:30pm`)
  if (!starts || !ends) return []
  if (Temporal.PlainTime.compare(starts, ends) >= 0) {
    issue(check, last, `${dayName(day)}: the end is after the start`)
    return []
  }
  return [{ day, from: starts, to: ends }]
}

const mostLines = 60

const awayOf = (line: string, check: Check): readonly Away[] => {
  const [first = '', last = first, ...more] = line.split(/\s+(?:to|–|until)\s+/i)
  const [from, to] = [parseDate(first), parseDate(last)]
  if (!from || !to || more.length > 0) {
    issue(check, 'away', `“${line.slice(0, 60)}” is no day: write 25/10/2021, or 25/10/2021 to 29/10/2021`)
    return []
  }
  if (Temporal.PlainDate.compare(from, to) > 0) {
    issue(check, 'away', `“${line.slice(0, 60)}” ends before it begins`)
    return []
  }
  return [{ from, to }]
}

/** When somebody, or a venue, can: by day of the week, and the days on which they cannot. */
export const timesForm = z
  .record(z.string(), z.union([z.string(), z.array(z.string())]))
  .transform((typed, check): { readonly can: readonly Stretch[]; readonly away: readonly Away[] } => {
    const lines = typedText(typed, 'away')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
    if (lines.length > mostLines) issue(check, 'away', `Enter at most ${mostLines} lines`)
    return {
      can: [1, 2, 3, 4, 5, 6].flatMap((day) => stretchOf(typed, check, day)),
      away: lines.slice(0, mostLines).flatMap((line) => awayOf(line, check)),
    }
  })
