import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { chanceOf, makeInstance } from '../../../test/support/placements.ts'
import { faultsOf } from '../placement-check/index.ts'
import { claimOf } from './claim.ts'
import { firstCome } from './greedy.ts'
import { type Applicant, type Assignment, type GroupToFill, type Instance, type Rules, usualRules } from './instance.ts'
import { solveModel } from './solver/highs.ts'
import { modelOf } from './solver/model.ts'
import { bestPlacement, placementBy, readOutcome, type Solved } from './solver/solve.ts'
import { stagesOf } from './solver/stages.ts'
import type { Progress } from './solver/task.ts'
import { CalledOff, NoPlacement } from './solver/thread.ts'
import { compareWorth, worthOf } from './weights.ts'

const mile = 1609.344
const at = (x: number, y = 0) => ({ easting: 500_000 + x * mile, northing: 180_000 + y * mile })
const applicant = (id: string, values: Partial<Applicant> = {}): Applicant => ({
  id,
  unit: id,
  offerId: 'offer',
  people: 2,
  at: at(0),
  phase: null,
  priority: 0,
  askedAt: '2021-09-01T09:00:00Z',
  travelLimitMiles: null,
  minutes: {},
  agreedMinutes: null,
  themeId: null,
  wishes: [],
  days: [],
  places: [],
  continues: [],
  clashes: [],
  ...values,
})
const group = (id: string, values: Partial<GroupToFill> = {}): GroupToFill => ({
  id,
  offerId: 'offer',
  name: id,
  at: at(0),
  venueId: null,
  themeId: null,
  organisationsTaken: 0,
  organisationsLeft: 8,
  peopleLeft: 16,
  minimum: 0,
  phasesTaken: {},
  days: [],
  isNew: false,
  ...values,
})
const instanceOf = (
  applicants: readonly Applicant[],
  groups: readonly GroupToFill[],
  rules: Partial<Rules> = {},
): Instance => ({ applicants, groups, rules: { ...usualRules, ...rules } })

const solved = (instance: Instance): Promise<Solved> => placementBy(instance, solveModel)
const placedIn = async (instance: Instance): Promise<Record<string, string>> =>
  Object.fromEntries((await solved(instance)).assignment)

/** Every assignment there is, tried out and judged by the checker: the standard that the solver is held to. */
const bruteForce = (instance: Instance): readonly number[] | null => {
  let best: readonly number[] | null = null
  const attempt = (left: readonly Applicant[], so: Assignment): void => {
    const [next, ...rest] = left
    if (!next) {
      if (faultsOf(claimOf(instance, so)).length > 0) return
      const worth = worthOf(instance, so)
      if (!best || compareWorth(worth, best) < 0) best = worth
      return
    }
    attempt(rest, so)
    for (const { id } of instance.groups) attempt(rest, new Map([...so, [next.id, id]]))
  }
  attempt(instance.applicants, new Map())
  return best
}

