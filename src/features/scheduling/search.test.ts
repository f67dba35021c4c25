import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { academicYear } from '../../vocabulary/academic-year.ts'
import { bankHolidayOn } from '../../vocabulary/bank-holidays.ts'
import { alternativesFor, daysApart, fits, reallyDiffer } from './alternatives.ts'
import { type Asked, countedOf, timeInWords, usualAsk } from './asked.ts'
import { type Around, isPossible, judgeDay, type Needed } from './day.ts'
import { whyNothingFits } from './fitting.ts'
import { cheapest, type Node, type Spacing } from './search.ts'
import { shiftLater } from './shifting.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const time = (text: string) => Temporal.PlainTime.from(text)

const asked: Asked = {
  sessions: 6,
  minutes: 150,
  startsAt: time('09:30'),
  days: [1, 2, 3, 4, 5],
  from: day('2021-11-01'),
  to: day('2022-07-15'),
  leastWeeks: 3,
  mostWeeks: 9,
  atSchools: false,
}
const lead: Needed = { who: 'The lead', can: [], away: [], busy: [] }
const empty: Around = {
  needed: [lead],
  national: [],
  schools: [],
  wishes: [],
  elsewhere: [],
  atVenue: [],
  standing: [],
}
const around = (values: Partial<Around>): Around => ({ ...empty, ...values })

// Every choice there is, weighed one by one.
const costOf = (nodes: readonly Node[], spacing: Spacing): number => {
  const gaps = nodes.slice(1).map((node, at) => node.day - (nodes[at]?.day ?? 0))
  if (gaps.some((gap) => gap < spacing.least || gap > spacing.most)) return Number.POSITIVE_INFINITY
  const between = gaps.reduce((sum, gap) => sum + spacing.weight * Math.abs(gap - spacing.ideal), 0)
  const ends = (spacing.first?.(nodes[0]?.day ?? 0) ?? 0) + (spacing.last?.(nodes.at(-1)?.day ?? 0) ?? 0)
  return nodes.reduce((sum, { cost }) => sum + cost, 0) + between + ends
}
const choices = (nodes: readonly Node[], count: number): readonly (readonly Node[])[] =>
  count === 0
    ? [[]]
    : nodes.flatMap((node, at) => choices(nodes.slice(at + 1), count - 1).map((rest) => [node, ...rest]))

