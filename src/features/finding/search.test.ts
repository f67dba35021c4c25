import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type AcademicYear, academicYear } from '../../vocabulary/academic-year.ts'
import { type Asked, askedHref, chosenOf, isNarrowed, narrowing, wholeYear } from './asked.ts'
import { monthNumber, monthsOfYear, parseMonth } from './month.ts'
import { placeOf, type SchoolsThere } from './place.ts'
import { readAsked } from './reading.ts'
import { countsOf, fitting, loosened, ordered, orderOf, type Searched, type SearchedOffer } from './search.ts'
import { meantBy, slipsBetween } from './spelling.ts'
import { termsOf } from './terms.ts'
import { laidOut } from './tiles.ts'

const year = academicYear(2021)
const today = Temporal.PlainDate.from('2021-10-18')
const read = (query: string, years: readonly AcademicYear[] = [academicYear(2024), year]) =>
  readAsked(new URLSearchParams(query), years, today)

describe('what the address of the catalogue asks for', () => {
  it('is read and written back as the same address, whatever is chosen', () => {
    const some = fc.record({
      phase: fc.constantFrom('', 'early-years', 'secondary', 'post-16'),
      audience: fc.constantFrom('', 'itt', 'leadership'),
      role: fc.constantFrom('', 'head_of_department', 'itt_tutor'),
      q: fc.constantFrom('', 'subject leadership', 'A & B', 'ncp21-15'),
      hub: fc.constantFrom('', 'enigma'),
      near: fc.constantFrom('', 'W3 7ZX', 'St Albans'),
      within: fc.constantFrom('', '5', '25'),
      mode: fc.constantFrom('', 'online'),
      month: fc.constantFrom('', '2021-11'),
      new: fc.constantFrom('', 'yes'),
      open: fc.constantFrom('', 'yes'),
      sort: fc.constantFrom('', 'date'),
      page: fc.constantFrom('', '2', '17'),
    })
    fc.assert(
      fc.property(some, (given) => {
        const { asked } = read(new URLSearchParams(given).toString())
        const again = new URL(askedHref(asked, { page: asked.page }), 'http://local').searchParams
        assert.deepEqual(readAsked(again, [year], today), { asked, problems: [], isYearSaid: true })
      }),
    )
  })

  it('says what it cannot understand, and leaves that out', () => {
    const bad =
      'year=soon&phase=tertiary&audience=all&role=king&within=3&mode=fax&month=2021-13&new=1&sort=size&page=0&near=x'
    const { asked, problems, isYearSaid } = read(bad)
    assert.deepEqual(problems.map(({ field }) => field).sort(), [
      'audience',
      'mode',
      'month',
      'new',
      'page',
      'phase',
      'role',
      'sort',
      'within',
      'year',
    ])
    assert.deepEqual({ ...asked, near: '' }, wholeYear(year))
    assert.equal(isYearSaid, false)
    assert.deepEqual(
      read('within=5').problems.map(({ field }) => field),
      ['near'],
    )
    assert.equal(read('sort=nearness').asked.order, null)
    assert.deepEqual(read(`q=${'a'.repeat(300)}`).asked.words, 'a'.repeat(200))
  })

  it('is a whole year until something narrows it, and each narrowing can be left out', () => {
    assert.equal(isNarrowed(read('').asked), false)
    assert.equal(isNarrowed(read('near=acton').asked), true)
    const all = read(
      'q=a&phase=primary&audience=itt&role=mentor&hub=enigma&near=x&within=5&mode=online&month=2021-11&new=yes&open=yes',
    ).asked
    assert.deepEqual([...chosenOf(all)].sort(), Object.keys(narrowing).sort())
    for (const each of chosenOf(all)) assert.ok(!chosenOf({ ...all, ...narrowing[each] }).includes(each), each)
  })

  it('knows the months of a year in their order', () => {
    assert.deepEqual(
      [monthsOfYear(year)[0]?.name, monthsOfYear(year)[4]?.name, monthsOfYear(year)[11]?.name],
      ['September 2021', 'January 2022', 'August 2022'],
    )
    assert.equal(parseMonth('2021-00'), null)
  })
})

