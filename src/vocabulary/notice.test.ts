import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { localInstant } from './local-time.ts'
import { freeUntil, isWithinFreeNotice, type NoticeRule, noticeInWords } from './notice.ts'

const at = (text: string): Temporal.Instant => {
  const [date = '', time = ''] = text.split(' ')
  return localInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time))
}
const week: NoticeRule = { days: 7, kind: 'calendar' }
const holidays = (...dates: string[]) => ({ bankHolidays: dates.map((date) => Temporal.PlainDate.from(date)) })

test('a week before half past nine on the 17th is half past nine on the 10th, to the minute', () => {
  const session = at('2021-11-17 09:30')
  assert.ok(freeUntil(week, session).equals(at('2021-11-10 09:30')))
  assert.equal(isWithinFreeNotice(at('2021-11-10 09:29'), week, session), true)
  assert.equal(isWithinFreeNotice(at('2021-11-10 09:30'), week, session), true)
  assert.equal(isWithinFreeNotice(at('2021-11-10 09:30').add({ seconds: 59 }), week, session), true)
  assert.equal(isWithinFreeNotice(at('2021-11-10 09:31'), week, session), false)
})

test('notice keeps the time on the clock across both changes of the clocks', () => {
  assert.ok(freeUntil(week, at('2021-11-03 09:30')).equals(Temporal.Instant.from('2021-10-27T08:30:00Z')))
  assert.ok(freeUntil(week, at('2022-03-30 09:30')).equals(Temporal.Instant.from('2022-03-23T09:30:00Z')))
})

test('a deadline in the hour that the clocks skip moves on by an hour', () => {
  assert.ok(freeUntil(week, at('2022-04-03 01:30')).equals(Temporal.Instant.from('2022-03-27T01:30:00Z')))
})

test('a working day ends at 23:59, and weekends and bank holidays do not count', () => {
  const rule: NoticeRule = { days: 5, kind: 'working' }
  const session = at('2022-01-06 09:30')
  const calendar = holidays('2021-12-27', '2021-12-28', '2022-01-03')
  const deadline = freeUntil(rule, session, calendar)
  assert.ok(deadline.equals(at('2021-12-29 23:59')))
  assert.equal(isWithinFreeNotice(deadline, rule, session, calendar), true)
  assert.equal(isWithinFreeNotice(deadline.add({ minutes: 1 }), rule, session, calendar), false)
})

test('without a notice to give, cancelling is free until the start', () => {
  const session = at('2021-11-17 09:30')
  for (const kind of ['calendar', 'working'] as const) assert.ok(freeUntil({ days: 0, kind }, session).equals(session))
})

test('notice is told in days or working days', () => {
  assert.equal(noticeInWords(week), '7 days')
  assert.equal(noticeInWords({ days: 1, kind: 'working' }), '1 working day')
})

// A second, naive way to the same answer: ask the calendar of the machine what the clock in London shows.
const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
  hourCycle: 'h23',
})
const shown = (moment: number): string => london.format(moment).replace(',', '')
const naiveMoment = (day: string, time: string): number => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const asWinter = Date.UTC(year, month - 1, date, hour, minute)
  const candidates = [asWinter - 3_600_000, asWinter]
  return candidates.find((moment) => shown(moment) === `${day} ${time}`) ?? asWinter
}
const dayBefore = (day: string): string => new Date(Date.parse(`${day}T12:00Z`) - 86_400_000).toISOString().slice(0, 10)

const naiveFreeUntil = (rule: NoticeRule, startsAt: number, closed: readonly string[]): number => {
  const [today = '', time = ''] = shown(startsAt).split(' ')
  let [day, counted] = [today, 0]
  while (counted < rule.days) {
    day = dayBefore(day)
    const weekend = [0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay())
    if (rule.kind === 'calendar' || !(weekend || closed.includes(day))) counted += 1
  }
  return naiveMoment(day, rule.kind === 'calendar' ? time : '23:59')
}

test('the deadline agrees with a naive reckoning over all years, times and bank holidays', () => {
  const nearChanges = ['2021-10-31', '2022-03-27', '2022-10-30', '2024-03-31', '2024-10-27'].map((date) =>
    at(`${date} 00:00`),
  )
  const anyStart = fc
    .tuple(fc.constantFrom(...nearChanges), fc.integer({ min: -30 * 1440, max: 60 * 1440 }))
    .map(([moment, minutes]) => moment.add({ minutes }))
  const anyRule = fc.record({
    days: fc.integer({ min: 1, max: 20 }),
    kind: fc.constantFrom<NoticeRule['kind']>('calendar', 'working'),
  })
  const closedDays = ['2021-12-27', '2021-12-28', '2022-01-03', '2022-04-15', '2022-04-18', '2022-05-02', '2024-03-29']
  const anyClosed = fc.subarray(closedDays)
  fc.assert(
    fc.property(anyStart, anyRule, anyClosed, (startsAt, rule, closed) => {
      const expected = naiveFreeUntil(rule, startsAt.epochMilliseconds, closed)
      assert.equal(freeUntil(rule, startsAt, holidays(...closed)).epochMilliseconds, expected)
    }),
    { numRuns: 3000 },
  )
})