describe('the search for dates', () => {
  it('finds what weighing every choice finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ day: fc.nat(60), cost: fc.nat(30) }), {
          selector: (node) => node.day,
          maxLength: 9,
        }),
        fc.integer({ min: 1, max: 4 }),
        fc.record({
          least: fc.integer({ min: 1, max: 14 }),
          more: fc.nat(30),
          ideal: fc.nat(30),
          weight: fc.nat(3),
          first: fc.nat(3),
          last: fc.nat(3),
        }),
        (unordered, count, { least, more, ideal, weight, first, last }) => {
          const nodes = unordered.toSorted((one, other) => one.day - other.day)
          const spacing = {
            ...{ least, most: least + more, ideal, weight },
            first: (on: number) => on * first,
            last: (on: number) => on * last,
          }
          const best = Math.min(
            Number.POSITIVE_INFINITY,
            ...choices(nodes, count).map((chosen) => costOf(chosen, spacing)),
          )
          const found = cheapest(nodes, count, spacing)
          assert.equal(found === null ? Number.POSITIVE_INFINITY : costOf(found, spacing), best)
          assert.deepEqual(cheapest(nodes, count, spacing), found)
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('a day of a schedule', () => {
  const judged = (on: string, values: Partial<Around> = {}, other: Partial<Asked> = {}) =>
    judgeDay(day(on), { ...asked, ...other }, around(values))
  const half = [{ kind: 'holiday', name: 'Autumn half-term', from: day('2021-10-25'), to: day('2021-10-29') }] as const
  const busy = (on: string, from: string | null, to: string | null) => ({
    ...lead,
    busy: [{ on: day(on), from: from ? time(from) : null, to: to ? time(to) : null, what: 'in session 2 of Another' }],
  })
  for (const [what, on, values, other, expected] of [
    ['a plain day', '2021-11-03', {}, {}, []],
    ['a weekend', '2021-11-06', {}, {}, 'It is a Saturday'],
    ['a bank holiday', '2022-01-03', {}, {}, 'It is a bank holiday: New Year’s Day'],
    ['a bank holiday given once', '2022-06-03', {}, {}, 'It is a bank holiday: Platinum Jubilee bank holiday'],
    ['29 February', '2024-02-29', {}, {}, []],
    [
      'a day near one that stands',
      '2021-11-23',
      { standing: [day('2021-11-03')] },
      {},
      'It is too near to a session that stands',
    ],
    ['three weeks after it', '2021-11-24', { standing: [day('2021-11-03')] }, {}, []],
    [
      'a day away',
      '2021-11-03',
      { needed: [{ ...lead, away: [{ from: day('2021-11-02'), to: day('2021-11-03') }] }] },
      {},
      'The lead cannot on that day',
    ],
    [
      'a lead’s other group, all day',
      '2021-11-03',
      { needed: [busy('2021-11-03', null, null)] },
      {},
      'The lead is in session 2 of Another on that day',
    ],
    ['a lead’s other group in the afternoon', '2021-11-03', { needed: [busy('2021-11-03', '12:00', '15:00')] }, {}, []],
    [
      'a lead’s other group at that time',
      '2021-11-03',
      { needed: [busy('2021-11-03', '09:00', '10:30')] },
      {},
      ['It begins at 10:30am'],
    ],
    [
      'only afternoons',
      '2021-11-03',
      { needed: [{ ...lead, can: [{ day: 3, from: time('13:00'), to: time('16:00') }] }] },
      {},
      ['It begins at 1pm'],
    ],
    [
      'another day of the week',
      '2021-11-03',
      { needed: [{ ...lead, can: [{ day: 4, from: time('09:00'), to: time('16:00') }] }] },
      {},
      'The lead cannot at that time',
    ],
    [
      'too short a stretch',
      '2021-11-03',
      { needed: [{ ...lead, can: [{ day: 3, from: time('13:00'), to: time('15:00') }] }] },
      {},
      'The lead cannot at that time',
    ],
    [
      'a school holiday',
      '2021-10-27',
      {
        schools: [
          { authority: 'Ealing', count: 2, dates: half },
          { authority: 'Brent', count: 1, dates: half },
        ],
      },
      {},
      ['School holiday: Autumn half-term in Ealing and Brent'],
    ],
    [
      'a day of the network',
      '2021-11-10',
      { national: [{ title: 'Forum', from: day('2021-11-10'), to: day('2021-11-11') }] },
      {},
      ['Forum is on that day'],
    ],
    [
      'a day that some did not wish',
      '2021-11-03',
      { wishes: [[3], [2, 4]] },
      {},
      ['1 of 2 schools that named days did not name Wednesday'],
    ],
    [
      'people elsewhere',
      '2021-11-03',
      { elsewhere: [{ on: day('2021-11-03'), from: time('11:00'), to: time('12:00'), what: '', people: 2 }] },
      {},
      ['2 people are expected in a session of another group then'],
    ],
    [
      'people elsewhere later',
      '2021-11-03',
      { elsewhere: [{ on: day('2021-11-03'), from: time('12:00'), to: time('13:00'), what: '', people: 2 }] },
      {},
      [],
    ],
  ] as const)
    it(`${what} is ${typeof expected === 'string' ? 'not possible' : 'possible'}`, () => {
      const found = judged(on, values as Partial<Around>, other)
      assert.deepEqual(isPossible(found) ? found.warnings : found.why, expected)
    })
})

const keepsToWhatWasAsked = (dates: readonly { readonly on: Temporal.PlainDate }[], by: Asked): void => {
  assert.equal(dates.length, by.sessions)
  for (const [at, { on }] of dates.entries()) {
    assert.ok(by.days.includes(on.dayOfWeek))
    assert.equal(bankHolidayOn(on), null)
    assert.ok(Temporal.PlainDate.compare(by.from, on) <= 0 && Temporal.PlainDate.compare(on, by.to) <= 0)
    const before = dates[at - 1]
    if (before) {
      const gap = daysApart(before.on, on)
      assert.ok(gap >= Math.max(1, by.leastWeeks * 7) && gap <= by.mostWeeks * 7, `${before.on} to ${on}`)
    }
  }
}

describe('proposals', () => {
  it('are at least three that really differ, whatever is asked of an open year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1200 }),
        fc.integer({ min: 2, max: 7 }),
        fc.integer({ min: 0, max: 3 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 5 }),
        (offset, sessions, leastWeeks, days) => {
          const from = day('2021-09-13').add({ days: offset })
          const by = { ...asked, sessions, leastWeeks, days: days.toSorted(), from, to: from.add({ days: 260 }) }
          const found = alternativesFor(by, empty)
          assert.ok(found.length >= 3, `${found.length} proposals`)
          for (const { dates } of found) keepsToWhatWasAsked(dates, by)
          for (const [at, one] of found.entries())
            for (const other of found.slice(at + 1)) assert.ok(reallyDiffer(one.dates, other.dates))
          assert.deepEqual(alternativesFor(by, empty), found)
        },
      ),
      { numRuns: 25 },
    )
  })
  it('run over both clock changes and the turn of the year at the same time on the clock', () => {
    const by = { ...asked, sessions: 10, leastWeeks: 2, mostWeeks: 5, from: day('2021-10-20'), days: [3] }
    const [even] = alternativesFor(by, empty)
    assert.ok(even)
    assert.deepEqual(
      [...new Set(even.dates.map(({ startsAt, endsAt }) => `${startsAt} ${endsAt}`))],
      ['09:30:00 12:00:00'],
    )
    assert.ok(even.dates.some(({ on }) => on.year === 2021) && even.dates.some(({ on }) => on.year === 2022))
  })
  it('avoid days of the network and holidays where others will do, and say so where none will', () => {
    const everyWednesday = { title: 'Forum', from: day('2021-11-01'), to: day('2022-03-31') }
    const [first] = alternativesFor(
      { ...asked, sessions: 2, to: day('2022-04-29') },
      around({ national: [everyWednesday] }),
    )
    assert.equal(first?.dates.filter(({ warnings }) => warnings.length > 0).length, 0)
    const [only] = alternativesFor(
      { ...asked, sessions: 2, to: day('2022-03-31') },
      around({ national: [everyWednesday] }),
    )
    assert.match(only?.reasons.at(-1) ?? '', /Something speaks against every date/)
  })
  it('are read for people: reasons name days, gaps and what speaks against them', () => {
    const schools = [
      {
        authority: 'Ealing',
        count: 3,
        dates: [{ kind: 'holiday', name: 'Spring half-term', from: day('2022-02-14'), to: day('2022-02-18') }] as const,
      },
    ]
    const titles = alternativesFor(asked, around({ schools })).map(({ title }) => title)
    assert.equal(titles[0], 'Evenly through the year')
    assert.ok(titles.some((title) => title.startsWith('Always on a ')))
  })
})

