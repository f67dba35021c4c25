import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { parseRule } from './rule.form.ts'
import { type Answer, answerOf, type Leaf, leavesOf, type Rule, wayTo } from './rule.ts'

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

describe('a rule of who can take part', () => {
  it('means the same when it is denied twice', () => {
    fc.assert(
      fc.property(
        rules,
        worlds,
        (rule, world) => answerOf({ not: { not: rule } }, inWorld(world)) === answerOf(rule, inWorld(world)),
      ),
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
    fc.assert(fc.property(rules, (rule) => answerOf(rule, () => 'not_yet_known') === 'not_yet_known'))
  })

  it('has a way to a yes that leads there, and none when it is there already', () => {
    fc.assert(
      fc.property(rules, worlds, (rule, world) => {
        const of = inWorld(world)
        const way = wayTo('yes', rule, {
          of,
          step: (asked, wanted) => (asked.fact === 'commitment' ? `${asked.key}=${wanted}` : null),
        })
        if (answerOf(rule, of) === 'yes') return assert.deepEqual(way, [])
        assert.ok(way === null || way.length > 0)
        const contradicts = way?.some((step) =>
          way.includes(step.endsWith('yes') ? step.replace('yes', 'no') : step.replace('no', 'yes')),
        )
        if (way === null || contradicts) return
        const taken = { ...world, ...Object.fromEntries(way.map((step) => step.split('='))) } as Record<string, Answer>
        // The same fact asked for twice, once denied, can undo another part: only ways over distinct facts must lead there.
        if (new Set(leavesOf(rule).map((each) => JSON.stringify(each))).size === leavesOf(rule).length)
          assert.equal(answerOf(rule, inWorld(taken)), 'yes')
      }),
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
    [{ fact: 'person.post', in: ['mentor'], held: true, since: 2019 }, /since/],
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
