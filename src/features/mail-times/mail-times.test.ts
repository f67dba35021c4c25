import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { isBankHoliday } from '../../vocabulary/bank-holidays.ts'
import { localDate, localInstant, localTime } from '../../vocabulary/local-time.ts'
import { schoolDay, type TermDates } from '../calendars/index.ts'
import { type MailTimes, momentFor, usualMailTimes } from './mail-times.ts'

const at = (text: string) => {
  const local = Temporal.PlainDateTime.from(text)
  return localInstant(local.toPlainDate(), local.toPlainTime())
}
const shown = (moment: Temporal.Instant) =>
  moment.toZonedDateTimeISO('Europe/London').toPlainDateTime().toString({ smallestUnit: 'minute' })
const halfTerm: readonly TermDates[] = [
  {
    kind: 'holiday',
    name: 'Autumn half-term',
    from: Temporal.PlainDate.from('2021-10-25'),
    to: Temporal.PlainDate.from('2021-10-29'),
  },
]

describe('mail that nobody waits for', () => {
  const cases: readonly (readonly [
    title: string,
    wish: readonly [now: string, wanted: string, notBefore: string, notAfter: string],
    goes: string,
    because: RegExp | null,
  ])[] = [
    [
      'goes when it is wanted',
      ['2021-10-18T09:00', '2021-10-20T08:00', '2021-10-18T08:00', '2021-10-22T08:00'],
      '2021-10-20T08:00',
      null,
    ],
    [
      'waits for the morning',
      ['2021-10-18T09:00', '2021-10-20T22:00', '2021-10-18T08:00', '2021-10-22T08:00'],
      '2021-10-21T07:00',
      /^It waits: .*night/,
    ],
    [
      'waits for Monday',
      ['2021-10-08T09:00', '2021-10-09T10:00', '2021-10-08T08:00', '2021-10-14T08:00'],
      '2021-10-11T07:00',
      /^It waits: .*weekend/,
    ],
    [
      'waits out the holiday of the school',
      ['2021-10-20T09:00', '2021-10-25T10:00', '2021-10-20T08:00', '2021-11-05T08:00'],
      '2021-11-01T07:00',
      /half-term/,
    ],
    [
      'goes before the holiday where after it would be too late',
      ['2021-10-18T09:00', '2021-10-25T08:00', '2021-10-18T08:00', '2021-10-30T08:00'],
      '2021-10-22T07:00',
      /before its time/,
    ],
    [
      'goes in the holiday rather than too late',
      ['2021-10-25T09:00', '2021-10-26T08:00', '2021-10-25T08:00', '2021-10-28T08:00'],
      '2021-10-26T08:00',
      null,
    ],
    [
      'goes on a Sunday rather than too late',
      ['2021-10-10T09:30', '2021-10-10T08:00', '2021-10-10T08:00', '2021-10-11T06:00'],
      '2021-10-10T09:30',
      null,
    ],
    [
      'goes by night rather than too late',
      ['2021-10-13T23:00', '2021-10-13T08:00', '2021-10-13T08:00', '2021-10-14T05:00'],
      '2021-10-13T23:00',
      /by night/,
    ],
    [
      'goes at once when it is late already',
      ['2021-10-13T12:00', '2021-10-12T08:00', '2021-10-11T08:00', '2021-10-13T08:00'],
      '2021-10-13T12:00',
      null,
    ],
    [
      'keeps the clock of the day on which the clocks go back',
      ['2021-10-30T09:00', '2021-10-31T08:00', '2021-10-30T08:00', '2021-11-02T08:00'],
      '2021-11-01T07:00',
      /weekend/,
    ],
  ]
  for (const [title, [now, wanted, notBefore, notAfter], goes, because] of cases)
    it(title, () => {
      const wish = { wanted: at(wanted), notBefore: at(notBefore), notAfter: at(notAfter) }
      const moment = momentFor({ now: at(now), wish, times: usualMailTimes, terms: halfTerm })
      assert.equal(shown(moment.at), goes)
      if (because) assert.match(moment.because ?? '', because)
      else assert.equal(moment.because, null)
    })

  // The naive way: look at every quarter of an hour, with the local clock of that moment.
  const quarter = 15 * 60_000
  const isAwake = (instant: Temporal.Instant, { from, until }: MailTimes): boolean => {
    const time = localTime(instant).toString().slice(0, 5)
    return time >= from.toString().slice(0, 5) && time < until.toString().slice(0, 5)
  }
  const isRest = (day: Temporal.PlainDate, times: MailTimes): boolean =>
    (times.restsAtWeekends && (day.dayOfWeek === 6 || day.dayOfWeek === 7)) ||
    (times.restsOnBankHolidays && isBankHoliday(day))
  const fits = (level: number, moment: number, times: MailTimes, terms: readonly TermDates[]): boolean => {
    const instant = Temporal.Instant.fromEpochMilliseconds(moment)
    if (!isAwake(instant, times)) return false
    if (level === 2) return true
    if (isRest(localDate(instant), times)) return false
    return level === 1 || !times.restsInSchoolHolidays || schoolDay(localDate(instant), terms)?.kind !== 'holiday'
  }
  type Moments = Readonly<Record<'now' | 'wanted' | 'notBefore' | 'notAfter', number>>
  const walk = (from: number, to: number, holds: (moment: number) => boolean): number | null => {
    const step = from <= to ? quarter : -quarter
    for (let moment = from; step > 0 ? moment <= to : moment >= to; moment += step) if (holds(moment)) return moment
    return null
  }
  const earlierThanWanted = ({ now, wanted, notBefore }: Moments, fit: (moment: number) => boolean): number | null => {
    const first = Math.max(now, notBefore)
    const last = wanted - quarter < first ? null : walk(wanted - quarter, first, fit)
    if (last === null) return null
    return (walk(last, first, (moment) => !fit(moment)) ?? first - quarter) + quarter
  }
  const naive = (moments: Moments, times: MailTimes, terms: readonly TermDates[]): number => {
    const from = Math.max(moments.now, moments.wanted)
    for (const level of [0, 1, 2]) {
      const fit = (moment: number) => fits(level, moment, times, terms)
      const onTime = from <= moments.notAfter ? walk(from, moments.notAfter, fit) : null
      const found = onTime ?? earlierThanWanted(moments, fit)
      if (found !== null) return found
    }
    return from <= moments.notAfter ? from : moments.now
  }

  it('goes when somebody who looks at every quarter of an hour would send it, and does not change its mind', () => {
    const starts = ['2021-10-22', '2021-12-17', '2022-03-21', '2022-04-08', '2022-10-24', '2022-05-26'].map(
      (day) => at(`${day}T00:00`).epochMilliseconds,
    )
    const quarters = fc.integer({ min: 0, max: 4 * 24 * 12 })
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.tuple(quarters, quarters, quarters, quarters),
        fc.record({
          from: fc.constantFrom('05:00', '07:00', '12:00'),
          until: fc.constantFrom('15:00', '19:00', '23:00'),
          rests: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
        }),
        fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 6 })), { maxLength: 2 }),
        (start, moments, set, holidays) => {
          const [one = 0, two = 0, three = 0, four = 0] = moments.map((count) => start + count * quarter)
          const [notBefore = 0, wanted = 0, notAfter = 0] = [one, two, three].sort((a, b) => a - b)
          const times: MailTimes = {
            from: Temporal.PlainTime.from(set.from),
            until: Temporal.PlainTime.from(set.until),
            restsAtWeekends: set.rests[0],
            restsOnBankHolidays: set.rests[1],
            restsInSchoolHolidays: set.rests[2],
          }
          const day = localDate(Temporal.Instant.fromEpochMilliseconds(start))
          const terms = holidays.map(([first, length]): TermDates => {
            const from = day.add({ days: first })
            return { kind: 'holiday', name: 'Half-term', from, to: from.add({ days: length }) }
          })
          const wish = { wanted, notBefore, notAfter }
          const asked = (now: number) =>
            momentFor({
              now: Temporal.Instant.fromEpochMilliseconds(now),
              wish: {
                wanted: Temporal.Instant.fromEpochMilliseconds(wanted),
                notBefore: Temporal.Instant.fromEpochMilliseconds(notBefore),
                notAfter: Temporal.Instant.fromEpochMilliseconds(notAfter),
              },
              times,
              terms,
            }).at.epochMilliseconds
          const goes = asked(four)
          assert.equal(goes, naive({ ...wish, now: four }, times, terms))
          assert.equal(asked(Math.floor((four + goes) / 2 / quarter) * quarter), goes)
          assert.equal(asked(goes), goes)
        },
      ),
      { numRuns: 150 },
    )
  })
})
