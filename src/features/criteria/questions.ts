import { phaseLabels } from '../../vocabulary/phases.ts'
import { postLabels } from '../../vocabulary/posts.ts'
import { rulesOn } from './criterion.ts'
import { findingOf } from './finding.ts'
import type { KnownFacts } from './known-facts.ts'
import type { Leaf, LeafOf } from './leaf.ts'
import { openLeaves } from './rule.ts'
import { type Criterion, inSum, verdictsOn } from './verdict.ts'
import { commitmentWords, ittKinds, ittPhaseNames, lowerFirst } from './words.ts'

/** One thing to ask for, as the rule needs it: by its name, with the rule that asks. */
export type Question = {
  readonly name: string
  readonly text: string
  readonly kind: 'choice' | 'number' | 'day'
  readonly choices: readonly { readonly value: string; readonly text: string }[]
  readonly because: string
}

type Asked = Omit<Question, 'because'>
type Ask<Fact extends Leaf['fact']> = (leaf: LeafOf<Fact>, known: KnownFacts) => Asked | null

const yesNo = (name: string, text: string): Asked => ({
  name,
  text,
  kind: 'choice',
  choices: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})

const choice = (name: string, text: string, words: Readonly<Record<string, string>>): Asked => ({
  name,
  text,
  kind: 'choice',
  choices: Object.entries(words).map(([value, each]) => ({ value, text: each })),
})

// What the network has recorded is not asked of anybody: it is looked up once they are known (domain rule 15).
const asks: { readonly [Fact in Leaf['fact']]?: Ask<Fact> } = {
  'organisation.phase': () => choice('organisation.phase', 'Which phase does your school teach?', phaseLabels),
  'organisation.state_funded': () => yesNo('organisation.state_funded', 'Is your school state-funded?'),
  'organisation.itt_kind': () => choice('organisation.itt_kind', 'What kind of provider are you?', ittKinds),
  'organisation.itt_phases': () => choice('organisation.itt_phases', 'For which phase do you train?', ittPhaseNames),
  'organisation.area': (_leaf, { inArea }) =>
    inArea && yesNo('organisation.area', `Is your school in the part of the area that ${inArea.hub} serves?`),
  'organisation.free_meals': () => ({
    name: 'organisation.free_meals',
    text: 'How many of your pupils, in per cent, can have free school meals?',
    kind: 'number',
    choices: [],
  }),
  'person.post': (leaf, { people }) => {
    if (people === null)
      return choice('person.post', 'What is the post, now, of whoever would take part?', {
        ...Object.fromEntries(leaf.in.map((post) => [post, postLabels[post]])),
        prospective_subject_lead: postLabels.prospective_subject_lead,
        other: 'Another post',
      })
    return leaf.since
      ? { name: 'person.since', text: 'Since when has that post been held?', kind: 'day', choices: [] }
      : null
  },
  'person.experience': () => ({
    name: 'person.experience',
    text: 'For how many years has whoever would take part been teaching?',
    kind: 'number',
    choices: [],
  }),
  commitment: (leaf) =>
    yesNo(`commitment.${leaf.key}`, `Can you agree to this: ${lowerFirst(commitmentWords(leaf.key))}?`),
}

// Where a rule names posts in several places, as one that is widened does, its one question offers all of them.
const withEveryPost = (leaf: Leaf, open: readonly Leaf[]): Leaf =>
  leaf.fact === 'person.post'
    ? { ...leaf, in: [...new Set(open.flatMap((each) => (each.fact === 'person.post' ? each.in : [])))] }
    : leaf

const asked = (leaf: Leaf, open: readonly Leaf[], known: KnownFacts): Asked | null =>
  (asks[leaf.fact] as Ask<Leaf['fact']> | undefined)?.(withEveryPost(leaf, open) as never, known) ?? null

/** Everything that is not known of an asker, that rules ask about and that can be told, each with the rule that asks. */
export const openQuestions = (
  criteria: readonly Criterion[],
  themeId: string | null,
  known: KnownFacts,
): readonly Question[] => {
  const of = (leaf: Leaf) => findingOf(leaf, known).answer
  const questions = rulesOn(criteria, themeId).flatMap(({ rule, sentence }) =>
    openLeaves(rule, of).flatMap((leaf, _at, open) => {
      const question = asked(leaf, open, known)
      return question ? [{ ...question, because: sentence }] : []
    }),
  )
  return questions.filter(({ name }, at) => questions.findIndex((other) => other.name === name) === at)
}

/**
 * The next thing to ask for: the first fact in the order of the rules on which the answer in sum still hangs and that the asker
 * can tell. None once the sum is a yes or a no, and none for what only the network's records tell.
 */
export const nextQuestion = (
  criteria: readonly Criterion[],
  themeId: string | null,
  known: KnownFacts,
): Question | null => {
  if (inSum(verdictsOn(criteria, themeId, known)).answer !== 'not_yet_known') return null
  const of = (leaf: Leaf) => findingOf(leaf, known).answer
  const deciding = rulesOn(criteria, themeId).filter(({ strength }) => strength === 'required')
  for (const { rule, sentence } of deciding) {
    const open = openLeaves(rule, of)
    for (const leaf of open) {
      const question = asked(leaf, open, known)
      if (question) return { ...question, because: sentence }
    }
  }
  return null
}