const point = fc.option(
  fc.record({
    easting: fc.integer({ min: 500_000, max: 560_000 }),
    northing: fc.integer({ min: 160_000, max: 200_000 }),
  }),
  { freq: 8 },
)
const groupIds = ['north', 'south', 'new-a-1']
const some = <T>(values: readonly T[], most: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength: most })
const applicants = fc
  .array(
    fc.record({
      people: fc.integer({ min: 1, max: 3 }),
      at: point,
      phase: fc.constantFrom(null, 'primary', 'secondary'),
      priority: fc.integer({ min: 0, max: 2 }),
      askedAt: fc.constantFrom('2021-09-01', '2021-09-02'),
      travelLimitMiles: fc.option(fc.integer({ min: 1, max: 30 })),
      minutes: fc.dictionary(fc.constantFrom(...groupIds), fc.integer({ min: 5, max: 90 }), { maxKeys: 2 }),
      agreedMinutes: fc.option(fc.integer({ min: 10, max: 90 })),
      themeId: fc.option(fc.constantFrom('a', 'b')),
      wishes: some(groupIds, 2),
      days: some([1, 2], 2),
      places: some(['hall'], 1),
      continues: some(groupIds, 1),
      clashes: some(groupIds, 1),
      sameUnit: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((list) =>
    list.map(({ sameUnit, ...each }, n) =>
      applicant(`school-${n}`, { ...each, unit: sameUnit ? 'twins' : `school-${n}` }),
    ),
  )
const groups = fc
  .array(
    fc.record({
      at: point,
      venueId: fc.constantFrom(null, 'hall', 'church'),
      themeId: fc.option(fc.constantFrom('a', 'b')),
      organisationsTaken: fc.integer({ min: 0, max: 3 }),
      organisationsLeft: fc.integer({ min: 0, max: 3 }),
      peopleLeft: fc.integer({ min: 0, max: 6 }),
      minimum: fc.integer({ min: 0, max: 4 }),
      phasesTaken: fc.constantFrom<Record<string, number>>({}, { primary: 1 }, { primary: 1, secondary: 2 }),
      days: some([1, 2, 3], 2),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) =>
    list.map((each, n) => {
      const isNew = n === 2
      return group(groupIds[n] ?? '', { ...each, isNew, ...(isNew ? { organisationsTaken: 0, phasesTaken: {} } : {}) })
    }),
  )
const ids = ['school-0', 'school-1', 'school-2']
const sets = fc.array(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 3 }), { maxLength: 1 })
const rules: fc.Arbitrary<Rules> = fc.record({
  dates: fc.constantFrom('never', 'avoided', 'ignored'),
  phases: fc.constantFrom('any', 'one', 'mixed'),
  mostOfAPhase: fc.integer({ min: 1, max: 3 }),
  measure: fc.constantFrom('miles', 'minutes'),
  mostMiles: fc.option(fc.integer({ min: 5, max: 30 })),
  mostMinutes: fc.option(fc.integer({ min: 10, max: 60 })),
  opening: fc.integer({ min: 0, max: 1 }),
  together: sets,
  apart: sets,
  pins: fc.uniqueArray(fc.record({ applicantId: fc.constantFrom(...ids), groupId: fc.constantFrom(null, 'north') }), {
    maxLength: 1,
    selector: (pin) => pin.applicantId,
  }),
  forbidden: fc.array(fc.record({ applicantId: fc.constantFrom(...ids), groupId: fc.constantFrom(...groupIds) }), {
    maxLength: 2,
  }),
  before: fc.option(fc.dictionary(fc.constantFrom(...ids), fc.constantFrom(...groupIds))),
})
const instances = fc.record({ applicants, groups, rules }).map(
  (instance): Instance => ({
    ...instance,
    rules: {
      ...instance.rules,
      pins: instance.rules.pins.filter((pin) => instance.applicants.some(({ id }) => id === pin.applicantId)),
    },
  }),
)

/** How much worse than the best a placement may be by the gap it states, where they first differ. */
const gapStated = ({ gap }: Solved, at: number, last: number): number => {
  if (at === 0) return gap.places
  return at === last ? gap.miles * 10 : Number.POSITIVE_INFINITY
}

/** What is said of a placement beside the best there is: never better, and worse by no more than the gap it states. */
const claimHolds = (solved: Solved, worth: readonly number[], best: readonly number[]): boolean => {
  const at = worth.findIndex((value, place) => value !== best[place])
  const worse = (worth[at] ?? 0) - (best[at] ?? 0)
  return at < 0 || (!solved.proved && worse > 0 && worse <= gapStated(solved, at, worth.length - 1))
}

describe('the best placement', () => {
  it('is worth as much as the best of all placements there are, whatever limits there are', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        const best = bruteForce(instance)
        if (best === null) return void (await assert.rejects(solved(instance), NoPlacement))
        const { assignment, proved } = await solved(instance)
        assert.ok(proved)
        assert.deepEqual(worthOf(instance, assignment), best)
      }),
      { numRuns: 150, seed: 2021 },
    )
  })

  it('opens as many groups as are worth it, as trying out every assignment does', async () => {
    const opening = fc
      .record({
        schools: fc.array(fc.record({ x: fc.integer({ min: 0, max: 40 }), people: fc.integer({ min: 1, max: 2 }) }), {
          minLength: 2,
          maxLength: 5,
        }),
        room: fc.integer({ min: 0, max: 2 }),
        from: fc.integer({ min: 1, max: 3 }),
        opening: fc.integer({ min: 0, max: 2 }),
        limit: fc.option(fc.integer({ min: 5, max: 25 })),
      })
      .map(({ schools, room, from, opening, limit }) =>
        instanceOf(
          schools.map(({ x, people }, n) => applicant(`${n}`, { at: at(x), people, travelLimitMiles: limit })),
          [
            group('old', { organisationsLeft: room }),
            ...['new-hall-1', 'new-hall-2', 'new-barn-1'].map((id) =>
              group(id, {
                at: at(id.startsWith('new-hall') ? 30 : 12),
                isNew: true,
                minimum: from,
                organisationsLeft: 3,
                peopleLeft: 5,
              }),
            ),
          ],
          { opening },
        ),
      )
    await fc.assert(
      fc.asyncProperty(opening, async (instance) => {
        const { assignment, proved } = await solved(instance)
        assert.ok(proved)
        assert.deepEqual(worthOf(instance, assignment), bruteForce(instance))
      }),
      { numRuns: 40, seed: 2022 },
    )
  })

  it('keeps every limit when it is too large to search whole, and claims no more than is so', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        const best = bruteForce(instance)
        const finding = placementBy(instance, (task) => solveModel({ ...task, isLarge: true }))
        if (best === null) return assert.rejects(finding, NoPlacement)
        const found = await finding
        const worth = worthOf(instance, found.assignment)
        assert.ok(claimHolds(found, worth, best), JSON.stringify({ worth, best, gap: found.gap }))
      }),
      { numRuns: 60, seed: 2023 },
    )
  })

  it('is the same each time, and in whatever order the requests and groups are given', async () => {
    const instance = makeInstance({ applicants: 24, groups: 4, seed: 3 })
    const steps: Progress[] = []
    const first = await bestPlacement(instance, { onProgress: (progress) => steps.push(progress) })
    assert.deepEqual(new Set(steps.map(({ stage, stages }) => `${stage} of ${stages}`)), new Set(['1 of 2', '2 of 2']))
    const chance = chanceOf(7)
    const shuffled = <T>(list: readonly T[]): readonly T[] =>
      list
        .map((each) => ({ each, at: chance() }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ each }) => each)
    const again = await bestPlacement({
      ...instance,
      applicants: shuffled(instance.applicants),
      groups: shuffled(instance.groups),
    })
    assert.deepEqual([...again.assignment].toSorted(), [...first.assignment].toSorted())
    assert.deepEqual([again.weight, again.stages], [first.weight, first.stages])
  })

  it('places one of a higher standing before any number of a lower, however far it has to go', async () => {
    const lower = ['1', '2', '3'].map((id) => applicant(id, { people: 1, priority: 0 }))
    const higher = applicant('9', { people: 3, priority: 1, at: at(90), askedAt: '2021-10-01' })
    const only = group('only', { peopleLeft: 3 })
    assert.deepEqual(await placedIn(instanceOf([...lower, higher], [only])), { 9: 'only' })
    assert.equal(Object.keys(await placedIn(instanceOf(lower, [only]))).length, 3)
  })

  it('places one more before it looks at any wish or any mile', async () => {
    const instance = instanceOf(
      [
        applicant('1', { at: at(0), wishes: ['near'], continues: ['near'] }),
        applicant('2', { at: at(1), travelLimitMiles: 5 }),
      ],
      [
        group('near', { at: at(0.5), organisationsLeft: 1 }),
        group('far', { at: at(99), organisationsLeft: 1, themeId: 'a' }),
      ],
    )
    assert.deepEqual(await placedIn(instance), { 1: 'far', 2: 'near' })
  })

  it('leaves out the last who asked when there is not room for all', async () => {
    const three = ['1', '2', '3'].map((id, n) => applicant(id, { askedAt: `2021-09-0${3 - n}` }))
    assert.deepEqual(await placedIn(instanceOf(three, [group('a', { organisationsLeft: 2 })])), { 2: 'a', 3: 'a' })
  })

  it('keeps groups even, and gives the wish and theme that are as near', async () => {
    const six = Array.from({ length: 6 }, (_, n) => applicant(`${n}`))
    const even = await placedIn(instanceOf(six, [group('a', { organisationsTaken: 2 }), group('b')]))
    assert.equal(Object.values(even).filter((id) => id === 'b').length, 4)
    const wishing = [applicant('1', { wishes: ['b'] }), applicant('2', { themeId: 'mentor' })]
    const themed = [group('a', { themeId: 'mentor', at: at(1) }), group('b', { themeId: 'curriculum', at: at(2) })]
    assert.deepEqual(await placedIn(instanceOf(wishing, themed)), { 1: 'b', 2: 'a' })
  })

  it('moves as few as it can when it is asked for again, even where that is further', async () => {
    const pair = [applicant('1', { at: at(0) }), applicant('2', { at: at(10) })]
    const two = [group('a', { at: at(0), organisationsLeft: 1 }), group('b', { at: at(10), organisationsLeft: 1 })]
    assert.deepEqual(await placedIn(instanceOf(pair, two)), { 1: 'a', 2: 'b' })
    const before = { 1: 'b', 2: 'a' }
    assert.deepEqual(await placedIn(instanceOf(pair, two, { before })), before)
  })

  it('opens a group only where that places more or saves much travel, and fills it to its size', async () => {
    const far = Array.from({ length: 7 }, (_, n) => applicant(`${n}`, { at: at(20), travelLimitMiles: 5 }))
    const there = ['1', '2'].map((n) =>
      group(`new-v-${n}`, { at: at(20), isNew: true, minimum: 6, organisationsLeft: 8 }),
    )
    const old = group('old', { at: at(0) })
    const opened = await placedIn(instanceOf(far, [old, ...there], { opening: 2 }))
    assert.deepEqual(new Set(Object.values(opened)), new Set(['new-v-1']))
    assert.deepEqual(await placedIn(instanceOf(far.slice(0, 5), [old, ...there], { opening: 2 })), {})
    assert.deepEqual(await placedIn(instanceOf(far, [old, ...there], { opening: 0 })), {})
  })

  it('needs no solver where nobody could go anywhere', async () => {
    assert.equal((await bestPlacement(instanceOf([], [group('a')]))).assignment.size, 0)
    assert.equal((await bestPlacement(instanceOf([applicant('1')], []))).assignment.size, 0)
  })

  it('says so when what was settled by hand cannot be kept, and can be called off', async () => {
    const full = group('a', { organisationsLeft: 1 })
    const pins = ['1', '2'].map((applicantId) => ({ applicantId, groupId: 'a' }))
    await assert.rejects(
      bestPlacement(instanceOf([applicant('1'), applicant('2')], [full], { pins })),
      /settled by hand/,
    )
    const calling = new AbortController()
    const running = bestPlacement(makeInstance({ applicants: 120, groups: 14, seed: 1 }), { signal: calling.signal })
    calling.abort()
    await assert.rejects(running, CalledOff)
  })

  it('is the same from a thread that has solved another, from a new one, and from two at once', async () => {
    const some = [1, 2, 3].map((seed) => makeInstance({ applicants: 20, groups: 4, seed }))
    const alone = await Promise.all(some.map(async (instance) => (await solved(instance)).assignment))
    const oneAfterAnother: Assignment[] = []
    for (const instance of some) oneAfterAnother.push((await bestPlacement(instance)).assignment)
    assert.deepEqual(oneAfterAnother, alone)
    const called = AbortSignal.abort()
    await assert.rejects(
      bestPlacement(makeInstance({ applicants: 20, groups: 4, seed: 4 }), { signal: called }),
      CalledOff,
    )
    assert.deepEqual(await Promise.all(some.map(async (each) => (await bestPlacement(each)).assignment)), alone)
  })
})

