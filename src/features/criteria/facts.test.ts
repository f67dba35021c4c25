import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sentenceOfRule } from './clauses.ts'
import { findingOf } from './finding.ts'
import { type KnownFacts, nothingKnown } from './known-facts.ts'
import type { Leaf } from './leaf.ts'
import type { Answer } from './rule.ts'
import { stepsFor } from './steps.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const other = '0190f5a0-0000-7000-8000-000000000001'
const school = {
  name: 'Alder School',
  kind: 'school',
  phases: ['secondary'],
  stateFunded: true,
  ittKind: null,
  ittPhases: [],
  status: 'open',
  closedOn: null,
  successor: null,
  typeCode: '05',
  authority: '307',
  freeMeals: 23.5,
  readOn: day('2021-10-01'),
} as const
const names = {
  stages: new Map([['secondary_development', 'Development']]),
  authorities: new Map([['307', 'Ealing']]),
  projects: new Map([[other, 'Years 5 to 8 Continuity']]),
  questions: new Map([['classes', 'How many classes will take part?']]),
}
const base: KnownFacts = {
  ...nothingKnown,
  organisation: school,
  names,
  projectId: 'this-project',
  year: 2021,
  today: day('2021-10-18'),
}

const lead = (more: Partial<NonNullable<KnownFacts['people']>[number]> = {}) => ({
  people: [{ post: 'head_of_department', held: true, ...more } as const],
})
const post = { fact: 'person.post', in: ['head_of_department'], held: true } as const
const aYear = { ...post, since: { months: 12 } } as const
const sinceSeptember = { ...post, since: { on: '2020-09-01' } } as const
const taught = { fact: 'person.experience', years: 3 } as const
const development = (years: 'before' | 'same' | 'ever' | readonly number[]) =>
  ({ fact: 'organisation.stage', stage: 'secondary_development', status: ['completed'], years }) as const
const inStage = (year: number, status: 'completed' | 'withdrew' = 'completed') => ({
  stages: [{ stage: 'secondary_development', year, status, recordedOn: day('2021-07-01') }],
})
const part = (project: string, year: number) => ({ project, title: 'A Work Group', year, since: day('2020-09-10') })
const had = { fact: 'organisation.project', project: 'this', years: 'before' } as const
const beside = { fact: 'organisation.project', project: other, years: 'same' } as const
const theyHad = { fact: 'person.project', project: 'this', years: 'ever' } as const
const classes = { fact: 'answer', key: 'classes' } as const
const meals = { fact: 'organisation.free_meals', atLeast: 30 } as const
const said = (fact: string, value: boolean | number | string | readonly string[], by: 'sender' | 'hub' = 'sender') => ({
  said: { [fact]: { value, by, on: '2021-10-12' } },
})
const unsaid = { organisation: { ...school, freeMeals: null, stateFunded: null, phases: [] } }

