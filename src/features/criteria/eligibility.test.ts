import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { projects } from '../../../db/seeds/facts/catalogues.ts'
import { isHeldPost, type PostKind } from '../../vocabulary/posts.ts'
import { type KnownFacts, type KnownOrganisation, nothingKnown, type StageTaken } from './known-facts.ts'
import { parseRule } from './rule.form.ts'
import { leavesOf } from './rule.ts'
import { type Criterion, inSum, verdictsOn } from './verdict.ts'

// What the five printed sources say of who can take part, asked of people and places they might meet.
const school: KnownOrganisation = {
  name: 'Alder School',
  kind: 'school',
  phases: ['secondary'],
  stateFunded: true,
  ittKind: null,
  ittPhases: [],
  status: 'open',
  closedOn: null,
  successor: null,
}
const primary: KnownOrganisation = { ...school, phases: ['primary'] }
const provider: KnownOrganisation = {
  ...school,
  name: 'Elm University',
  kind: 'itt_provider',
  phases: [],
  ittKind: 'hei',
  ittPhases: ['qts_primary'],
}

const rulesOf = (year: number, slug: string): readonly Criterion[] => {
  const project = projects.find((each) => each.year === year && each.slug === slug)
  assert.ok(project, slug)
  const sentences = project.criteria.map(({ sentence }) => sentence)
  return project.criteria.map(({ rule, sentence, strength, theme, widens }, at) => {
    const parsed = parseRule(rule)
    assert.ok(parsed.ok, sentence)
    const wider = widens === undefined ? null : `${sentences.indexOf(widens)}`
    return { id: `${at}`, themeId: theme, strength, sentence, rule: parsed.rule, widens: wider }
  })
}

const sends = (...posts: readonly PostKind[]) => ({ people: posts.map((post) => ({ post, held: isHeldPost(post) })) })
const took = (stage: string, year: number, status: StageTaken['status'] = 'completed') => ({
  stages: [{ stage, year, status, recordedOn: Temporal.PlainDate.from('2021-07-15') }],
})
const agrees = (...commitments: readonly string[]) => ({ commitments })
const wholeYear = agrees('full_year')

type Row = readonly [what: string, organisation: KnownOrganisation, facts: Partial<KnownFacts>, sum: string]
type Asked = { readonly year: number; readonly slug: string; readonly theme?: string; readonly rows: readonly Row[] }

