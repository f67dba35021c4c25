import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PostKind } from '../../vocabulary/posts.ts'
import { type KnownFacts, nothingKnown } from './known-facts.ts'
import type { Rule } from './rule.ts'
import { closedVerdict, inSum, type Strength, verdictOf } from './verdict.ts'

const known = (facts: Partial<KnownFacts> = {}): KnownFacts => ({
  organisation: {
    name: 'Alder School',
    kind: 'school',
    phases: ['secondary'],
    stateFunded: true,
    ittKind: null,
    ittPhases: [],
    status: 'open',
    closedOn: null,
    successor: null,
  },
  ...nothingKnown,
  names: { ...nothingKnown.names, stages: new Map([['secondary_development', 'Development']]) },
  projectId: 'this-project',
  year: 2021,
  today: Temporal.PlainDate.from('2021-10-18'),
  ...facts,
})

const verdict = (rule: Rule, facts: KnownFacts, strength: Strength = 'required') =>
  verdictOf({ id: 'c', themeId: null, strength, sentence: 'A rule.', rule }, facts)

const leadsMaths: Rule = { fact: 'person.post', in: ['head_of_department', 'maths_subject_lead'], held: true }
const developed: Rule = {
  fact: 'organisation.stage',
  stage: 'secondary_development',
  status: ['completed'],
  years: 'before',
}
const recordedOn = Temporal.PlainDate.from('2021-07-01')

