import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  academicYear,
  academicYearOf,
  nextYear,
  parseAcademicYear,
  previousYear,
  yearEnds,
  yearInWords,
  yearLabel,
  yearSlug,
  yearStarts,
} from './academic-year.ts'

const anyYear = fc.integer({ min: 1900, max: 2199 }).map(academicYear)

test('a year is read in every usual spelling', () => {
  for (const text of ['2021/22', '2021-22', ' 2021–22 ', '2021/2022', '2021 to 2022'])
    assert.equal(parseAcademicYear(text), 2021, text)
  assert.equal(parseAcademicYear('1999/00'), 1999)
})

test('years that do not follow one another are refused', () => {
  for (const text of ['2021/23', '2021-21', '2021', '21/22', '2021/2023', 'next year', '']) {
    assert.equal(parseAcademicYear(text), null, text)
  }
})

test('a year is printed for tables, addresses and sentences', () => {
  const year = academicYear(2021)
  assert.equal(yearLabel(year), '2021/22')
  assert.equal(yearSlug(year), '2021-22')
  assert.equal(yearInWords(year), '2021 to 2022')
  assert.equal(yearLabel(academicYear(1999)), '1999/00')
})

test('what is printed is read again as the same year', () => {
  fc.assert(
    fc.property(anyYear, (year) => {
      assert.equal(parseAcademicYear(yearLabel(year)), year)
      assert.equal(parseAcademicYear(yearSlug(year)), year)
      assert.equal(parseAcademicYear(yearInWords(year)), year)
    }),
  )
})

test('a year runs from 1 September to 31 August, or from the month of the network', () => {
  assert.equal(yearStarts(academicYear(2021)).toString(), '2021-09-01')
  assert.equal(yearEnds(academicYear(2021)).toString(), '2022-08-31')
  assert.equal(yearStarts(academicYear(2021), 8).toString(), '2021-08-01')
  assert.equal(yearEnds(academicYear(2021), 1).toString(), '2021-12-31')
})

test('every date lies in exactly the year that says so', () => {
  fc.assert(
    fc.property(anyYear, fc.integer({ min: 0, max: 364 }), fc.integer({ min: 1, max: 12 }), (year, days, month) => {
      assert.equal(academicYearOf(yearStarts(year, month).add({ days }), month), year)
      assert.equal(academicYearOf(yearEnds(year, month), month), year)
      assert.equal(
        yearEnds(year, month)
          .add({ days: 1 })
          .equals(yearStarts(nextYear(year), month)),
        true,
      )
    }),
  )
})

test('the year before the next is the year itself', () => {
  assert.equal(previousYear(nextYear(academicYear(2021))), 2021)
})

test('a calendar year far off is no academic year', () => {
  assert.throws(() => academicYear(21), RangeError)
  assert.throws(() => academicYear(2021.5), RangeError)
})