describe('words', () => {
  it('are what has to be found, a code in any spelling as the code', () => {
    for (const code of ['NCP21-15', 'ncp 21-15', '21-15', 'ncp-2115', 'NCP2115', 'NCP21-15_Mentor', '21 15'])
      assert.deepEqual(termsOf(code), [{ kind: 'code', code: 'NCP21-15' }], code)
    assert.deepEqual(
      termsOf('NCP 21-15 for Heads, heads').map((term) => (term.kind === 'code' ? term.code : term.word)),
      ['NCP21-15', 'for', 'heads'],
    )
    assert.deepEqual(
      termsOf('Years 5–8 «Écoles» & St Mary’s').map((term) => term.kind === 'word' && term.word),
      ['years', '5', '8', 'ecoles', 'st', 'marys'],
    )
    assert.deepEqual(termsOf(' - & '), [])
  })

  it('that are misspelt are taken for the nearest known one, short ones and numbers as they are', () => {
    const known = ['leadership', 'leaders', 'mastery', 'teaching', 'core', 'sustaining', 'curriculum']
    for (const [typed, meant] of [
      ['leadreship', 'leadership'],
      ['maestry', 'mastery'],
      ['teeching', 'teaching'],
      ['curiculum', 'curriculum'],
      ['sustainign', 'sustaining'],
    ] as const)
      assert.deepEqual(meantBy(typed, known), [meant])
    assert.deepEqual(meantBy('cor', known), [])
    assert.deepEqual(meantBy('swimming', known), [])
    assert.deepEqual(meantBy('2115', ['2116']), [])
  })

  it('differ by no more slips than were made, whichever way they are compared', () => {
    const word = fc.stringMatching(/^[a-e]{0,8}$/)
    fc.assert(
      fc.property(word, word, (one, other) => {
        const slips = slipsBetween(one, other)
        assert.equal(slips, slipsBetween(other, one))
        assert.equal(slips === 0, one === other)
        assert.ok(slips <= Math.max(one.length, other.length) && slips >= Math.abs(one.length - other.length))
      }),
    )
  })
})

const offer = (values: Partial<SearchedOffer>): SearchedOffer => ({
  id: '',
  project: 0,
  hub: 0,
  isOpen: true,
  modes: ['venue'],
  months: [monthNumber({ year: 2021, month: 11, name: '' })],
  first: '2021-11-17',
  next: '2021-11-17',
  held: 0,
  metres: null,
  ...values,
})
const hub = { held: 0, serves: null, metres: null, usual: null }

// Two words are asked for: the first stands in project a, the second at hub one; b holds both.
const searched: Searched = {
  projects: [
    { id: 'a', phases: ['secondary'], audiences: [], isNew: true, held: 1, rank: 0.5 },
    { id: 'b', phases: ['primary', 'secondary'], audiences: ['itt'], isNew: false, held: 3, rank: 0.9 },
    { id: 'c', phases: ['primary'], audiences: [], isNew: false, held: 0, rank: 0 },
  ],
  offers: [
    offer({ id: 'a1', project: 0, hub: 0, metres: 1000 }),
    offer({ id: 'a2', project: 0, hub: 1, modes: ['online'], isOpen: false, next: null, first: '2021-09-20' }),
    offer({ id: 'c1', project: 2, hub: 0, modes: [], months: [], first: null, next: null }),
  ],
  hubs: [
    { ...hub, slug: 'one', name: 'One', held: 2, metres: 500, usual: 4000, serves: true },
    { ...hub, slug: 'two', name: 'Two', metres: 60_000, usual: 90_000, serves: false },
  ],
  all: 3,
  forRole: new Map(),
}
const any = { ...searched, all: 0 }
const whole = wholeYear(year)
const found = (asked: Partial<Asked>, world = any) =>
  fitting(world, { ...whole, ...asked }).map(({ project, offers }) =>
    [project.id, ...offers.map(({ id }) => id)].join(' '),
  )

describe('what fits', () => {
  it('holds every word, in the project, in the offer or at its hub', () => {
    assert.deepEqual(found({ words: 'x y' }, searched), ['a a1', 'b'])
  })

  it('is narrowed by the project and by its offers; what is asked of offers is asked of one and the same', () => {
    assert.deepEqual(found({}), ['a a1 a2', 'b', 'c c1'])
    assert.deepEqual(found({ phase: 'primary' }), ['b', 'c c1'])
    assert.deepEqual(found({ isNew: true, audience: null }), ['a a1 a2'])
    assert.deepEqual(found({ hub: 'two' }), ['a a2'])
    assert.deepEqual(found({ mode: 'online', isOpen: true }), [])
    assert.deepEqual(found({ month: parseMonth('2021-11') }), ['a a1 a2'])
    assert.deepEqual(found({ within: 2 }), ['a a1', 'c c1'])
    assert.deepEqual(found({ within: 50 }), ['a a1 a2', 'c c1'])
    const forRole = new Map([['a', 'closed' as const]])
    assert.deepEqual(found({ role: 'mentor' }, { ...any, forRole }), ['b', 'c c1'])
  })

  it('is counted for each choice exactly as choosing it would show', () => {
    const asked = { ...whole, words: 'x', isOpen: true }
    const one = { ...searched, all: 1 }
    const counts = countsOf(one, asked)
    const shows = (changed: Partial<Asked>) => fitting(one, { ...asked, ...changed }).length
    const said = (tally: ReadonlyMap<string, number>, value: string) => tally.get(value) ?? 0
    assert.equal(counts.anybody, shows({}))
    for (const phase of ['primary', 'secondary'] as const)
      assert.equal(said(counts.phase, phase), shows({ phase }), phase)
    for (const slug of ['one', 'two']) assert.equal(said(counts.hub, slug), shows({ hub: slug }), slug)
    for (const mode of ['venue', 'online'] as const) assert.equal(said(counts.mode, mode), shows({ mode }), mode)
    for (const month of monthsOfYear(year))
      assert.equal(said(counts.month, String(monthNumber(month))), shows({ month }), month.name)
    assert.equal(said(counts.isNew, 'yes'), shows({ isNew: true }))
    assert.equal(said(counts.isOpen, 'yes'), shows({ isOpen: true }))
  })

  it('is loosened by what gives most', () => {
    const asked = { ...whole, mode: 'online' as const, isOpen: true }
    assert.deepEqual(loosened(any, asked, chosenOf(asked)), [
      { without: 'mode', count: 2 },
      { without: 'isOpen', count: 1 },
    ])
  })

  it('stands in the order asked for: fit, nearness, or dates to come before those that are over and before none', () => {
    const all = fitting(any, whole)
    const ids = (order: 'relevance' | 'nearness' | 'date', world = all) =>
      ordered(world, order)
        .map(({ project }) => project.id)
        .join('')
    assert.deepEqual([ids('relevance'), ids('nearness'), ids('date')], ['bac', 'acb', 'abc'])
    const over = all.map((one) => (one.project.id === 'a' ? { ...one, offers: one.offers.slice(1) } : one))
    assert.equal(ids('date', over), 'abc')
    assert.equal(orderOf({ order: null, near: 'acton', words: '', role: null }), 'nearness')
    assert.equal(orderOf({ order: null, near: 'acton', words: 'mastery', role: null }), 'relevance')
    assert.deepEqual(
      ordered(all, 'nearness', new Map([['b', 'named']])).map(({ project }) => project.id),
      ['a', 'c', 'b'],
    )
  })
})

