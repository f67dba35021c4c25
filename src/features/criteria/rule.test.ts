import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseRule } from './rule.form.ts'
import { type Answer, answerOf, type Leaf, leavesOf, openLeaves, type Rule } from './rule.ts'
import { type Step, wayToYes } from './way.ts'

const answers: readonly Answer[] = ['yes', 'no', 'not_yet_known']
const leaf = (key: string): Leaf => ({ fact: 'commitment', key, declared: true })
const keys = ['a', 'b', 'c', 'd'] as const

const rules = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...keys).map(leaf),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('rule'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('rule').map((not) => ({ not })),
    fc
      .tuple(fc.array(tie('rule'), { minLength: 1, maxLength: 3 }), fc.nat(2))
      .map(([of, n]) => ({ atLeast: 1 + (n % of.length), of })),
  ),
})).rule

const worlds = fc.record(Object.fromEntries(keys.map((key) => [key, fc.constantFrom(...answers)])))
const inWorld = (world: Record<string, Answer>) => (asked: Leaf) =>
  (asked.fact === 'commitment' ? world[asked.key] : undefined) ?? 'not_yet_known'

const keyOf = (asked: Leaf): (typeof keys)[number] =>
  keys.find((key) => asked.fact === 'commitment' && asked.key === key) ?? 'a'
const isReadOnce = (rule: Rule) => new Set(leavesOf(rule).map(keyOf)).size === leavesOf(rule).length

type Told = Readonly<Record<string, 'yes' | 'no'>>

/** Every way in which what is open may turn out. */
const turningOut = (world: Record<string, Answer>): readonly Told[] =>
  keys.reduce<readonly Told[]>(
    (all, key) =>
      all.flatMap((told): readonly Told[] => {
        const answer = world[key] ?? 'not_yet_known'
        return answer === 'not_yet_known'
          ? [
              { ...told, [key]: 'yes' },
              { ...told, [key]: 'no' },
            ]
          : [{ ...told, [key]: answer }]
      }),
    [{}],
  )

/** The same language, read a second time in the plainest way: of two values, with nothing open. */
const holdsIn = (rule: Rule, told: Told): boolean => {
  if ('fact' in rule) return told[keyOf(rule)] === 'yes'
  if ('not' in rule) return !holdsIn(rule.not, told)
  if ('all' in rule) return rule.all.every((part) => holdsIn(part, told))
  if ('any' in rule) return rule.any.some((part) => holdsIn(part, told))
  return rule.of.filter((part) => holdsIn(part, told)).length >= rule.atLeast
}

/** Everything that somebody could change who can change these facts. */
const everyChange = (changeable: readonly string[], world: Record<string, Answer>): readonly (readonly string[])[] =>
  changeable.reduce<readonly (readonly string[])[]>(
    (all, key) =>
      all.flatMap((steps) => [
        steps,
        ...(['yes', 'no'] as const).filter((to) => world[key] !== to).map((to) => [...steps, `${key}=${to}`]),
      ]),
    [[]],
  )

