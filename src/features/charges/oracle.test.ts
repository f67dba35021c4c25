import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { localDate } from '../../vocabulary/local-time.ts'
import { isClosedAt } from '../registers/index.ts'
import { type PolicyTerms, penceOf } from './cancellation.ts'
import { proposalsAt } from './terms.ts'

// The same rules once more, as simply as they can be said: minutes since 1970 counted one by one, clocks by the statute
// (Summer Time Act 1972: from 1am GMT on the last Sunday of March to 1am GMT on the last Sunday of October).
const minutesADay = 24 * 60
const dayOf = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / 86_400_000
const weekday = (day: number): number => (day + 3) % 7
const lastSunday = (year: number, month: number): number => {
  let day = dayOf(year, month, 31)
  while (weekday(day) !== 6) day -= 1
  return day
}
const isSummer = (minute: number): boolean => {
  const year = new Date(minute * 60_000).getUTCFullYear()
  return minute >= lastSunday(year, 3) * minutesADay + 60 && minute < lastSunday(year, 10) * minutesADay + 60
}
const onTheWall = (minute: number): number => minute + (isSummer(minute) ? 60 : 0)
const wallDay = (minute: number): number => Math.floor(onTheWall(minute) / minutesADay)

const restDays = new Set(
  [
    [2021, 12, 27],
    [2021, 12, 28],
    [2022, 1, 3],
    [2022, 4, 15],
    [2022, 4, 18],
    [2022, 5, 2],
  ].map(([year = 0, month = 0, day = 0]) => dayOf(year, month, day)),
)
const isRest = (day: number): boolean => weekday(day) > 4 || restDays.has(day)

type Rule = { readonly days: number; readonly kind: 'calendar' | 'working' }

const lastOfWorkingDays = (start: number, days: number): number => {
  let [minute, worked, day] = [start, 0, wallDay(start)]
  while (worked < days) {
    minute -= 1
    if (wallDay(minute) === day) continue
    day = wallDay(minute)
    worked += isRest(day) ? 0 : 1
  }
  return minute
}

// A time that comes twice is taken the first time; one that is skipped is as long before, an hour later on the clock.
const sameTimeBefore = (start: number, days: number): number => {
  const wanted = onTheWall(start) - days * minutesADay
  let found: number | null = null
  for (let minute = start - 1; minute > start - days * minutesADay - 121; minute -= 1)
    if (onTheWall(minute) === wanted) found = minute
  return found ?? wanted
}

// Walks back minute by minute from the session's start to the last minute at which notice is free.
const lastFreeMinute = (start: number, { days, kind }: Rule): number => {
  if (days === 0) return start
  return kind === 'working' ? lastOfWorkingDays(start, days) : sameTimeBefore(start, days)
}

const policies = fc.record({
  amount: fc.integer({ min: 1, max: 9 }).map((tens) => tens * 1000),
  days: fc.integer({ min: 0, max: 6 }),
  kind: fc.constantFrom('calendar' as const, 'working' as const),
  once: fc.boolean(),
  cap: fc.option(fc.integer({ min: 0, max: 12 }).map((tens) => tens * 1000)),
})

// Around both changes of the clocks, the holidays of winter and of Easter, and any other time.
const around = fc.constantFrom(
  '2021-10-31T01:30Z',
  '2021-12-29T09:30Z',
  '2022-03-27T01:15Z',
  '2022-04-20T08:30Z',
  '2022-05-04T08:30Z',
)
const starts = fc
  .tuple(around, fc.integer({ min: -4 * minutesADay, max: 4 * minutesADay }))
  .map(([from, minutes]) => Date.parse(from) / 60_000 + minutes)

const instant = (minute: number, seconds = 0) => Temporal.Instant.fromEpochMilliseconds((minute * 60 + seconds) * 1000)

const termsOf = (given: {
  amount: number
  days: number
  kind: Rule['kind']
  once: boolean
  cap: number | null
}): PolicyTerms => ({
  id: 'p',
  name: 'Any',
  version: 1,
  amountPence: given.amount,
  notice: { days: given.days, kind: given.kind },
  onlineNotice: null,
  exemptReasons: [],
  substituteAllowed: true,
  chargesLateCancellation: true,
  chargesNonAttendance: true,
  once: given.once ? 'open' : null,
  cap: given.cap === null ? null : { pence: 12_000, of: 'place', left: given.cap },
  wording: '',
})

it('Every charge is what walking back minute by minute finds it to be, whatever the clocks, holidays, caps and policies', () =>
  fc.assert(
    fc.property(
      policies,
      fc.array(starts, { minLength: 1, maxLength: 3 }),
      fc.nat({ max: 2 }),
      fc.integer({ min: -2, max: 2 }),
      fc.integer({ min: 0, max: 59 }),
      (given, begins, near, minutes, seconds) => {
        const sessions = begins.toSorted((one, other) => one - other)
        // Notice within minutes of the very border of one of them.
        const notice = lastFreeMinute(sessions[near % sessions.length] ?? 0, given) + minutes
        let [left, isCharged] = [given.cap ?? Number.POSITIVE_INFINITY, false]
        const expected = sessions.map((start) => {
          if (notice <= lastFreeMinute(start, given) || (given.once && isCharged)) return 0
          const pence = Math.min(left, given.amount)
          left -= pence
          isCharged ||= pence > 0
          return pence
        })
        const proposals = proposalsAt(
          termsOf(given),
          sessions.map((start) => ({ startsAt: instant(start), movedAt: null, agreedAt: null, mode: 'venue' })),
          instant(notice, seconds),
        ).map(({ proposal }) => proposal)
        assert.deepEqual(proposals.map(penceOf), expected)
      },
    ),
    { numRuns: 150 },
  ))

it('A register is open for the day of its session and the seven after it, by the clock on the wall, and closed from the minute after', () =>
  fc.assert(
    fc.property(starts, fc.integer({ min: 0, max: 9 * minutesADay }), (start, passed) => {
      const moment = start + passed
      const onDate = localDate(instant(start))
      assert.equal(isClosedAt({ onDate }, instant(moment)), wallDay(moment) > wallDay(start) + 7)
    }),
    { numRuns: 150 },
  ))
