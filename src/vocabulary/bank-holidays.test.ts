import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bankHolidayOn,
  bankHolidaysByRule,
  bankHolidaysOf,
  easterSunday,
  isBankHoliday,
  knowBankHolidays,
  publishedBankHolidays,
  yearsPublished,
} from './bank-holidays.ts'

const published: readonly (readonly [number, string])[] = [
  [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
  [2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
  [2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
  [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
  [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
]

describe('bank holidays of England and Wales', () => {
  for (const [year, days] of published) {
    it(`are those published for ${year}`, () =>
      assert.equal(
        bankHolidaysOf(year)
          .map((day) => day.toString().slice(5))
          .join(' '),
        days,
      ))
  }
  it('of the file that was published are those of the statutes, and go on by statute beyond it', () => {
    assert.deepEqual([yearsPublished()[0], yearsPublished().at(-1)], [2019, 2027])
    for (const year of yearsPublished())
      assert.deepEqual(bankHolidaysOf(year).map(String), bankHolidaysByRule(year).map(String), String(year))
    assert.equal(bankHolidaysOf(2031).length, 8)
  })
  it('are weekdays, each once, with a substitute for a day of the weekend', () => {
    const all = yearsPublished().flatMap(publishedBankHolidays)
    for (const { on, title } of all) assert.ok(on.dayOfWeek <= 5, `${title} ${on}`)
    assert.equal(new Set(all.map(({ on }) => on.toString())).size, all.length)
    assert.deepEqual(
      all.map(({ on }) => on.toString()).filter((on) => on.startsWith('2021-12')),
      ['2021-12-27', '2021-12-28'],
    )
  })
  it('follow Easter, early and late', () =>
    assert.deepEqual(
      [2008, 2038].map((year) => easterSunday(year).toString()),
      ['2008-03-23', '2038-04-25'],
    ))
  it('are followed as they were read last, year by year', () => {
    const day = Temporal.PlainDate.from('2028-07-14')
    try {
      knowBankHolidays([{ on: day, title: 'A day proclaimed once', notes: '' }])
      assert.equal(bankHolidayOn(day), 'A day proclaimed once')
      assert.equal(isBankHoliday(Temporal.PlainDate.from('2028-12-25')), false)
      assert.equal(bankHolidayOn(Temporal.PlainDate.from('2027-12-27')), 'Christmas Day')
      assert.equal(yearsPublished().at(-1), 2028)
    } finally {
      knowBankHolidays([])
    }
    assert.equal(isBankHoliday(day), false)
    assert.equal(bankHolidayOn(Temporal.PlainDate.from('2028-12-25')), 'Bank holiday')
  })
})