describe('a rule of who can take part', () => {
  it('means the same when it is denied twice', () => {
    fc.assert(
      fc.property(
        rules,
        worlds,
        (rule, world) => answerOf({ not: { not: rule } }, inWorld(world)) === answerOf(rule, inWorld(world)),
      ),
      { numRuns: 40 },
    )
  })

  it('follows De Morgan', () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), worlds, (parts, world) => {
        const denied = parts.map((part) => ({ not: part }))
        assert.equal(answerOf({ not: { all: parts } }, inWorld(world)), answerOf({ any: denied }, inWorld(world)))
        assert.equal(answerOf({ not: { any: parts } }, inWorld(world)), answerOf({ all: denied }, inWorld(world)))
      }),
    )
  })

  it('asks for at least one as it asks for any, and for as many as there are as it asks for all', () => {
    fc.assert(
      fc.property(fc.array(rules, { minLength: 1, maxLength: 4 }), worlds, (of, world) => {
        assert.equal(answerOf({ atLeast: 1, of }, inWorld(world)), answerOf({ any: of }, inWorld(world)))
        assert.equal(answerOf({ atLeast: of.length, of }, inWorld(world)), answerOf({ all: of }, inWorld(world)))
      }),
    )
  })

  it('keeps its answer whatever the unknown turns out to be: unknown never becomes yes or no without being told', () => {
    fc.assert(
      fc.property(rules, worlds, worlds, (rule, world, told) => {
        const answer = answerOf(rule, inWorld(world))
        const later = Object.fromEntries(
          keys.map((key) => [key, world[key] === 'not_yet_known' ? told[key] : world[key]]),
        ) as Record<string, Answer>
        if (answer !== 'not_yet_known') assert.equal(answerOf(rule, inWorld(later)), answer)
      }),
    )
  })

  it('is not yet known when nothing is', () => {
    fc.assert(
      fc.property(rules, (rule) => answerOf(rule, () => 'not_yet_known') === 'not_yet_known'),
      { numRuns: 40 },
    )
  })

  it('answers as somebody would who tries out everything that may turn out', () => {
    fc.assert(
      fc.property(rules, worlds, (rule, world) => {
        const possible = new Set(turningOut(world).map((told) => holdsIn(rule, told)))
        const answer = answerOf(rule, inWorld(world))
        if (answer !== 'not_yet_known') assert.deepEqual([...possible], [answer === 'yes'])
        // Where no fact is asked for twice the answer is open only while both may still come about.
        else if (isReadOnce(rule)) assert.equal(possible.size, 2)
      }),
      { numRuns: 150 },
    )
  })

  it('waits only for facts that can still turn it', () => {
    fc.assert(
      fc.property(rules, worlds, (rule, world) => {
        const open = openLeaves(rule, inWorld(world)).map(keyOf)
        assert.equal(open.length > 0, answerOf(rule, inWorld(world)) === 'not_yet_known')
        if (!isReadOnce(rule)) return
        for (const key of keys) {
          const isPivotal = turningOut(world).some(
            (told) => holdsIn(rule, { ...told, [key]: 'yes' }) !== holdsIn(rule, { ...told, [key]: 'no' }),
          )
          assert.equal(open.includes(key), world[key] === 'not_yet_known' && isPivotal)
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has a shortest way to a yes that leads there, and none only where nothing does', () => {
    fc.assert(
      fc.property(rules, worlds, fc.subarray([...keys]), (rule, world, changeable) => {
        const of = inWorld(world)
        const step: Step = (asked, wanted) => (changeable.includes(keyOf(asked)) ? `${keyOf(asked)}=${wanted}` : null)
        const way = wayToYes(rule, { of, step })
        const isYesAfter = (steps: readonly string[]) =>
          answerOf(rule, inWorld({ ...world, ...Object.fromEntries(steps.map((each) => each.split('='))) })) === 'yes'
        const lengths = everyChange(changeable, world)
          .filter(isYesAfter)
          .map(({ length }) => length)
        assert.equal(way?.length ?? null, lengths.length === 0 ? null : Math.min(...lengths))
        if (way) assert.ok(isYesAfter(way))
      }),
      { numRuns: 150 },
    )
  })

  it('is read back as it was kept', () => {
    fc.assert(
      fc.property(rules, (rule) => assert.deepEqual(parseRule(JSON.parse(JSON.stringify(rule))), { ok: true, rule })),
    )
  })
})

describe('a rule that cannot be read', () => {
  const bad: readonly (readonly [unknown, RegExp])[] = [
    [{ fact: 'organisation.ofsted', is: 'good' }, /“organisation\.ofsted” is not known/],
    [{ all: [{ not: { fact: 'person.shoe_size' } }] }, /“person\.shoe_size” is not known/],
    [{ fact: 'toString' }, /“toString” is not known/],
    [{ fact: 'person.post', in: ['astronaut'], held: true }, /in\.0/],
    [{ fact: 'person.post', in: ['mentor'], held: true, since: 2019 }, /since: says on a day/],
    [{ fact: 'person.post', in: ['mentor'], held: true, since: { on: '2021-02-30' } }, /since/],
    [{ fact: 'person.experience', years: -1 }, /years/],
    [{ fact: 'organisation.free_meals', atLeast: 120 }, /atLeast/],
    [{ fact: 'organisation.type', in: ['academy'] }, /is a code of the register/],
    [{ fact: 'organisation.stage', stage: 'x', status: ['never'], years: 'before' }, /status\.0/],
    [
      { fact: 'organisation.stage', stage: 'x', status: ['completed'], years: 'soon' },
      /years: says before, same, ever/,
    ],
    [{ fact: 'organisation.project', project: 'NCP21-11', years: 'ever' }, /project: is this or the id/],
    [{ fact: 'answer', key: 'classes', atLeast: 2, in: ['two'] }, /not by several/],
    [{ fact: 'answer', key: 'classes', atLeast: 'two' }, /atLeast/],
    [{ all: [] }, /all/],
    [{ atLeast: 3, of: [leaf('a')] }, /more than it lists/],
    [{ every: [] }, /all, any, not, atLeast or one fact/],
    ['yes', /is an object/],
    [null, /is an object/],
  ]
  for (const [value, message] of bad)
    it(`says what is wrong with ${JSON.stringify(value)}`, () => {
      const parsed = parseRule(value)
      assert.ok(!parsed.ok)
      assert.match(parsed.message, message)
    })
})
