import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Leaf, Rule } from '../criteria/index.ts'
import type { Question } from '../projects/index.ts'
import type { Lists } from './fact-kinds.ts'
import { facts } from './facts-to-choose.ts'
import { readLeaf, valuesWith } from './leaf.form.ts'
import { readTree } from './tree.form.ts'
import { emptyTree, type GroupNode, rooted, treeOf } from './tree.ts'
import { afterPressing, fieldAt, treeIn, typedTree, withTree } from './typed-tree.ts'

const other = '0190f5a0-0000-7000-8000-000000000001'
const asks = (key: string, kind: Question['kind'], label: string, words: readonly string[] = []): Question => ({
  ...{ key, kind, label, hint: null, isRequired: false },
  choices: words.map((word) => ({ key: word.slice(0, 3).toLowerCase(), label: word })),
})
const lists: Lists = {
  types: [{ value: '5', text: 'Foundation' }],
  authorities: [{ value: '307', text: 'Ealing' }],
  stages: [{ value: 'development', text: 'Development (Primary)' }],
  projects: [
    { value: 'this', text: 'This project' },
    { value: other, text: '2020/21: Years 5 to 8' },
  ],
  questions: [
    asks('classes', 'number', 'How many classes?'),
    asks('ready', 'choice', 'Are you ready?', ['Two of them', 'All']),
    asks('since', 'date', 'Since when?'),
  ],
}

const leaves: readonly Leaf[] = [
  { fact: 'organisation.kind', in: ['school', 'trust'] },
  { fact: 'organisation.type', in: ['5'] },
  { fact: 'organisation.phase', in: ['primary'] },
  { fact: 'organisation.state_funded', is: false },
  { fact: 'organisation.itt_kind', in: ['hei', 'scitt'] },
  { fact: 'organisation.itt_phases', in: ['eyts'] },
  { fact: 'organisation.status', in: ['open', 'proposed_to_close'] },
  { fact: 'organisation.area', is: 'hub' },
  { fact: 'organisation.authority', in: ['307'] },
  { fact: 'organisation.free_meals', atLeast: 27.5 },
  { fact: 'organisation.stage', stage: 'development', status: ['completed', 'withdrew'], years: [2018, 2020] },
  { fact: 'organisation.project', project: 'this', years: 'before' },
  { fact: 'person.post', in: ['mentor', 'itt_tutor'], held: true },
  { fact: 'person.post', in: ['mentor'], held: true, since: { months: 18 }, every: true },
  { fact: 'person.post', in: ['mentor'], held: true, since: { on: '2020-09-01' } },
  { fact: 'person.experience', years: 3, every: true },
  { fact: 'person.stage', stage: 'development', status: ['completed'], years: 'ever' },
  { fact: 'person.project', project: other, years: 'same' },
  { fact: 'commitment', key: 'full_year', declared: true },
  { fact: 'commitment', key: 'a_term_of_lessons', declared: true },
  { fact: 'answer', key: 'classes' },
  { fact: 'answer', key: 'classes', atLeast: 2, atMost: 4 },
  { fact: 'answer', key: 'ready', in: ['two', 'all'] },
  { fact: 'answer', key: 'since', notAfter: '2021-12-31' },
]

const rules = fc.letrec<{ rule: Rule }>((tie) => {
  const parts = fc.array(tie('rule'), { minLength: 1, maxLength: 3 })
  return {
    rule: fc.oneof(
      { depthSize: 'xsmall', maxDepth: 3 },
      fc.constantFrom(...leaves),
      parts.map((all) => ({ all })),
      parts.map((any) => ({ any })),
      tie('rule').map((not) => ({ not })),
      fc.tuple(parts, fc.nat(2)).map(([of, n]) => ({ atLeast: 1 + (n % of.length), of })),
    ),
  }
}).rule

// What a rule means, whatever its shape: answered for every fact by a set of those that are met.
const holdsIn = (rule: Rule, met: ReadonlySet<string>): boolean => {
  if ('fact' in rule) return met.has(JSON.stringify(rule))
  if ('not' in rule) return !holdsIn(rule.not, met)
  if ('all' in rule) return rule.all.every((part) => holdsIn(part, met))
  if ('any' in rule) return rule.any.some((part) => holdsIn(part, met))
  return rule.of.filter((part) => holdsIn(part, met)).length >= rule.atLeast
}

const shown = (rule: Rule): GroupNode => rooted(treeOf(rule, valuesWith(lists)))