const table: readonly (readonly [string, Leaf, Partial<KnownFacts>, Answer, string?])[] = [
  ['the type of the register', { fact: 'organisation.type', in: ['5'] }, {}, 'yes', 'Foundation'],
  ['another type', { fact: 'organisation.type', in: ['34'] }, {}, 'no'],
  ['the authority by name', { fact: 'organisation.authority', in: ['307', '304'] }, {}, 'yes', 'Ealing'],
  ['another authority', { fact: 'organisation.authority', in: ['304'] }, {}, 'no'],
  ['free meals below the measure', meals, {}, 'no', '23.5%'],
  ['free meals at the measure', { ...meals, atLeast: 23.5 }, {}, 'yes'],
  ['free meals not in the register', meals, unsaid, 'not_yet_known'],
  [
    'free meals as the hub knows them',
    meals,
    { ...unsaid, ...said('organisation.free_meals', 41, 'hub') },
    'yes',
    '41%',
  ],
  ['the register before what somebody says', meals, said('organisation.free_meals', 41), 'no', '23.5%'],
  [
    'a phase that only the sender tells',
    { fact: 'organisation.phase', in: ['primary'] },
    { ...unsaid, ...said('organisation.phase', ['primary']) },
    'yes',
    'Primary',
  ],
  [
    'funding that only the sender tells',
    { fact: 'organisation.state_funded', is: true },
    { ...unsaid, ...said('organisation.state_funded', false) },
    'no',
    'No',
  ],
  [
    'an area that only the hub knows',
    { fact: 'organisation.area', is: 'hub' },
    said('organisation.area', true, 'hub'),
    'yes',
    'In its area',
  ],
  ['a post held for a year', aYear, lead({ since: day('2020-10-18') }), 'yes'],
  [
    'a post held a day less than a year',
    aYear,
    lead({ since: day('2020-10-19') }),
    'no',
    'Head of maths department since 19 October 2020',
  ],
  ['a post whose beginning nobody told', aYear, lead(), 'not_yet_known'],
  ['a beginning that was told on the way', aYear, { ...lead(), ...said('person.since', '2019-09-01') }, 'yes'],
  ['a prospective post however long', aYear, lead({ held: false, since: day('2010-01-01') }), 'no'],
  ['a post since a day', sinceSeptember, lead({ since: day('2020-09-01') }), 'yes'],
  ['a post since the day after', sinceSeptember, lead({ since: day('2020-09-02') }), 'no'],
  [
    'everybody in the post',
    { ...post, every: true },
    { people: [...lead().people, { post: 'mentor', held: true }] },
    'no',
  ],
  ['nobody named for everybody', { ...post, every: true }, { people: [] }, 'no'],
  ['years of teaching', taught, lead({ teachingYears: 3 }), 'yes', '3'],
  ['too few years of teaching', taught, lead({ teachingYears: 2 }), 'no', '2'],
  ['years of teaching nobody told', taught, lead(), 'not_yet_known', 'not said'],
  ['years of teaching told before anybody is named', taught, said('person.experience', 10), 'yes', '10'],
  ['a stage of an earlier year', development('before'), inStage(2020), 'yes', 'Completed in 2020/21'],
  ['a stage of this year is not earlier', development('before'), inStage(2021), 'no'],
  ['a stage of the same year', development('same'), inStage(2021), 'yes'],
  ['a stage of a given year', development([2018, 2020]), inStage(2020), 'yes'],
  ['a stage of another year than those given', development([2018]), inStage(2020), 'no', 'No record in 2018/19'],
  ['a stage at any time', development('ever'), inStage(2015), 'yes'],
  ['a stage that was left', development('ever'), inStage(2015, 'withdrew'), 'no', 'Withdrew in 2015/16'],
  ['a stage of somebody unknown', development('ever'), {}, 'not_yet_known'],
  ['a place in this project before', had, { parts: [part('this-project', 2020)] }, 'yes', 'A Work Group, 2020/21'],
  ['a place in this project this year only', had, { parts: [part('this-project', 2021)] }, 'no'],
  ['a place in another project', had, { parts: [part(other, 2020)] }, 'no', 'No record before 2021/22'],
  ['another project at the same time', beside, { parts: [part(other, 2021)] }, 'yes'],
  ['another project a year ago', beside, { parts: [part(other, 2020)] }, 'no', 'No record in 2021/22'],
  ['parts of people who are known', theyHad, { partsOfPeople: [part('this-project', 2019)] }, 'yes'],
  ['parts of people who are known and had none', theyHad, { partsOfPeople: [] }, 'no'],
  ['parts of people nobody knows', theyHad, {}, 'not_yet_known'],
  ['an answer within bounds', { ...classes, atLeast: 2, atMost: 4 }, { answers: { classes: 4 } }, 'yes', '4'],
  ['an answer out of bounds', { ...classes, atLeast: 2 }, { answers: { classes: 1 } }, 'no', '1'],
  [
    'an answer of a list',
    { ...classes, in: ['Year 7', 'Year 8'] },
    { answers: { classes: ['Year 8', 'Year 9'] } },
    'yes',
  ],
  ['an answer not of the list', { ...classes, in: ['Year 7'] }, { answers: { classes: 'Year 9' } }, 'no'],
  [
    'an answer by its day',
    { ...classes, notBefore: '2021-09-01' },
    { answers: { classes: '2021-09-01' } },
    'yes',
    '1 September 2021',
  ],
  ['an answer of another kind than asked', { ...classes, atLeast: 2 }, { answers: { classes: 'two' } }, 'no'],
  ['any answer', classes, { answers: { classes: 'some' } }, 'yes'],
  ['an empty answer', classes, { answers: { classes: ' ' } }, 'no'],
  ['no answer yet', classes, { answers: {} }, 'not_yet_known'],
]

