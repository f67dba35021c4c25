import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  type Applicant,
  type Assignment,
  checkPlacement,
  type GroupToFill,
  type Instance,
  weightOf,
} from './instance.ts'
import { reasonForNone, reasonForPlace, refusalOfChoice } from './reason.ts'
import { solveModel } from './solver/highs.ts'
import { modelText } from './solver/model.ts'
import { bestPlacement, mostNodes, NoPlacement, readOutcome } from './solver/solve.ts'

const mile = 1609.344
const at = (x: number, y = 0) => ({ easting: 500_000 + x * mile, northing: 180_000 + y * mile })
const applicant = (id: string, values: Partial<Applicant> = {}): Applicant => ({
  id,
  people: 2,
  at: at(0),
  travelLimitMiles: null,
  themeId: null,
  groupPreferenceId: null,
  ...values,
})
const group = (id: string, values: Partial<GroupToFill> = {}): GroupToFill => ({
  id,
  name: id,
  at: at(0),
  themeId: null,
  organisationsTaken: 0,
  organisationsLeft: 8,
  peopleLeft: 16,
  ...values,
})

/** Every assignment there is, tried out: the standard the solver is held to. */
const bruteForce = (instance: Instance): number => {
  const choices = [null, ...instance.groups.map((each) => each.id)]
  let best = Number.POSITIVE_INFINITY
  const attempt = (assignment: Assignment): void => {
    if (assignment.length === instance.applicants.length) {
      if (checkPlacement(instance, assignment).length === 0) best = Math.min(best, weightOf(instance, assignment))
      return
    }
    for (const choice of choices) attempt([...assignment, choice])
  }
  attempt([])
  return best
}