describe('a verdict', () => {
  it('knows a head of department in post from one who will be', () => {
    const asked = (held: boolean | null) =>
      verdict(leadsMaths, known({ people: [{ post: 'head_of_department', held }] })).answer
    assert.deepEqual([asked(true), asked(false), asked(null)], ['yes', 'no', 'not_yet_known'])
  })

  it('does not take somebody preparing to lead for somebody who leads', () => {
    const reached = verdict(leadsMaths, known({ people: [{ post: 'prospective_subject_lead', held: true }] }))
    assert.equal(reached.answer, 'no')
    assert.equal(reached.way, 'Send somebody whose post now is head of maths department or maths subject lead.')
  })

  it('names every post that will do, also where each stands as a rule of its own', () => {
    const post = (...posts: PostKind[]) => ({ fact: 'person.post', in: posts, held: true }) as const
    const way = (rule: Rule) => verdict(rule, known({ people: [{ post: 'teaching_assistant', held: true }] })).way
    assert.equal(
      way({
        any: [
          post('head_of_department'),
          { not: { fact: 'organisation.state_funded', is: true } },
          post('maths_subject_lead'),
        ],
      }),
      'Send somebody whose post now is head of maths department or maths subject lead.',
    )
    // Held for a while is another post than held at all.
    assert.equal(
      way({ any: [{ ...post('headteacher'), since: { months: 12 } }, post('maths_subject_lead')] }),
      'Send somebody whose post now is headteacher or principal, held for at least a year.',
    )
    assert.equal(
      way({
        any: [
          { ...post('headteacher'), every: true },
          { ...post('maths_subject_lead'), every: true },
        ],
      }),
      'Send only people whose post now is headteacher or principal.',
    )
  })

  it('is not yet known before anybody is named, and says the way to a yes', () => {
    const reached = verdict(leadsMaths, known())
    assert.equal(reached.answer, 'not_yet_known')
    assert.match(reached.way ?? '', /^Name somebody/)
    assert.deepEqual(
      reached.facts.map(({ value }) => value),
      ['Not yet known'],
    )
  })

  it('keeps a school’s history from somebody it does not know', () => {
    assert.equal(verdict(developed, known()).answer, 'not_yet_known')
    assert.equal(verdict({ not: developed }, known()).answer, 'not_yet_known')
  })

  it('counts a stage of an earlier year and not of the project’s own', () => {
    const inYear = (year: number) =>
      verdict(developed, known({ stages: [{ stage: 'secondary_development', year, status: 'completed', recordedOn }] }))
    assert.equal(inYear(2020).answer, 'yes')
    assert.equal(inYear(2020).facts[0]?.asOf, '2021-07-01')
    assert.equal(inYear(2020).facts[0]?.value, 'Completed in 2020/21')
    assert.equal(inYear(2021).answer, 'no')
    assert.equal(inYear(2021).way, 'Complete Development first.')
  })

  it('names the fact that stands against it, and only that one', () => {
    const primary: Rule = {
      all: [
        { fact: 'organisation.state_funded', is: true },
        { fact: 'organisation.phase', in: ['primary'] },
      ],
    }
    const { organisation } = known()
    const asked = (facts: Partial<KnownFacts>) => verdict(primary, known(facts)).against
    assert.equal(asked({}), 'Alder School teaches secondary pupils.')
    assert.equal(
      asked({ organisation: { ...organisation, phases: ['secondary', 'post_16'], stateFunded: false } }),
      'Alder School is not state-funded. It teaches secondary and post-16 pupils.',
    )
    assert.equal(asked({ organisation: { ...organisation, phases: ['primary'] } }), undefined)
    assert.equal(verdict(developed, known({ stages: [] })).against, 'Stage Development: no record before 2021/22.')
  })

  it('says that there is no way where there is none', () => {
    const reached = verdict({ fact: 'organisation.phase', in: ['primary'] }, known())
    assert.equal(reached.answer, 'no')
    assert.equal('way' in reached, false)
    assert.equal(reached.facts[0]?.source, 'the public register of schools')
  })

  it('takes a commitment as open until it was asked, and as refused when the box stayed empty', () => {
    const rule: Rule = { fact: 'commitment', key: 'full_year', declared: true }
    assert.equal(verdict(rule, known()).answer, 'not_yet_known')
    assert.equal(verdict(rule, known({ commitments: [] })).answer, 'no')
    assert.equal(verdict(rule, known({ commitments: ['full_year'] })).answer, 'yes')
  })

  it('does not guess what the register leaves open', () => {
    const { organisation } = known()
    const open = known({ organisation: { ...organisation, stateFunded: null, phases: [] } })
    assert.equal(verdict({ fact: 'organisation.state_funded', is: true }, open).answer, 'not_yet_known')
    assert.equal(verdict({ fact: 'organisation.phase', in: ['secondary'] }, open).answer, 'not_yet_known')
    assert.equal(verdict({ fact: 'organisation.itt_kind', in: ['hei'] }, open).answer, 'no')
  })

  it('gives a closed school a sentence of its own, with its successor', () => {
    const { organisation } = known()
    const closed = known({
      organisation: {
        ...organisation,
        status: 'closed',
        closedOn: Temporal.PlainDate.from('2019-08-31'),
        successor: 'Birch Academy',
      },
    })
    const reached = closedVerdict(closed)
    assert.equal(reached?.answer, 'no')
    assert.equal(reached?.facts[0]?.value, 'Closed since 31 August 2019')
    assert.match(reached?.way ?? '', /Birch Academy/)
    assert.equal(closedVerdict(known()), null)
  })
})

describe('verdicts in sum', () => {
  const of = (...each: [Strength, 'yes' | 'no' | 'not_yet_known'][]) =>
    inSum(each.map(([strength, answer]) => ({ strength, answer, sentence: 'A rule.' })))

  it('are no when one required rule is not met, whatever else is open', () => {
    assert.equal(of(['required', 'no'], ['required', 'not_yet_known'], ['expected', 'yes']).answer, 'no')
  })
  it('are not yet known while a required rule is open', () => {
    assert.equal(of(['required', 'yes'], ['required', 'not_yet_known']).answer, 'not_yet_known')
  })
  it('are not decided by what is normally expected, but say that the hub will ask', () => {
    const sum = of(['required', 'yes'], ['expected', 'no'])
    assert.equal(sum.answer, 'yes')
    assert.match(sum.sentence, /ask about 1 point/)
  })
  it('are never no because of a priority', () => {
    assert.equal(of(['required', 'yes'], ['priority', 'no']).answer, 'yes')
  })
})