describe('a place', () => {
  const there = (kind: SchoolsThere['kind'], name: string, schools: number, easting: number | null): SchoolsThere => ({
    kind,
    authority: { code: name, name, region: null },
    schools,
    point: easting === null ? null : { easting, northing: 100_000 },
  })

  it('is the middle of its schools, by the best sign there is', () => {
    const place = placeOf('Acton', [
      there('authority', 'Suffolk', 9, 600_000),
      there('town', 'Ealing', 3, 520_000),
      there('town', 'Brent', 1, 524_000),
    ])
    assert.deepEqual(place?.point, { easting: 521_000, northing: 100_000 })
    assert.deepEqual(
      place?.authorities.map(({ name }) => name),
      ['Ealing', 'Brent'],
    )
    assert.deepEqual(place?.elsewhere, [])
  })

  it('of a name that two towns share is that with most schools, and names the other', () => {
    const place = placeOf('Newport', [there('town', 'Telford', 2, 370_000), there('town', 'Isle of Wight', 5, 450_000)])
    assert.deepEqual(
      [place?.name, place?.point?.easting, place?.elsewhere],
      ['Newport, Isle of Wight', 450_000, ['Newport, Telford']],
    )
  })

  it('says when only the first half of a postcode is known, and is unknown without any school', () => {
    assert.match(placeOf('W3 1AA', [there('half', 'Ealing', 2, 1)], 'W3')?.note ?? '', /No school is known at W3 1AA/)
    assert.equal(placeOf('W3', [there('half', 'Ealing', 2, 1)], 'W3')?.note, null)
    assert.equal(placeOf('Nowhere', []), null)
    assert.equal(placeOf('Rutland', [there('authority', 'Rutland', 0, null)])?.point, null)
  })
})

describe('the tiles of the hubs', () => {
  const region = fc.constantFrom(null, 'London', 'North West', 'South East / South West', 'South West')
  const hubs = fc.uniqueArray(
    fc.record({
      slug: fc.stringMatching(/^[a-z]{1,6}$/),
      region,
      tile: fc.option(fc.record({ column: fc.integer({ min: 1, max: 8 }), row: fc.integer({ min: 1, max: 9 }) })),
    }),
    { selector: ({ slug }) => slug, maxLength: 60 },
  )
  const sign = (tile: { column: number; row: number } | undefined | null) => tile && `${tile.column} ${tile.row}`

  it('are one for each hub and never for two, whatever hubs are opened, merged or of no region', () => {
    fc.assert(
      fc.property(hubs, (all) => {
        // No two have a tile laid for them that is the same: the database sees to that.
        const laid = new Set<string>()
        const given = all.map((hub) => {
          const own = sign(hub.tile)
          if (!own || laid.has(own)) return { ...hub, tile: null }
          laid.add(own)
          return hub
        })
        const placed = laidOut(given)
        assert.equal(placed.size, given.length)
        assert.equal(new Set([...placed.values()].map(sign)).size, given.length)
        for (const { slug, tile } of given) if (tile) assert.equal(sign(placed.get(slug)), sign(tile))
      }),
    )
  })

  it('of a new hub lie by its region', () => {
    const placed = laidOut([
      { slug: 'north', region: 'North West', tile: { column: 1, row: 1 } },
      { slug: 'south', region: 'London', tile: { column: 6, row: 8 } },
      { slug: 'new', region: 'London', tile: null },
    ])
    const tile = placed.get('new')
    assert.ok(tile && Math.abs(tile.column - 6) + Math.abs(tile.row - 8) === 1)
  })
})