describe('where nothing fits', () => {
  const when = { year: academicYear(2021), today: day('2021-10-18') }
  const only = (values: Partial<Asked>, days: Around = empty) => {
    const by = { ...asked, ...values }
    assert.equal(fits(by, days), false)
    return whyNothingFits(by, days, when)
  }
  it('says which single changes would make it fit, the smallest of each kind', () => {
    const { changes } = only({ sessions: 4, from: day('2021-11-01'), to: day('2021-12-17'), leastWeeks: 3 })
    assert.deepEqual(changes, [
      'Let at least 2 weeks lie between sessions instead of 3.',
      'Let it go on until 7 January 2022.',
      'Plan 3 sessions instead of 4.',
    ])
  })
  it('names the lead whose times stand in the way', () => {
    const monday = { ...lead, can: [{ day: 1, from: time('09:00'), to: time('10:00') }] }
    const { inTheWay, changes } = only({ sessions: 2 }, around({ needed: [monday] }))
    assert.match(inTheWay[0] ?? '', /The lead cannot at that time: 1\d\d days/)
    assert.deepEqual(changes, [
      'Make the sessions 1 hour long.',
      'Ask whether the lead can at other times than those stated.',
    ])
  })
  it('proves each change by trying it, over random calendars', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 9 }),
        fc.integer({ min: 20, max: 60 }),
        fc.integer({ min: 2, max: 4 }),
        (sessions, span, leastWeeks) => {
          const by = { ...asked, sessions, leastWeeks, to: asked.from.add({ days: span }), days: [2] }
          if (fits(by, empty)) return
          const { changes } = whyNothingFits(by, empty, when)
          const text = changes.find((line) => line.startsWith('Plan '))
          const fewer = Number(/Plan (\d+)/.exec(text ?? '')?.[1] ?? 0)
          assert.ok(fewer === 0 ? !fits({ ...by, sessions: 1 }, empty) : fits({ ...by, sessions: fewer }, empty))
          assert.equal(fits({ ...by, sessions: fewer + 1 }, empty), false)
        },
      ),
      { numRuns: 15 },
    )
  })
})

