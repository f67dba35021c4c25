import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { academicYear } from '../../vocabulary/academic-year.ts'
import type { PostKind } from '../../vocabulary/posts.ts'
import { type Criterion, rulesOn } from './criterion.ts'
import { findingOf } from './finding.ts'
import { type KnownFacts, nothingKnown, type PersonStated } from './known-facts.ts'
import { type Leaf, leafKey } from './leaf.ts'
import { answerOf, leavesOf, type Rule } from './rule.ts'
import { senseOf } from './sense.ts'
import { stepsFor } from './steps.ts'
import { verdictsOn } from './verdict.ts'
import { movesToYes } from './way.ts'

const post = (...kinds: readonly PostKind[]): Leaf => ({ fact: 'person.post', in: kinds, held: true })
const everyPost = (...kinds: readonly PostKind[]): Leaf => ({ fact: 'person.post', in: kinds, held: true, every: true })
const taught = (years: number): Leaf => ({ fact: 'person.experience', years })
const kind = (name: string): Leaf => ({ fact: 'organisation.kind', in: [name] })
const phase = (...names: readonly ('primary' | 'secondary')[]): Leaf => ({ fact: 'organisation.phase', in: names })
const meals = (atLeast: number): Leaf => ({ fact: 'organisation.free_meals', atLeast })
const agrees = (key: string): Leaf => ({ fact: 'commitment', key, declared: true })
const classes = (test: { atLeast?: number; atMost?: number }): Leaf => ({ fact: 'answer', key: 'classes', ...test })
const stage = (status: 'completed' | 'in_progress', years: 'before' | 'same' | 'ever'): Leaf => ({
  fact: 'organisation.stage',
  stage: 'development',
  status: [status],
  years,
})

describe('the sense of a rule', () => {
  const senses: readonly (readonly [Rule, ReturnType<typeof senseOf>])[] = [
    [{ all: [kind('school'), kind('trust')] }, 'never'],
    [{ all: [phase('primary'), phase('secondary')] }, null],
    [{ any: [phase('primary', 'secondary'), { not: phase('primary') }] }, 'always'],
    [{ any: [phase('primary'), { not: phase('primary', 'secondary') }] }, null],
    [{ all: [taught(5), { not: taught(3) }] }, 'never'],
    [{ all: [taught(3), { not: taught(5) }] }, null],
    [{ not: { atLeast: 2, of: [kind('school'), kind('trust'), kind('authority')] } }, 'always'],
    [{ not: { atLeast: 2, of: [phase('primary'), kind('trust')] } }, null],
    [{ all: [post('mentor'), everyPost('head_of_department')] }, 'never'],
    [{ all: [post('mentor'), post('head_of_department')] }, null],
    [{ all: [classes({ atLeast: 5 }), classes({ atMost: 4 })] }, 'never'],
    [{ all: [classes({ atLeast: 4 }), classes({ atMost: 4 })] }, null],
    [{ all: [stage('completed', 'before'), { not: stage('completed', 'ever') }] }, 'never'],
    [{ all: [stage('completed', 'before'), { not: stage('completed', 'same') }] }, null],
    [{ all: [meals(30), { not: meals(20) }] }, 'never'],
    [meals(0), 'always'],
    [{ all: [agrees('a'), { not: agrees('a') }] }, 'never'],
  ]
  for (const [rule, sense] of senses)
    it(`of ${JSON.stringify(rule)} is ${sense ?? 'open'}`, () => assert.equal(senseOf(rule), sense))
})