const asked: readonly Asked[] = [
  {
    year: 2021,
    slug: 'secondary-subject-leadership',
    rows: [
      ['a head of department in post', school, { ...sends('head_of_department'), ...wholeYear }, 'yes'],
      ['one who never worked with a hub', school, { ...sends('maths_subject_lead'), ...wholeYear, stages: [] }, 'yes'],
      ['a prospective head of department', school, { ...sends('prospective_subject_lead'), ...wholeYear }, 'no'],
      ['a head of department who stays half a year', school, { ...sends('head_of_department'), ...agrees() }, 'no'],
      ['a primary subject lead', primary, { ...sends('maths_subject_lead'), ...wholeYear }, 'no'],
      [
        'an independent school',
        { ...school, stateFunded: false },
        { ...sends('head_of_department'), ...wholeYear },
        'no',
      ],
      ['a school that names nobody yet', school, {}, 'not_yet_known'],
    ],
  },
  {
    year: 2021,
    slug: 'strengthening-partnerships-with-itt-providers',
    rows: [
      ['a university', provider, { ...sends('itt_tutor'), ...wholeYear }, 'yes'],
      ['a SCITT', { ...provider, ittKind: 'scitt' }, { ...sends('itt_tutor'), ...wholeYear }, 'yes'],
      [
        'a lead school of School Direct',
        { ...school, ittKind: 'lead_school' },
        { ...sends('itt_tutor'), ...wholeYear },
        'yes',
      ],
      ['a school that trains nobody', school, { ...sends('itt_tutor'), ...wholeYear }, 'no'],
      ['a mentor', provider, { ...sends('mentor'), ...wholeYear }, 'no'],
      ['an institution that cannot commit to the year', provider, { ...sends('itt_tutor'), ...agrees() }, 'no'],
    ],
  },
  {
    year: 2024,
    slug: 'strengthening-partnerships-with-itt-providers',
    theme: 'Mentor',
    rows: [
      [
        'a mentor, in the theme that extends its invitation',
        provider,
        { ...sends('mentor'), ...agrees('full_year', 'same_people_all_year') },
        'yes',
      ],
      ['a tutor as well', provider, { ...sends('itt_tutor'), ...wholeYear }, 'yes'],
    ],
  },
  {
    year: 2024,
    slug: 'strengthening-partnerships-with-itt-providers',
    theme: 'Pedagogy',
    rows: [
      ['a mentor, in another theme', provider, { ...sends('mentor'), ...wholeYear }, 'no'],
      [
        'a tutor who may send others: expected, and not excluding',
        provider,
        { ...sends('itt_tutor'), ...wholeYear },
        'yes',
      ],
    ],
  },
  {
    year: 2021,
    slug: 'primary-teaching-for-mastery-sustaining',
    rows: [
      ['after Development', primary, { ...took('primary_development', 2019), ...wholeYear }, 'yes'],
      ['after Embedding', primary, { ...took('primary_embedding', 2020, 'in_progress'), ...wholeYear }, 'yes'],
      ['after a Sustaining year', primary, { ...took('primary_sustaining', 2020), ...wholeYear }, 'yes'],
      ['after nothing', primary, { stages: [], ...wholeYear }, 'no'],
      ['after Readiness alone', primary, { ...took('primary_readiness', 2020), ...wholeYear }, 'no'],
      ['for a visitor, whose history is not told', primary, wholeYear, 'not_yet_known'],
    ],
  },
  {
    year: 2021,
    slug: 'secondary-teaching-for-mastery-embedding',
    rows: [
      ['in the second year of taking part', school, took('secondary_development', 2020), 'yes'],
      ['in the first', school, { stages: [] }, 'no'],
    ],
  },
  {
    year: 2021,
    slug: 'secondary-maths-mat-leads',
    rows: [
      [
        'somebody who leads maths across a trust',
        { ...school, kind: 'trust', phases: [] },
        sends('trust_maths_lead'),
        'yes',
      ],
      ['a head of department', school, sends('head_of_department'), 'no'],
    ],
  },
]

describe('who can take part, as the printed sources say', () => {
  for (const { year, slug, theme = null, rows } of asked)
    for (const [what, organisation, facts, sum] of rows)
      it(`${slug} ${theme ?? year}: ${what}: ${sum}`, () => {
        const known: KnownFacts = {
          ...nothingKnown,
          organisation,
          projectId: slug,
          year,
          today: Temporal.PlainDate.from(`${year}-10-18`),
          ...facts,
        }
        assert.equal(inSum(verdictsOn(rulesOf(year, slug), theme, known)).answer, sum)
      })

  it('puts schools of the Sustaining groups of 2020/21 first, and shuts nobody out by it', () => {
    const priority = (year: number) =>
      verdictsOn(rulesOf(2021, 'primary-teaching-for-mastery-sustaining'), null, {
        ...nothingKnown,
        organisation: primary,
        projectId: 'sustaining',
        year: 2021,
        today: Temporal.PlainDate.from('2021-10-18'),
        ...took('primary_sustaining', year),
      }).find(({ strength }) => strength === 'priority')?.answer
    assert.deepEqual([2020, 2019].map(priority), ['yes', 'no'])
  })

  it('needs nothing that cannot be written down: every rule of every catalogue is read', () => {
    const facts = projects.flatMap(({ year, slug }) => rulesOf(year, slug).flatMap(({ rule }) => leavesOf(rule)))
    assert.ok(facts.length > 60, `${facts.length} facts were read`)
  })
})
