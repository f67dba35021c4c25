import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { arrivedAfter, type Curve, elapsedShare, forecastOf, foreseen } from './forecast.ts'
import { type Short, suggestedMerges } from './merges.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const today = day('2021-10-18')
const curve = (hubId: string, ...arrivals: number[]): Curve => ({ hubId, days: 60, arrivals })
// Half of each window gone: 1, 2 and 4 came after that.
const curves = [curve('a', 2, 5, 40), curve('b', 10, 31, 59), curve('c', 1, 33, 44, 45, 58)]
const window = { from: day('2021-09-18'), to: day('2021-11-17') }
const awaiting = { counted: 3, needs: 6, ...window, basis: 'line' as const, curves }

describe('whether an offer will have as many as it needs', () => {
  const situations = [
    [
      'in a range',
      {},
      'open',
      'Between 4 and 7 by 17 November 2021; it needs 6. From how requests for it came in last year: 3 offers at 3 hubs.',
    ],
    [
      'likely',
      { needs: 4 },
      'likely',
      'Between 4 and 7 by 17 November 2021; it needs 4. From how requests for it came in last year: 3 offers at 3 hubs.',
    ],
    [
      'unlikely',
      { counted: 1 },
      'unlikely',
      'Between 2 and 5 by 17 November 2021; it needs 6. From how requests for it came in last year: 3 offers at 3 hubs.',
    ],
    ['reached', { counted: 6 }, 'reached', '6 have asked or have a place; it needs 6.'],
    [
      'with too little to go on',
      { curves: curves.slice(0, 2) },
      'unknown',
      '3 so far; it needs 6 by 17 November 2021. How requests came in last year is known of 2 offers only: too little to go on.',
    ],
    [
      'with nothing to go on',
      { curves: [] },
      'unknown',
      '3 so far; it needs 6 by 17 November 2021. How requests came in last year is known of no offer: too little to go on.',
    ],
    [
      'without an end',
      { to: null },
      'unknown',
      '3 so far; it needs 6. It has no day by which to ask, so nothing can be said of how many will.',
    ],
    ['over', { to: day('2021-10-17') }, 'unlikely', '3 asked by 17 October 2021, when asking ended; it needs 6.'],
    [
      'from other offers of the hub',
      { basis: 'hub' as const },
      'open',
      'Between 4 and 7 by 17 November 2021; it needs 6. From how requests for 3 other offers of the hub came in last year.',
    ],
  ] as const
  for (const [title, other, outlook, sentence] of situations)
    it(`is told where it is ${title}`, () => {
      const told = foreseen({ ...awaiting, ...other }, today)
      assert.deepEqual([told.outlook, told.sentence], [outlook, sentence])
    })

  it('counts what came after as much of the window had gone, however long it was', () => {
    assert.equal(elapsedShare({ ...window, today }), 0.5)
    assert.deepEqual(
      curves.map((one) => arrivedAfter(one, 0.5)),
      [1, 2, 4],
    )
    assert.equal(elapsedShare({ ...window, today: day('2021-09-01') }), 0)
    assert.equal(elapsedShare({ ...window, today: day('2022-01-01') }), 1)
    assert.deepEqual(
      [0, 1].map((share) => arrivedAfter(curve('a', 0, 30, 60), share)),
      [2, 0],
    )
  })

  type Between = { readonly counted: number; readonly early: number; readonly late: number }
  const rangeAt = (all: readonly Curve[], counted: number, elapsed: number) => {
    const forecast = forecastOf(all, { counted, elapsed })
    return forecast.kind === 'range' ? forecast.range : null
  }
  const faultsOf = (all: readonly Curve[], { counted, early, late }: Between): readonly string[] => {
    const [before, after, end] = [early, late, 1].map((share) => rangeAt(all, counted, share))
    const faults: readonly (readonly [string, boolean])[] = [
      ['silent with enough to go on', all.length >= 3 && !before],
      [
        'fewer than there are',
        [before, after].some((range) => range && (range.least < counted || range.most < range.least)),
      ],
      ['more to come later on', Boolean(before && after && (after.most > before.most || after.least > before.least))],
      ['another end than what is there', end?.least !== counted || end.most !== counted],
      ['hangs on the order', JSON.stringify(rangeAt(all.toReversed(), counted, early)) !== JSON.stringify(before)],
    ]
    return faults.flatMap(([fault, is]) => (is ? [fault] : []))
  }
  const anyCurve = fc.record({
    hubId: fc.constantFrom('a', 'b', 'c'),
    days: fc.integer({ min: 1, max: 90 }),
    arrivals: fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 15 }),
  })
  it('never promises fewer than there are, narrows as the window goes by, and does not hang on the order', () => {
    fc.assert(
      fc.property(
        fc.array(anyCurve, { maxLength: 25 }),
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (all, counted, one, other) => {
          const made = all.map((each) => ({ ...each, arrivals: each.arrivals.map((at) => Math.min(at, each.days)) }))
          assert.deepEqual(faultsOf(made, { counted, early: Math.min(one, other), late: Math.max(one, other) }), [])
        },
      ),
      { numRuns: 60 },
    )
  })
})

