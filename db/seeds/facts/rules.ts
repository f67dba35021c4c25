import { type Phase, phaseLabels } from '../../../src/vocabulary/phases.ts'
import type { PostKind } from '../../../src/vocabulary/posts.ts'
import type { CriterionFact, RuleFact } from './shapes.ts'

const criterion =
  (strength: CriterionFact['strength']) =>
  (sentence: string, rule: RuleFact, theme: string | null = null): CriterionFact => ({
    strength,
    sentence,
    rule,
    theme,
  })

export const required = criterion('required')
export const expected = criterion('expected')
export const priority = criterion('priority')

/** State-funded, and teaching one of the phases. */
export const stateFundedSchoolOf = (...phases: readonly Phase[]): RuleFact => ({
  all: [
    { fact: 'organisation.state_funded', is: true },
    { fact: 'organisation.phase', in: phases },
  ],
})

/** Where nothing else is known of who can take part: a state-funded school of the phase. */
export const schoolOf = (...phases: readonly Phase[]): CriterionFact => {
  const names = phases.map((phase) => phaseLabels[phase].toLowerCase()).join(' or ')
  return required(`Your school or college is state-funded and teaches ${names} pupils.`, stateFundedSchoolOf(...phases))
}

export const holds = (...posts: readonly PostKind[]): RuleFact => ({ fact: 'person.post', in: posts, held: true })

export const commits = (key: string): RuleFact => ({ fact: 'commitment', key, declared: true })

/** The organisation took part in one of the stages in an earlier year. */
export const tookPartIn = (...stages: readonly string[]): RuleFact => ({
  any: stages.map((stage) => ({
    fact: 'organisation.stage',
    stage,
    status: ['completed', 'in_progress'],
    years: 'before',
  })),
})

/** The organisation completed the stage in an earlier year. */
export const completed = (stage: string): RuleFact => ({
  fact: 'organisation.stage',
  stage,
  status: ['completed'],
  years: 'before',
})

export const wholeYear = required('You can commit to the programme of the whole academic year.', commits('full_year'))
