import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatDate, formatTime } from './local-time.ts'
import { dateFromParts, parseDate, parseTime } from './typed-date.ts'

test('a date that does not exist is refused', () => {
  assert.equal(dateFromParts('31', '6', '2021'), null)
  assert.equal(dateFromParts('29', '2', '2021'), null)
  assert.equal(dateFromParts('29', '2', '2024')?.toString(), '2024-02-29')
  assert.equal(dateFromParts('17', '13', '2021'), null)
  assert.equal(dateFromParts('17', '11', '21'), null)
  assert.equal(dateFromParts('', '11', '2021'), null)
  assert.equal(dateFromParts('0', '11', '2021'), null)
  assert.equal(dateFromParts('1', '1', '0000'), null)
  assert.equal(dateFromParts('1', '1', '9999'), null)
  assert.equal(dateFromParts(17, 'Sept', 2021)?.toString(), '2021-09-17')
})

test('a date is read in the usual spellings', () => {
  for (const text of ['2021-11-17', '17/11/2021', '17 11 2021', '17-11-2021', '17 November 2021', '17th Nov. 2021'])
    assert.equal(parseDate(text)?.toString(), '2021-11-17', text)
  for (const text of ['', '11/2021', '2021-02-30', 'tomorrow', '17/11/21']) assert.equal(parseDate(text), null, text)
})

test('a time is read in the usual spellings', () => {
  for (const text of ['9:30am', '9.30 AM', '09:30', '0930', '9:30', '09:30:00']) {
    assert.equal(parseTime(text)?.toString(), '09:30:00', text)
  }
  assert.equal(parseTime('2pm')?.toString(), '14:00:00')
  assert.equal(parseTime('12am')?.toString(), '00:00:00')
  assert.equal(parseTime('12.15 p.m.')?.toString(), '12:15:00')
  for (const text of ['', '9', '24:00', '13pm', '9:60', 'morning']) assert.equal(parseTime(text), null, text)
})

test('what is printed is read again as the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1439 }), (days, minutes) => {
      const day = Temporal.PlainDate.from('1990-01-01').add({ days })
      assert.ok(parseDate(formatDate(day))?.equals(day))
      assert.ok(parseDate(day.toString())?.equals(day))
      const at = Temporal.PlainTime.from('00:00').add({ minutes })
      assert.ok(parseTime(formatTime(at))?.equals(at))
    }),
  )
})