const mile = 1609.344
const at = (miles: number) => ({ easting: 500_000 + miles * mile, northing: 200_000 })
const school = (id: string, miles: number | null, limitMiles: number | null = null) => ({
  organisationId: id,
  name: id,
  point: miles === null ? null : at(miles),
  limitMiles,
})
const short = (offerId: string, miles: number, joiners: Short['joiners'], other: Partial<Short> = {}): Short => ({
  offerId,
  hubId: 'h',
  hub: 'H',
  title: offerId,
  projectId: 'p',
  themeId: null,
  needs: 4,
  room: 8,
  meetsAt: at(miles),
  joiners,
  ...other,
})
const three = [school('a', 0), school('b', 1), school('c', 2)]
const two = [school('d', 9), school('e', 10)]

describe('merges that would give two offers enough', () => {
  const found = (...all: Short[]) =>
    suggestedMerges(all).map(({ from, into, together }) => [from.offerId, into.offerId, together])
  it('move the fewer the shorter way, and say what that costs each school', () => {
    const [merge] = suggestedMerges([short('x', 1, three), short('y', 10, two)])
    assert.deepEqual([merge?.from.offerId, merge?.into.offerId, merge?.together], ['y', 'x', 5])
    assert.deepEqual(
      merge?.costs.map(({ joiner, now, later }) => [
        joiner.name,
        Math.round((now ?? 0) / mile),
        Math.round((later ?? 0) / mile),
      ]),
      [
        ['d', 1, 8],
        ['e', 0, 9],
      ],
    )
  })
  it('are none where they are still too few, too many, of another project or theme, or where one school could not come', () => {
    assert.deepEqual(found(short('x', 1, three), short('y', 10, [])), [])
    assert.deepEqual(found(short('x', 1, three, { needs: 6 }), short('y', 10, two, { needs: 6 })), [])
    assert.deepEqual(found(short('x', 1, three, { room: 4 }), short('y', 10, two, { room: 4 })), [])
    assert.deepEqual(found(short('x', 1, three), short('y', 10, two, { projectId: 'q' })), [])
    assert.deepEqual(found(short('x', 1, three), short('y', 10, two, { themeId: 't' })), [])
    assert.deepEqual(found(short('x', 1, three), short('y', 90, [school('d', 90)])), [])
    const near = [school('d', 9, 2), school('e', null)]
    assert.deepEqual(
      found(
        short(
          'x',
          1,
          three.map((each) => ({ ...each, limitMiles: 3 })),
        ),
        short('y', 10, near),
      ),
      [],
    )
  })
  it('count a school that asked for both once', () => {
    assert.deepEqual(found(short('x', 1, three), short('y', 10, [school('a', 0)])), [])
  })
})
