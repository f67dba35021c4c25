import { bankHolidayOn } from '../../vocabulary/bank-holidays.ts'
import { formatTime } from '../../vocabulary/local-time.ts'
import { holidayInWords, schoolDay, type TermDates } from '../calendars/index.ts'
import { type Asked, dayName } from './asked.ts'

/** When somebody can, or a venue is free: a stretch of a day of the week. */
export type Stretch = {
  readonly day: number
  readonly from: Temporal.PlainTime
  readonly to: Temporal.PlainTime
}
export type Away = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }

/** Something that takes part of a day; without times it takes all of it. */
export type Busy = {
  readonly on: Temporal.PlainDate
  readonly from: Temporal.PlainTime | null
  readonly to: Temporal.PlainTime | null
  readonly what: string
}

/** Somebody, or a place, without whom there is no session. Without stretches any time will do. */
export type Needed = {
  readonly who: string
  readonly can: readonly Stretch[]
  readonly away: readonly Away[]
  readonly busy: readonly Busy[]
}

/** Everything that a day is judged by. */
export type Around = {
  readonly needed: readonly Needed[]
  readonly national: readonly (Away & { readonly title: string })[]
  /** Terms and holidays by authority, with how many schools of the group lie there. */
  readonly schools: readonly {
    readonly authority: string
    readonly count: number
    readonly dates: readonly TermDates[]
  }[]
  /** Which days of the week suit each school that has said so. */
  readonly wishes: readonly (readonly number[])[]
  /** Sessions of other groups in which people of this one take part. */
  readonly elsewhere: readonly (Busy & { readonly people: number })[]
  /** What the venue holds besides. */
  readonly atVenue: readonly Busy[]
  /** Days on which the group meets already. */
  readonly standing: readonly Temporal.PlainDate[]
}

export type Possible = {
  readonly on: Temporal.PlainDate
  readonly startsAt: Temporal.PlainTime
  readonly endsAt: Temporal.PlainTime
  readonly cost: number
  readonly warnings: readonly string[]
}
/** Why a day is not possible, and whose doing it is. */
export type Impossible = {
  readonly on: Temporal.PlainDate
  readonly why: string
  readonly because: 'days' | 'bank holiday' | 'gap' | 'needed'
}
export type Day = Possible | Impossible
export const isPossible = (day: Day): day is Possible => 'cost' in day

// What a warning weighs against evenness, of which a day too early or late costs 2.
const costs = { national: 1000, school: 40, venue: 60, person: 20, wish: 12, time: 8 } as const

const { compare } = Temporal.PlainDate
const isWithin = (on: Temporal.PlainDate, { from, to }: Away): boolean => compare(from, on) <= 0 && compare(on, to) <= 0
const minutesOf = (time: Temporal.PlainTime): number => time.hour * 60 + time.minute
const timeAt = (minutes: number): Temporal.PlainTime =>
  Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 })

type Span = { readonly from: number; readonly to: number }
const touches = ({ from, to }: Span, busy: Busy): boolean =>
  busy.from === null || busy.to === null || (minutesOf(busy.from) < to && from < minutesOf(busy.to))

const canAt = (on: Temporal.PlainDate, span: Span, { can, busy }: Needed): boolean => {
  const isFree =
    can.length === 0 ||
    can.some((each) => each.day === on.dayOfWeek && minutesOf(each.from) <= span.from && span.to <= minutesOf(each.to))
  return isFree && !busy.some((each) => each.on.equals(on) && touches(span, each))
}

const [firstStart, lastEnd, step] = [8 * 60, 21 * 60, 30]

/** The time asked for where everybody can then; else the nearest at which everybody can, the earlier of two. */
const startOn = (on: Temporal.PlainDate, { startsAt, minutes }: Asked, needed: readonly Needed[]): number | null => {
  const wanted = minutesOf(startsAt)
  const isPossibleFrom = (from: number): boolean =>
    from + minutes < 24 * 60 && needed.every((each) => canAt(on, { from, to: from + minutes }, each))
  if (isPossibleFrom(wanted)) return wanted
  const starts: number[] = []
  for (let start = firstStart; start + minutes <= lastEnd; start += step) starts.push(start)
  const nearest = starts.toSorted((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted) || one - other)
  return nearest.find(isPossibleFrom) ?? null
}