describe('rules that are widened', () => {
  const rule = (id: string, values: Partial<Criterion>): Criterion => ({
    ...{ id, themeId: null, strength: 'required', sentence: `Rule ${id}.`, rule: agrees(id) },
    ...values,
  })
  const mentor = { kind: 'theme', name: 'Mentor' } as const
  const hub = { kind: 'hub', name: 'North Hub' } as const
  const all = [
    rule('a', {}),
    rule('b', { themeId: 't', widens: 'a', of: mentor }),
    rule('c', { themeId: 't', of: mentor }),
    rule('d', { widens: 'a', of: hub }),
    rule('e', { of: hub, strength: 'priority' }),
    rule('f', { widens: 'gone', of: hub }),
  ]

  it('are met by whoever meets either, for the theme and at the hub, and say whose they are', () => {
    assert.deepEqual(
      rulesOn(all, 't').map(({ id, whose, sentence }) => [id, whose, sentence]),
      [
        [
          'a',
          'A rule of the project, widened by the theme Mentor and North Hub',
          'Rule a. Or, by the theme Mentor: rule b. Or, by North Hub: rule d.',
        ],
        ['c', 'A rule of the theme Mentor', 'Rule c.'],
        ['e', 'A rule of North Hub', 'Rule e.'],
      ],
    )
    assert.deepEqual(rulesOn(all, null)[0]?.rule, { any: [agrees('a'), agrees('d')] })
    assert.deepEqual(
      rulesOn(all.slice(0, 3), null).map(({ id, whose }) => [id, whose]),
      [['a', undefined]],
    )
  })

  it('answer as the rule itself or one of those that widen it: no widening makes a yes a no', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'd']), (agreed) => {
        const known = { ...facts([], agreed), commitments: agreed }
        const widened = verdictsOn(all, 't', known)[0]
        assert.equal(widened?.answer, agreed.length > 0 ? 'yes' : 'no')
      }),
      { numRuns: 20 },
    )
  })
})

const facts = (people: readonly PersonStated[] | null, commitments: readonly string[] | null): KnownFacts => ({
  ...nothingKnown,
  people,
  commitments,
  organisation: {
    ...{ name: 'Tamsel Park', kind: 'school', phases: ['secondary'], stateFunded: true, ittKind: null, ittPhases: [] },
    ...{ status: 'open', closedOn: null, successor: null },
  },
  projectId: 'p',
  year: academicYear(2021),
  today: Temporal.PlainDate.from('2021-10-18'),
})

describe('the shortest way to a yes, carried out', () => {
  const leaves = [
    post('mentor'),
    post('head_of_department'),
    post('mentor', 'head_of_department'),
    everyPost('mentor'),
    taught(3),
    taught(8),
    agrees('full_year'),
    phase('secondary'),
    phase('primary'),
  ]
  const rules: fc.Arbitrary<Rule> = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { depthSize: 'small', maxDepth: 2 },
      fc.constantFrom<Rule>(...leaves),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('rule').map((not) => ({ not })),
      fc.array(tie('rule'), { minLength: 2, maxLength: 3 }).map((of) => ({ atLeast: 2, of })),
    ),
  })).rule
  const kinds = ['mentor', 'head_of_department', 'class_teacher'] as const
  const everybody = kinds.flatMap((each) =>
    [1, 5, 9].map((teachingYears): PersonStated => ({ post: each, held: true, teachingYears })),
  )
  const groups = [
    [],
    ...everybody.map((one) => [one]),
    ...everybody.flatMap((one, at) => everybody.slice(at + 1).map((other) => [one, other])),
    ...everybody.flatMap((one, at) =>
      everybody.slice(at + 1).flatMap((two, next) => everybody.slice(at + next + 2).map((three) => [one, two, three])),
    ),
  ]
  const told = [...groups.flatMap((people) => [[], ['full_year']].map((agreed) => facts(people, agreed)))]

  it('leads there: some facts are as each step says, all that no step touches is as it was, and the answer is yes', () => {
    const start = fc.record({
      people: fc.constantFrom<readonly PersonStated[] | null>(null, ...groups.slice(0, 12)),
      commitments: fc.constantFrom<readonly string[] | null>(null, [], ['full_year']),
    })
    let led = 0
    fc.assert(
      fc.property(rules, start, (rule, { people, commitments }) => {
        const before = facts(people, commitments)
        const of = (leaf: Leaf) => findingOf(leaf, before).answer
        const moves = movesToYes(rule, { of, step: stepsFor(before) })
        if (moves === null) return
        led += 1
        const touchesPeople = moves.some(({ leaf }) => leaf.fact.startsWith('person.'))
        const carriedOut = told.some((after) => {
          const now = {
            ...before,
            ...(touchesPeople ? { people: after.people } : {}),
            ...(moves.some(({ leaf }) => leaf.fact === 'commitment') ? { commitments: after.commitments } : {}),
          }
          const then = (leaf: Leaf) => findingOf(leaf, now).answer
          return moves.every(({ leaf, wanted }) => then(leaf) === wanted) && answerOf(rule, then) === 'yes'
        })
        assert.ok(carriedOut, JSON.stringify(moves.map(({ leaf, wanted }) => [leafKey(leaf), wanted])))
      }),
      { numRuns: 150 },
    )
    assert.ok(led > 30)
    assert.equal(leavesOf({ all: leaves }).length, leaves.length)
  })
})