describe('a fact that a rule asks for', () => {
  for (const [what, leaf, facts, answer, value] of table)
    it(`is answered by ${what}`, () => {
      const found = findingOf(leaf, { ...base, ...facts })
      assert.equal(found.answer, answer, found.fact.value)
      if (value !== undefined) assert.equal(found.fact.value, value)
    })

  it('says where it is from and when', () => {
    const from = (leaf: Leaf, facts: Partial<KnownFacts> = {}) => {
      const { source, asOf } = findingOf(leaf, { ...base, ...facts }).fact
      return `${source}, ${asOf}`
    }
    assert.equal(from(meals), 'the public register of schools, 2021-10-01')
    assert.equal(
      from(meals, { ...unsaid, ...said('organisation.free_meals', 41, 'hub') }),
      'what the hub knows, 2021-10-12',
    )
    assert.equal(from(development('before'), inStage(2020)), 'the network’s stage records, 2021-07-01')
    assert.equal(from(had, { parts: [part('this-project', 2020)] }), 'the network’s groups, 2020-09-10')
    assert.equal(from(post, lead()), 'what the sender says, 2021-10-18')
  })
})

describe('the step to a yes', () => {
  const step = (leaf: Leaf, facts: Partial<KnownFacts> = {}, wanted: 'yes' | 'no' = 'yes') =>
    stepsFor({ ...base, ...facts })(leaf, wanted)
  it('is said for what the asker can do, and for nothing else', () => {
    assert.equal(
      step(aYear, lead()),
      'Send somebody whose post now is head of maths department, held for at least a year.',
    )
    assert.equal(step(taught), 'Name somebody who has taught for at least 3 years.')
    assert.equal(step(development('before'), inStage(2021)), 'Complete Development first.')
    assert.equal(step(development([2018]), { stages: [] }), null)
    assert.equal(step(beside, { parts: [] }), 'Join Years 5 to 8 Continuity as well.')
    assert.equal(step(had, { parts: [] }), null)
    assert.equal(step(theyHad, { partsOfPeople: [] }, 'no'), 'Send people who have not taken part in this project.')
    assert.equal(step(meals), null)
    assert.equal(step(meals, unsaid), 'Tell the hub: the public record does not say.')
    assert.equal(step(classes), 'Answer “How many classes will take part?”.')
  })
})

describe('the sentence that a rule proposes', () => {
  const about = { names, subject: 'your school' } as const
  const sentences: readonly (readonly [Parameters<typeof sentenceOfRule>[0], string])[] = [
    [
      {
        all: [
          { fact: 'organisation.state_funded', is: true },
          { fact: 'organisation.phase', in: ['primary', 'secondary'] },
        ],
      },
      'Your school is state-funded, and your school teaches primary or secondary pupils.',
    ],
    [{ not: development('ever') }, 'Your school has not completed Development in any year.'],
    [
      { any: [had, beside] },
      'Either your school has had a place in this project in an earlier year or your school has a place in Years 5 to 8 Continuity in the same year.',
    ],
    [
      { not: { any: [had, beside] } },
      'Your school has not had a place in this project in an earlier year and your school has no place in Years 5 to 8 Continuity in the same year.',
    ],
    [
      { not: { all: [post, meals] } },
      'Either nobody who would take part is now head of maths department or fewer than 30% of your pupils can have free school meals.',
    ],
    [
      { atLeast: 2, of: [post, meals, taught] },
      'At least 2 of these are so: somebody who would take part is now head of maths department; at least 30% of your pupils can have free school meals; somebody who would take part has taught for at least 3 years.',
    ],
    [
      { ...aYear, every: true },
      'Everybody who would take part is now head of maths department, and has been for at least a year.',
    ],
    [{ ...classes, atLeast: 2 }, 'Your answer to “How many classes will take part?” is 2 or more.'],
    [{ not: { fact: 'organisation.authority', in: ['307'] } }, 'Your school is not in Ealing.'],
    [{ fact: 'organisation.type', in: ['5', '34'] }, 'Your school is of the type foundation or academy converter.'],
    [{ fact: 'organisation.itt_kind', in: ['hei', 'scitt'] }, 'You train teachers as a university (HEI) or SCITT.'],
    [
      { fact: 'commitment', key: 'full_year', declared: true },
      'You agree to this: taking part for the whole academic year.',
    ],
  ]
  for (const [rule, sentence] of sentences)
    it(`reads: ${sentence}`, () => assert.equal(sentenceOfRule(rule, about), sentence))
})
