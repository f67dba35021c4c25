import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type KnownFacts, nothingKnown } from './known-facts.ts'
import type { Leaf } from './leaf.ts'
import { nextQuestion } from './questions.ts'
import type { Rule } from './rule.ts'
import { saidIn } from './said.form.ts'
import { type Criterion, inSum, verdictsOn } from './verdict.ts'

const today = Temporal.PlainDate.from('2021-10-18')
const base: KnownFacts = {
  ...nothingKnown,
  organisation: {
    name: 'Alder School',
    kind: 'school',
    phases: [],
    stateFunded: null,
    ittKind: null,
    ittPhases: [],
    status: 'open',
    closedOn: null,
    successor: null,
  },
  projectId: 'this-project',
  year: 2021,
  today,
}
const told = (answers: Readonly<Record<string, string>>): KnownFacts => ({
  ...base,
  ...saidIn(new URLSearchParams(answers), today),
})
const criteria = (...rules: readonly Rule[]): readonly Criterion[] =>
  rules.map((rule, at) => ({ id: `${at}`, themeId: null, strength: 'required', sentence: `Rule ${at}.`, rule }))
const sumOf = (rules: readonly Criterion[], known: KnownFacts) => inSum(verdictsOn(rules, null, known)).answer

const keys = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const commits = (key: string): Leaf => ({ fact: 'commitment', key, declared: true })

// Rules that ask for each fact once: of a list of keys, some together, some denied.
const readOnce = (left: readonly string[]): fc.Arbitrary<Rule> =>
  left.length === 1
    ? fc.boolean().map((isNot) => (isNot ? { not: commits(left[0] ?? '') } : commits(left[0] ?? '')))
    : fc.integer({ min: 1, max: left.length - 1 }).chain((at) =>
        fc
          .tuple(readOnce(left.slice(0, at)), readOnce(left.slice(at)), fc.constantFrom('all', 'any', 'one'))
          .map(([one, other, how]): Rule => {
            if (how === 'all') return { all: [one, other] }
            return how === 'any' ? { any: [one, other] } : { atLeast: 1, of: [one, other] }
          }),
      )
const rules = fc.tuple(readOnce(keys.slice(0, 3)), readOnce(keys.slice(3))).map((each) => criteria(...each))
const answers = fc.dictionary(
  fc.constantFrom(...keys).map((key) => `commitment.${key}`),
  fc.constantFrom('yes', 'no'),
  { maxKeys: 4 },
)

/** What somebody has said once they have answered question by question, as long as one is asked. */
const interviewed = (asked: readonly Criterion[], replies: readonly string[]): Readonly<Record<string, string>> => {
  const said: Record<string, string> = {}
  for (const reply of replies) {
    const question = nextQuestion(asked, null, told(said))
    if (question) said[question.name] = reply
  }
  return said
}

describe('the next question', () => {
  it('is asked only while the sum is open, and only of what can still turn it', () => {
    fc.assert(
      fc.property(rules, answers, (asked, said) => {
        const question = nextQuestion(asked, null, told(said))
        assert.equal(question !== null, sumOf(asked, told(said)) === 'not_yet_known')
        if (!question) return
        const open = keys.map((key) => `commitment.${key}`).filter((name) => !(name in said) && name !== question.name)
        const ways = open.reduce<readonly Record<string, string>[]>(
          (all, name) =>
            all.flatMap((each) => [
              { ...each, [name]: 'yes' },
              { ...each, [name]: 'no' },
            ]),
          [said],
        )
        assert.ok(
          ways.some(
            (way) =>
              sumOf(asked, told({ ...way, [question.name]: 'yes' })) !==
              sumOf(asked, told({ ...way, [question.name]: 'no' })),
          ),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('leads to a yes or a no, and learning more never turns one round', () => {
    fc.assert(
      fc.property(rules, fc.array(fc.constantFrom('yes', 'no'), { minLength: 6, maxLength: 6 }), (asked, replies) => {
        const said = interviewed(asked, replies)
        const sum = sumOf(asked, told(said))
        assert.notEqual(sum, 'not_yet_known')
        for (const key of keys)
          if (!(`commitment.${key}` in said))
            assert.equal(sumOf(asked, told({ ...said, [`commitment.${key}`]: 'yes' })), sum)
      }),
      { numRuns: 60 },
    )
  })

  const post: Rule = { fact: 'person.post', in: ['head_of_department'], held: true, since: { months: 12 } }
  const funded: Rule = { fact: 'organisation.state_funded', is: true }
  const developed: Rule = { fact: 'organisation.stage', stage: 'x', status: ['completed'], years: 'before' }
  const rows: readonly (readonly [string, readonly Criterion[], Readonly<Record<string, string>>, string | null])[] = [
    ['what no register tells', criteria(funded, post), {}, 'organisation.state_funded'],
    ['then the post', criteria(funded, post), { 'organisation.state_funded': 'yes' }, 'person.post'],
    [
      'then since when',
      criteria(funded, post),
      { 'organisation.state_funded': 'yes', 'person.post': 'head_of_department' },
      'person.since',
    ],
    [
      'nothing more, once it is a yes',
      criteria(funded, post),
      { 'organisation.state_funded': 'yes', 'person.post': 'head_of_department', 'person.since': '1 May 2015' },
      null,
    ],
    ['nothing more, once it is a no', criteria(funded, post), { 'organisation.state_funded': 'no' }, null],
    ['nothing that only the records tell', criteria(developed), {}, null],
    [
      'again what made no sense',
      criteria({ fact: 'person.experience', years: 3 }),
      { 'person.experience': 'many' },
      'person.experience',
    ],
    [
      'nothing of what is only normally expected',
      criteria(funded).map((each) => ({ ...each, strength: 'expected' })),
      {},
      null,
    ],
  ]
  for (const [what, asked, said, name] of rows)
    it(`asks for ${what}`, () => assert.equal(nextQuestion(asked, null, told(said))?.name ?? null, name))

  it('offers every post of a rule that is met by one or the other', () => {
    const holds = (kind: 'itt_tutor' | 'mentor'): Leaf => ({ fact: 'person.post', in: [kind], held: true })
    const widened = criteria({ any: [holds('itt_tutor'), holds('mentor')] })
    const choices = nextQuestion(widened, null, base)?.choices.map(({ value }) => value)
    assert.deepEqual(choices, ['itt_tutor', 'mentor', 'prospective_subject_lead', 'other'])
    assert.equal(sumOf(widened, told({ 'person.post': 'mentor' })), 'yes')
  })
})