describe('what a project asks of time', () => {
  const wanted = (sessionsCount: number | null, daysMin: number | null, daysMax: number | null = null) => ({
    sessionsCount,
    daysMin,
    daysMax,
  })
  for (const [what, asks, expected] of [
    ['six workshops', wanted(6, null), [6, 150]],
    ['three days', wanted(null, 3), [3, 300]],
    ['six workshops, three days', wanted(6, 3), [6, 150]],
    ['three to four days', wanted(null, 3, 4), [3, 300]],
    ['half a day', wanted(null, 0.5), [1, 150]],
    ['nothing said', wanted(null, null), [6, 150]],
  ] as const)
    it(`${what} is ${expected[0]} of ${expected[1]} minutes`, () => {
      const { sessions, minutes } = countedOf(asks)
      assert.deepEqual([sessions, minutes], expected)
    })
  it('is compared with what is planned', () => {
    assert.deepEqual(timeInWords([300, 300], wanted(null, 3, 4)), {
      text: '2 sessions of 5 hours come to 2 days of five hours. The project asks for 3 to 4 days.',
      isEnough: false,
    })
    assert.equal(timeInWords([300, 300, 300], wanted(null, 3)).isEnough, true)
  })
  it('begins with what is left to date, from two weeks ahead', () => {
    const ask = usualAsk(wanted(6, null), { year: academicYear(2021), today: day('2021-10-18'), dated: 2 })
    assert.deepEqual([ask.sessions, ask.from.toString(), ask.to.toString()], [4, '2021-11-01', '2022-07-15'])
    const late = usualAsk(wanted(6, null), { year: academicYear(2021), today: day('2022-08-20'), dated: 0 })
    assert.ok(Temporal.PlainDate.compare(late.from, late.to) <= 0)
  })
})

describe('shifting all later sessions', () => {
  const by = { asked: { ...asked, from: day('2021-01-01'), to: day('2023-01-01') }, around: empty }
  it('moves each as far, or to the nearest day that is possible, in the same order', () => {
    const shifted = { id: 'a', on: day('2021-12-06') }
    const later = [
      { id: 'b', on: day('2021-12-27').subtract({ days: 7 }) },
      { id: 'c', on: day('2022-01-10') },
    ]
    const moved = shiftLater(day('2021-12-13'), { shifted, later }, by)
    assert.deepEqual(
      moved.map((each) => [each?.day.on.toString(), each?.because]),
      [
        ['2021-12-29', 'It is a bank holiday: Christmas Day'],
        ['2022-01-17', null],
      ],
    )
  })
  it('keeps the order and takes no bank holiday, whatever is shifted where', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: -20, max: 60 }),
        (gaps, offset) => {
          let on = day('2021-11-01')
          const later = gaps.map((gap, at) => {
            on = on.add({ days: gap })
            return { id: String(at), on }
          })
          const to = day('2021-11-01').add({ days: offset })
          const moved = shiftLater(to, { shifted: { id: 'x', on: day('2021-11-01') }, later }, by)
          let last = to
          for (const each of moved) {
            if (!each) continue
            assert.ok(Temporal.PlainDate.compare(each.day.on, last) > 0)
            assert.equal(bankHolidayOn(each.day.on), null)
            last = each.day.on
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
