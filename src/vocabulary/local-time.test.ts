import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  formatDate,
  formatDay,
  formatInstant,
  formatInstantRange,
  formatShortDate,
  formatTime,
  formatTimeRange,
  localDate,
  localInstant,
  localTime,
} from './local-time.ts'

const date = Temporal.PlainDate.from
const time = Temporal.PlainTime.from

test('dates and times are printed as people say them', () => {
  assert.equal(formatDay(date('2021-11-17')), 'Wednesday 17 November 2021')
  assert.equal(formatDate(date('2021-11-17')), '17 November 2021')
  assert.equal(formatShortDate(date('2021-11-07')), '7 Nov 2021')
  assert.equal(formatTime(time('09:30')), '9:30am')
  assert.equal(formatTime(time('14:00')), '2pm')
  assert.equal(formatTime(time('12:00')), 'midday')
  assert.equal(formatTime(time('00:05')), '12:05am')
  assert.equal(formatTime(time('00:00')), 'midnight')
  assert.equal(formatTimeRange(time('09:30'), time('14:30')), '9:30am to 2:30pm')
})

test('a session in winter and one in summer are printed in local time', () => {
  const winter = Temporal.Instant.from('2021-11-17T09:30:00Z')
  assert.equal(formatInstant(winter), '17 November 2021 at 9:30am')
  const summer = Temporal.Instant.from('2022-05-25T08:30:00Z')
  assert.equal(formatInstant(summer), '25 May 2022 at 9:30am')
  assert.equal(formatInstantRange(summer, summer.add({ hours: 5 })), 'Wednesday 25 May 2022, 9:30am to 2:30pm')
  assert.equal(formatInstantRange(summer, summer.add({ hours: 24 })), '25 May 2022 at 9:30am to 26 May 2022 at 9:30am')
})

test('a time that comes twice when the clocks go back is taken the first time', () => {
  assert.equal(localInstant(date('2021-10-31'), time('01:30')).toString(), '2021-10-31T00:30:00Z')
})

test('a time that is skipped when the clocks go forward is moved on by an hour', () => {
  const moved = localInstant(date('2022-03-27'), time('01:30'))
  assert.equal(moved.toString(), '2022-03-27T01:30:00Z')
  assert.equal(localTime(moved).toString(), '02:30:00')
})

test('an instant made of a local date and time shows that date and time again', () => {
  const anyDate = fc.integer({ min: 0, max: 3650 }).map((days) => date('2018-01-01').add({ days }))
  const anyTime = fc.integer({ min: 0, max: 1439 }).map((minutes) => time('00:00').add({ minutes }))
  fc.assert(
    fc.property(anyDate, anyTime, (day, at) => {
      const instant = localInstant(day, at)
      assert.ok(localDate(instant).equals(day))
      const isSkipped = day.month === 3 && day.dayOfWeek === 7 && day.day > 24 && at.hour === 1
      assert.ok(isSkipped || localTime(instant).equals(at))
    }),
    { numRuns: 500 },
  )
})