describe('the levels', () => {
  it('are joined only while one more of a level outweighs all there can be of the later ones', () => {
    const level = (size: number, row: number) => ({ columns: Array.from({ length: size }, (_, n) => n), row })
    const joined = stagesOf([level(3, 0), level(99, 1), level(20, 2)])
    assert.deepEqual(
      joined.map((stage) => stage.levels.map(({ factor }) => factor)),
      [[2100, 21, 1]],
    )
    const apart = stagesOf([level(5, 0), level(9999, 1), level(3000, 2)])
    assert.deepEqual(
      apart.map((stage) => stage.levels.map(({ factor }) => factor)),
      [[10_000, 1], [1]],
    )
  })
})

describe('first come, first served', () => {
  it('breaks no limit either, and never places more than the best placement', async () => {
    for (const seed of [1, 2, 3]) {
      const instance = makeInstance({ applicants: 24, groups: 4, seed })
      const first = firstCome(instance)
      const kinds = faultsOf(claimOf(instance, first)).filter(({ kind }) => kind !== 'put')
      assert.deepEqual(kinds, [])
      const best = await solved(instance)
      assert.ok(compareWorth(worthOf(instance, best.assignment), worthOf(instance, first)) <= 0)
    }
  })
})

describe('what the solver says', () => {
  const instance = instanceOf([applicant('1'), applicant('2')], [group('a', { organisationsLeft: 1 })])
  const modelled = modelOf(instance)
  const stage = { found: 1, bound: 1, proved: true, unit: 1 }
  const columns = (first: number, second: number) => Float64Array.from([first, second])

  it('is taken when it keeps every limit', () =>
    assert.deepEqual(
      [...readOutcome(instance, modelled, { status: 'solved', stages: [stage], values: columns(1, 0) }).assignment],
      [['1', 'a']],
    ))
  it('is taken unproved when its limit of nodes was reached', () =>
    assert.equal(
      readOutcome(instance, modelled, {
        status: 'solved',
        stages: [stage, { ...stage, proved: false }],
        values: columns(1, 0),
      }).proved,
      false,
    ))
  it('is refused when there is no placement, or none was given', () => {
    for (const status of ['infeasible', 'failed'] as const)
      assert.throws(() => readOutcome(instance, modelled, { status, stages: [], values: null }), NoPlacement)
  })
  it('is refused when it breaks a limit, whatever it calls itself', () =>
    assert.throws(
      () => readOutcome(instance, modelled, { status: 'solved', stages: [stage], values: columns(1, 1) }),
      /room for 1 more, not for 2/,
    ))
})