const refusalOf = (on: Temporal.PlainDate, asked: Asked, around: Around): Impossible | null => {
  if (!asked.days.includes(on.dayOfWeek)) return { on, why: `It is a ${dayName(on.dayOfWeek)}`, because: 'days' }
  const holiday = bankHolidayOn(on)
  if (holiday !== null) return { on, why: `It is a bank holiday: ${holiday}`, because: 'bank holiday' }
  const near = around.standing.find(
    (each) => Math.abs(on.until(each, { largestUnit: 'day' }).days) < Math.max(1, asked.leastWeeks * 7),
  )
  if (near) return { on, why: 'It is too near to a session that stands', because: 'gap' }
  const away = around.needed.find((each) => each.away.some((span) => isWithin(on, span)))
  return away ? { on, why: `${away.who} cannot on that day`, because: 'needed' } : null
}

/** Who stands in the way on a day on which nobody finds a time, in words. */
const inTheWay = (on: Temporal.PlainDate, asked: Asked, needed: readonly Needed[]): string => {
  const who = needed.find((each) => startOn(on, asked, [each]) === null)
  if (!who) return 'There is no time at which everybody can'
  const busy = who.busy.find((each) => each.on.equals(on))
  return busy ? `${who.who} is ${busy.what} on that day` : `${who.who} cannot at that time`
}

type Warned = { readonly cost: number; readonly text: string }

const warningsOf = (
  on: Temporal.PlainDate,
  span: Span,
  { asked, around }: { asked: Asked; around: Around },
): readonly Warned[] => {
  const national = around.national.filter((each) => isWithin(on, each))
  const away = around.schools.flatMap(({ authority, count, dates }) => {
    const day = schoolDay(on, dates)
    return day?.kind === 'holiday' ? [{ name: day.name, authority, count }] : []
  })
  const elsewhere = around.elsewhere.filter((each) => each.on.equals(on) && touches(span, each))
  const people = elsewhere.reduce((sum, each) => sum + each.people, 0)
  const unsuited = around.wishes.filter((days) => !days.includes(on.dayOfWeek)).length
  return [
    ...national.map(({ title }) => ({ cost: costs.national, text: `${title} is on that day` })),
    ...[...Map.groupBy(away, ({ name }) => name)].map(([name, each]) => ({
      cost: costs.school * each.reduce((sum, { count }) => sum + count, 0),
      text: `School holiday: ${holidayInWords(
        name,
        each.map(({ authority }) => authority),
      )}`,
    })),
    ...around.atVenue
      .filter((each) => each.on.equals(on) && touches(span, each))
      .map(({ what }) => ({ cost: costs.venue, text: `The venue has ${what} then` })),
    ...(people > 0
      ? [
          {
            cost: costs.person * people,
            text: `${people} ${people === 1 ? 'person is' : 'people are'} expected in a session of another group then`,
          },
        ]
      : []),
    ...(unsuited > 0
      ? [
          {
            cost: costs.wish * unsuited,
            text: `${unsuited} of ${around.wishes.length} ${around.wishes.length === 1 ? 'school' : 'schools'} that named days did not name ${dayName(on.dayOfWeek)}`,
          },
        ]
      : []),
    ...(span.from === minutesOf(asked.startsAt)
      ? []
      : [{ cost: costs.time, text: `It begins at ${formatTime(timeAt(span.from))}` }]),
  ]
}

/** What a day is for a schedule: impossible and why, or possible with a time, what speaks against it, and what that weighs. */
export const judgeDay = (on: Temporal.PlainDate, asked: Asked, around: Around): Day => {
  const refusal = refusalOf(on, asked, around)
  if (refusal) return refusal
  const start = startOn(on, asked, around.needed)
  if (start === null) return { on, why: inTheWay(on, asked, around.needed), because: 'needed' }
  const span = { from: start, to: start + asked.minutes }
  const warnings = warningsOf(on, span, { asked, around })
  return {
    on,
    startsAt: timeAt(span.from),
    endsAt: timeAt(span.to),
    cost: warnings.reduce((sum, { cost }) => sum + cost, 0),
    warnings: warnings.map(({ text }) => text),
  }
}

/** Every day between two, judged. */
export const judgeDays = (asked: Asked, around: Around): readonly Day[] => {
  const days: Day[] = []
  for (let on = asked.from; compare(on, asked.to) <= 0; on = on.add({ days: 1 })) days.push(judgeDay(on, asked, around))
  return days
}