const point = fc.option(
  fc.record({
    easting: fc.integer({ min: 500_000, max: 560_000 }),
    northing: fc.integer({ min: 160_000, max: 200_000 }),
  }),
  { freq: 8 },
)
const ids = ['north', 'south', 'east']
const instances: fc.Arbitrary<Instance> = fc.record({
  applicants: fc
    .array(
      fc.record({
        people: fc.integer({ min: 1, max: 3 }),
        at: point,
        travelLimitMiles: fc.option(fc.integer({ min: 1, max: 30 })),
        themeId: fc.option(fc.constantFrom('a', 'b')),
        groupPreferenceId: fc.option(fc.constantFrom(...ids)),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((list) => list.map((each, n) => ({ ...each, id: `school-${n}` }))),
  groups: fc
    .array(
      fc.record({
        at: point,
        themeId: fc.option(fc.constantFrom('a', 'b')),
        organisationsTaken: fc.integer({ min: 0, max: 6 }),
        organisationsLeft: fc.integer({ min: 0, max: 3 }),
        peopleLeft: fc.integer({ min: 0, max: 6 }),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((list) => list.map((each, n) => ({ ...each, id: ids[n] ?? '', name: ids[n] ?? '' }))),
})

describe('the best placement', () => {
  it('weighs as little as the best of all placements there are', async () => {
    await fc.assert(
      fc.asyncProperty(instances, async (instance) => {
        const { assignment, weight, proved } = readOutcome(
          instance,
          await solveModel({ model: modelText(instance), mostNodes }),
        )
        assert.deepEqual(checkPlacement(instance, assignment), [])
        assert.ok(proved)
        assert.equal(weight, bruteForce(instance))
      }),
      { numRuns: 120, seed: 2021 },
    )
  })

  it('is the same each time it is asked for', async () => {
    const instance = {
      applicants: Array.from({ length: 30 }, (_, n) => applicant(`${n}`, { at: at(n % 7, n % 5) })),
      groups: [
        group('a', { at: at(1, 1) }),
        group('b', { at: at(5, 3) }),
        group('c', { at: at(3, 0), organisationsLeft: 6 }),
      ],
    }
    const [first, second] = [await bestPlacement(instance), await bestPlacement(instance)]
    assert.deepEqual(first, second)
    assert.equal(first.assignment.filter((id) => id !== null).length, 22)
  })

  it('leaves out the last in order when there is not room for all', async () => {
    const instance = {
      applicants: ['1', '2', '3'].map((id) => applicant(id)),
      groups: [group('a', { organisationsLeft: 2 })],
    }
    assert.deepEqual((await bestPlacement(instance)).assignment, ['a', 'a', null])
  })

  it('places two rather than one of them nearer', async () => {
    const instance = {
      applicants: [applicant('1', { at: at(0) }), applicant('2', { at: at(1), travelLimitMiles: 5 })],
      groups: [
        group('near', { at: at(0.5), organisationsLeft: 1 }),
        group('far', { at: at(40), organisationsLeft: 1 }),
      ],
    }
    assert.deepEqual((await bestPlacement(instance)).assignment, ['far', 'near'])
  })

  it('keeps groups even where distance does not matter', async () => {
    const { assignment } = await bestPlacement({
      applicants: Array.from({ length: 6 }, (_, n) => applicant(`${n}`)),
      groups: [group('a', { organisationsTaken: 2 }), group('b')],
    })
    assert.equal(assignment.filter((id) => id === 'b').length, 4)
  })

  it('gives the group and theme asked for when they are as good as near', async () => {
    const instance = {
      applicants: [applicant('1', { groupPreferenceId: 'b' }), applicant('2', { themeId: 'mentor' })],
      groups: [group('a', { themeId: 'mentor', at: at(1) }), group('b', { themeId: 'curriculum', at: at(2) })],
    }
    assert.deepEqual((await bestPlacement(instance)).assignment, ['b', 'a'])
  })

  it('needs no solver where there is nothing to place, and leaves all out where there is no group', async () => {
    assert.deepEqual((await bestPlacement({ applicants: [], groups: [group('a')] })).assignment, [])
    assert.deepEqual((await bestPlacement({ applicants: [applicant('1')], groups: [] })).assignment, [null])
  })

  it('proves the optimum for 120 schools in 14 groups', async () => {
    const applicants = Array.from({ length: 120 }, (_, n) =>
      applicant(`${n}`, {
        at: at((n * 37) % 41, (n * 53) % 29),
        travelLimitMiles: n % 3 === 0 ? 12 : null,
        people: 1 + (n % 2),
      }),
    )
    const groups = Array.from({ length: 14 }, (_, n) =>
      group(`${n}`, { at: at((n * 11) % 41, (n * 7) % 29), organisationsLeft: 8, peopleLeft: 13 }),
    )
    const { proved, assignment } = await bestPlacement({ applicants, groups })
    assert.ok(proved)
    assert.ok(assignment.filter(Boolean).length >= 105)
  })
})

describe('what the solver says', () => {
  const instance = { applicants: [applicant('1'), applicant('2')], groups: [group('a', { organisationsLeft: 1 })] }
  const values = { x0_0: 1, x1_0: 0, u0: 0, u1: 1 }

  it('is taken when it is optimal and keeps the rules', () =>
    assert.deepEqual(readOutcome(instance, { status: 'Optimal', values }).assignment, ['a', null]))
  it('is taken unproved when a limit was reached', () =>
    assert.equal(readOutcome(instance, { status: 'Solution limit reached', values }).proved, false))
  for (const status of ['Empty', 'Infeasible', 'Unbounded', 'Solve error', 'Load error'])
    it(`is refused when it is ${status}`, () =>
      assert.throws(() => readOutcome(instance, { status, values }), NoPlacement))
  it('is refused when a limit was reached with no result', () =>
    assert.throws(() => readOutcome(instance, { status: 'Time limit reached', values: {} }), NoPlacement))
  it('is refused when it breaks a rule, whatever it calls itself', () =>
    assert.throws(
      () => readOutcome(instance, { status: 'Optimal', values: { ...values, x1_0: 1, u1: 0 } }),
      /room for 1 more, not for 2/,
    ))
})

describe('the checker', () => {
  const instance = {
    applicants: [applicant('1', { travelLimitMiles: 5, at: at(10) }), applicant('2')],
    groups: [group('a', { organisationsLeft: 1, peopleLeft: 3 })],
  }
  const cases: [string, Assignment, RegExp | null][] = [
    ['finds nothing wrong with what fits', [null, 'a'], null],
    ['finds too many organisations and people', ['a', 'a'], /room for 1 more, not for 2/],
    ['finds a travel limit that is not kept', ['a', null], /beyond the travel limit/],
    ['finds a group that is not there', [null, 'z'], /not there/],
    ['finds results that are missing', [null], /1 results for 2/],
  ]
  for (const [name, assignment, fault] of cases)
    it(name, () => {
      const faults = checkPlacement(instance, assignment)
      if (fault) assert.match(faults.join(' '), fault)
      else assert.deepEqual(faults, [])
    })
})

describe('the reason for each result', () => {
  const [near, far] = [group('West', { at: at(2.3), organisationsLeft: 1 }), group('East', { at: at(6) })]
  const one = applicant('1', { travelLimitMiles: 10 })
  const instance = { applicants: [one, applicant('2')], groups: [near, far] }
  it('is the nearest group', () =>
    assert.equal(reasonForPlace(instance, ['West', null], one, near), 'Nearest group, 2.3 miles'))
  it('is the nearest with room, and which is nearer but full', () =>
    assert.equal(
      reasonForPlace(instance, ['East', 'West'], one, far),
      'Nearest group with room, 6 miles; West is nearer but full',
    ))
  it('is the group asked for', () =>
    assert.equal(
      reasonForPlace(
        { ...instance, applicants: [applicant('1', { groupPreferenceId: 'East' })] },
        ['East'],
        applicant('1', { groupPreferenceId: 'East' }),
        far,
      ),
      'The group it asked for, 6 miles',
    ))
  it('is no group within the travel limit', () =>
    assert.equal(
      reasonForNone(
        { ...instance, applicants: [applicant('1', { travelLimitMiles: 2 })] },
        [null],
        applicant('1', { travelLimitMiles: 2 }),
      ),
      'No group within its travel limit of 2 miles; the nearest is 2.3 miles away',
    ))
  it('is no room', () =>
    assert.equal(
      reasonForNone({ applicants: [one, one], groups: [near] }, ['West', null], one),
      'No room within its travel limit: West is full',
    ))
  it('says why a choice by hand cannot be', () => {
    assert.match(refusalOfChoice(instance, ['West', null], 1, 'West') ?? '', /no room left in this proposal/)
    assert.match(
      refusalOfChoice({ ...instance, applicants: [applicant('1', { travelLimitMiles: 5 })] }, [null], 0, 'East') ?? '',
      /6 miles away, beyond the travel limit of 5 miles/,
    )
    assert.equal(refusalOfChoice(instance, ['West', null], 1, 'East'), null)
  })
})

describe('the model', () => {
  it('has no row for a group nobody can go to', () =>
    assert.doesNotMatch(
      modelText({ applicants: [applicant('1', { people: 3 })], groups: [group('a', { peopleLeft: 2 })] }),
      /room0/,
    ))
})