describe('a rule that is composed', () => {
  it('offers every fact, and reads each back as it was kept', () => {
    assert.deepEqual(new Set(leaves.map(({ fact }) => fact)), new Set(Object.keys(facts)))
    for (const leaf of leaves)
      assert.deepEqual(readLeaf({ fact: leaf.fact, isNot: false, values: valuesWith(lists)(leaf) }, lists), { leaf })
  })

  it('means after a form what it meant before', () => {
    fc.assert(
      fc.property(rules, fc.subarray([...leaves]), (rule, met) => {
        const tree = treeIn(typedTree(shown(rule)))
        const read = readTree(tree, lists)
        assert.ok('rule' in read, JSON.stringify(read))
        const facts = new Set(met.map((leaf) => JSON.stringify(leaf)))
        assert.equal(holdsIn(read.rule, facts), holdsIn(rule, facts))
      }),
      { numRuns: 80 },
    )
  })

  const press = (tree: GroupNode, button: string, more: Record<string, string> = {}) =>
    afterPressing(button, { ...typedTree(tree), ...more }) ?? assert.fail(button)

  it('is built with buttons: facts, groups in groups, moved and removed; other fields of the form stay', () => {
    let tree = press(emptyTree, 'fact:0', { [fieldAt([], 'new')]: 'organisation.area' })
    tree = press(tree, 'group:0')
    tree = press(tree, 'fact:0-1', { [fieldAt([1], 'new')]: 'person.experience' })
    assert.deepEqual(
      tree.parts.map((part) => ('parts' in part ? part.parts.length : part.fact)),
      ['organisation.area', 1],
    )
    tree = press(tree, 'up:0-1')
    assert.ok('parts' in (tree.parts[0] ?? {}))
    tree = press(tree, 'remove:0-0')
    assert.equal(tree.parts.length, 1)
    assert.equal(withTree({ sentence: 'Kept.', 't-0-9-fact': 'gone' }, tree)['sentence'], 'Kept.')
    assert.equal(withTree({ 't-0-9-fact': 'gone' }, tree)['t-0-9-fact'], undefined)
    assert.equal(afterPressing('save', {}), null)
    assert.deepEqual(press(tree, 'fact:0', { [fieldAt([], 'new')]: 'toString' }), tree)
    assert.deepEqual(press(tree, 'remove:0-7-3'), tree)
  })

  const wrong: readonly (readonly [string, Record<string, string | readonly string[]>, RegExp])[] = [
    ['person.post', { in: [], every: 'some' }, /choose at least one/],
    ['person.post', { in: ['prospective_subject_lead'], every: 'some' }, /choose from the list/],
    ['person.post', { in: ['mentor'], months: '6', on: '1 May 2021', every: 'some' }, /not both/],
    ['person.post', { in: ['mentor'], on: '31 June 2021', every: 'some' }, /enter a day such as/],
    ['person.experience', { years: '', every: 'some' }, /enter a number of years/],
    ['person.experience', { years: 'three', every: 'some' }, /enter a number from 0 to 60/],
    ['organisation.free_meals', { atLeast: '' }, /enter a number from 0 to 100/],
    [
      'organisation.stage',
      { stage: 'development', status: 'completed', years: 'given', given: 'soon' },
      /such as 2019\/20/,
    ],
    ['organisation.stage', { stage: 'gone', status: 'completed', years: 'ever' }, /choose from the list/],
    ['commitment', { words: '' }, /enter what they agree to/],
    ['answer', { key: 'classes', in: 'Two', atLeast: '2' }, /not several of them/],
    ['answer', { key: 'classes', in: 'Two' }, /is answered by a number/],
    ['answer', { key: 'classes', atLeast: '5', atMost: '2' }, /turn the two round/],
    [
      'answer',
      { key: 'ready', in: 'Perhaps' },
      /“Perhaps” is none of the answers to “Are you ready\?”: Two of them or All/,
    ],
    ['answer', { key: 'since', notBefore: '1 May 2022', notAfter: '1 May 2021' }, /turn the two round/],
    ['answer', { key: 'since', atLeast: '3' }, /is answered by a day/],
  ]
  for (const [fact, values, message] of wrong)
    it(`says what is wrong with ${fact} ${JSON.stringify(values)}`, () => {
      const typed = Object.fromEntries(Object.entries(values).map(([name, value]) => [fieldAt([0], name), value]))
      const read = readTree(treeIn({ [fieldAt([], 'how')]: 'all', [fieldAt([0], 'fact')]: fact, ...typed }), lists)
      assert.ok('errors' in read)
      assert.match(read.errors.map((error) => error.message).join(), message)
    })

  it('says that an empty group, and a count out of range, are to be put right', () => {
    const errors = (tree: GroupNode) => {
      const read = readTree(tree, lists)
      return 'errors' in read ? read.errors.map(({ field }) => field) : []
    }
    assert.deepEqual(errors(emptyTree), ['t-0-new'])
    const two = shown({ all: [leaves[0] as Leaf, leaves[1] as Leaf] })
    assert.deepEqual(errors({ ...two, how: 'at_least', count: '3' }), ['t-0-count'])
    assert.deepEqual(errors({ ...two, how: 'fewer', count: '2' }), [])
  })
})
