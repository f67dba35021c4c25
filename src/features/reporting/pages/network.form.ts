import { z } from 'zod'
import { academicYearOf, parseAcademicYear } from '../../../vocabulary/academic-year.ts'
import { localInstant } from '../../../vocabulary/local-time.ts'
import { parseDate } from '../../../vocabulary/typed-date.ts'
import { indicators } from '../indicator.ts'

const endOf = (day: Temporal.PlainDate): Temporal.Instant =>
  localInstant(day.add({ days: 1 }), Temporal.PlainTime.from('00:00')).subtract({ microseconds: 1 })

/** What an address asks for; anything it cannot mean is left out. A day still to come, and today, is as at now. */
export const readFilter = (
  query: URLSearchParams,
  { now, today }: { now: Temporal.Instant; today: Temporal.PlainDate },
) => {
  const day = parseDate(query.get('as-at') ?? '')
  const isPast = day !== null && Temporal.PlainDate.compare(day, today) < 0
  return {
    year: parseAcademicYear(query.get('year') ?? '') ?? academicYearOf(today),
    hubSlug: query.get('hub') || null,
    projectSlug: query.get('project') || null,
    by: query.get('by') === 'project' ? ('project' as const) : ('hub' as const),
    asAt: isPast ? endOf(day) : now,
    asAtDay: isPast ? day : today,
  }
}
export type Asked = ReturnType<typeof readFilter>

export const publishForm = z.object({
  indicator: z.enum(indicators, 'Choose a figure'),
  year: z.string().transform((text, check) => {
    const year = parseAcademicYear(text)
    if (year !== null) return year
    check.addIssue({ code: 'custom', message: 'Choose a year' })
    return z.NEVER
  }),
  'as-at': z.string().optional(),
})
