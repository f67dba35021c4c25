import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localInstant } from './local-time.ts'
import {
  afterWorkingHours,
  beforeWorkingHours,
  closeBefore,
  isWorked,
  usualWeek,
  type WorkingWeek,
  workingHoursBetween,
} from './working-time.ts'

const at = (text: string): Temporal.Instant => {
  const [date = '', time = ''] = text.split(' ')
  return localInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time))
}
const shown = (moment: Temporal.Instant): string =>
  moment.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ')

const cases: readonly (readonly [string, string, number, string])[] = [
  ['three days from Monday morning', '2021-10-18 10:00', 24, '2021-10-21 10:00'],
  ['three days from Monday at the close', '2021-10-18 17:00', 24, '2021-10-21 17:00'],
  ['what begins at night begins in the morning', '2021-10-18 22:00', 1, '2021-10-19 10:00'],
  ['over a weekend', '2021-10-22 16:00', 2, '2021-10-25 10:00'],
  ['over the end of summer time', '2021-10-29 16:00', 2, '2021-11-01 10:00'],
  ['over the beginning of summer time', '2022-03-25 16:00', 2, '2022-03-28 10:00'],
  ['over Christmas and its substitute days', '2021-12-24 16:00', 2, '2021-12-29 10:00'],
  ['over Easter', '2022-04-14 16:00', 2, '2022-04-19 10:00'],
]
for (const [what, since, hours, until] of cases)
  test(`working hours are counted ${what}`, () => {
    assert.equal(shown(afterWorkingHours(at(since), hours, usualWeek)), until)
    assert.equal(workingHoursBetween(at(since), at(until), usualWeek), hours)
  })

test('the close of the second working day before a day skips weekends and bank holidays', () => {
  const before = (day: string, days: number) => shown(closeBefore(Temporal.PlainDate.from(day), days, usualWeek))
  assert.equal(before('2021-11-10', 2), '2021-11-08 17:00')
  assert.equal(before('2021-11-08', 2), '2021-11-04 17:00')
  assert.equal(before('2022-01-04', 2), '2021-12-30 17:00')
  assert.equal(before('2021-11-08', 0), '2021-11-05 17:00')
})

test('a week in which nobody ever works has no end', () => {
  const never: WorkingWeek = { ...usualWeek, days: [] }
  assert.throws(() => afterWorkingHours(at('2021-10-18 10:00'), 1, never), RangeError)
  assert.throws(() => closeBefore(Temporal.PlainDate.from('2021-10-18'), 1, never), RangeError)
})

// A second, naive way: ask the calendar of the machine, minute by minute, whether anybody works.
const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})
const holidaysNear = ['2021-12-27', '2021-12-28', '2022-01-03', '2022-04-15', '2022-04-18', '2021-08-30']
const minutesWorked = (since: number, until: number, week: WorkingWeek): number => {
  let minutes = 0
  for (let moment = since; moment < until; moment += 60_000) {
    const [date = '', time = ''] = london.format(moment).split(', ')
    const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7
    if (!week.days.includes(weekday) || holidaysNear.includes(date)) continue
    if (time >= week.opens.toString().slice(0, 5) && time < week.closes.toString().slice(0, 5)) minutes += 1
  }
  return minutes
}
// Weeks around both changes of the clocks, Christmas, Easter and the end of August, and hubs that work at odd hours.
const starts = ['2021-08-27', '2021-10-28', '2021-12-23', '2022-03-24', '2022-04-13'].map((day) =>
  Temporal.Instant.from(`${day}T00:00:00Z`),
)
const weeks = fc.record({
  days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
  opens: fc.constantFrom('00:00', '00:30', '08:30', '09:00').map((time) => Temporal.PlainTime.from(time)),
  closes: fc.constantFrom('12:00', '17:00', '23:45').map((time) => Temporal.PlainTime.from(time)),
})
const moments = fc
  .tuple(fc.constantFrom(...starts), fc.nat(3 * 24 * 60))
  .map(([start, minutes]) => start.add({ minutes }))

test('hours between two moments are those that a count minute by minute comes to', () => {
  fc.assert(
    fc.property(weeks, moments, fc.nat(3 * 24 * 60), (week, since, minutes) => {
      const until = since.add({ minutes })
      const counted = minutesWorked(since.epochMilliseconds, until.epochMilliseconds, week)
      assert.equal(Math.round(workingHoursBetween(since, until, week) * 60), counted)
    }),
    { numRuns: 25 },
  )
})

test('a deadline has just the hours that were asked for before it, and the reminder those after it', () => {
  fc.assert(
    fc.property(weeks, moments, fc.integer({ min: 1, max: 40 }), (week, since, hours) => {
      const until = afterWorkingHours(since, hours, week)
      assert.ok(Math.abs(workingHoursBetween(since, until, week) - hours) < 1e-9)
      const remind = beforeWorkingHours(until, hours, week)
      assert.ok(Math.abs(workingHoursBetween(remind, until, week) - hours) < 1e-9)
      assert.ok(Temporal.Instant.compare(since, until) < 0)
      assert.ok(isWorked(until.toZonedDateTimeISO('Europe/London').toPlainDate(), week))
    }),
    { numRuns: 60 },
  )
})

test('a day that opens in the hour that comes twice opens the first time, and works on without a gap', () => {
  const night = { days: [7], opens: Temporal.PlainTime.from('01:30'), closes: Temporal.PlainTime.from('12:00') }
  const [midnight, noon] = ['2021-10-30T23:00:00Z', '2021-10-31T12:00:00Z'].map((at) => Temporal.Instant.from(at))
  assert.ok(midnight && noon)
  assert.equal(workingHoursBetween(midnight, noon, night), 11.5)
  assert.equal(afterWorkingHours(midnight, 1, night).toString(), '2021-10-31T01:30:00Z')
})
