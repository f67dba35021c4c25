import { postLabels } from '../../vocabulary/posts.ts'
import { findingOf } from './finding.ts'
import { projectMeant } from './history-lookups.ts'
import type { KnownFacts } from './known-facts.ts'
import type { Leaf, LeafOf } from './leaf.ts'
import type { Step } from './way.ts'
import { choiceIn, commitmentWords, inWords, lowerFirst, orList, sinceInWords, testInWords } from './words.ts'

type StepTo<Fact extends Leaf['fact']> = (leaf: LeafOf<Fact>, known: KnownFacts, wanted: 'yes' | 'no') => string | null

export const historyStep = 'Ask to join: the hub then sees which stages your school has taken so far.'
const partsStep = 'Ask to join: the hub then sees what your school has taken part in so far.'
const peopleStep = 'Ask to join and name those who would come: the hub then sees what they have taken part in.'

const isOpen = (leaf: Leaf, known: KnownFacts): boolean => findingOf(leaf, known).answer === 'not_yet_known'

// What no register tells can be told; what one tells is not for the asker to change.
const tell = (leaf: Leaf, known: KnownFacts): string | null => {
  if (!isOpen(leaf, known)) return null
  return known.organisation.isUnnamed
    ? 'Name your school: the public register then says.'
    : 'Tell the hub: the public record does not say.'
}

// Of years that are over nothing can be changed.
const canStillBe = (leaf: LeafOf<'organisation.stage' | 'organisation.project'>, { year }: KnownFacts): boolean =>
  typeof leaf.years === 'string' || leaf.years.some((each) => each >= year)

const toStage: StepTo<'organisation.stage'> = (leaf, known, wanted) => {
  if (known.stages === null) return historyStep
  if (wanted === 'no' || !canStillBe(leaf, known) || leaf.status.every((status) => status === 'withdrew')) return null
  const name = known.names.stages.get(leaf.stage) ?? leaf.stage
  return `${leaf.status.includes('in_progress') && leaf.years !== 'before' ? 'Take part in' : 'Complete'} ${name} first.`
}

const toProject: StepTo<'organisation.project'> = (leaf, known, wanted) => {
  if (known.parts === null) return partsStep
  if (wanted === 'no' || leaf.project === 'this' || !canStillBe(leaf, known)) return null
  const name = known.names.projects.get(projectMeant(leaf, known)) ?? 'that project'
  return leaf.years === 'same' ? `Join ${name} as well.` : `Take part in ${name} first.`
}

const send = ({ people }: KnownFacts): string => (people === null ? 'Name' : 'Send')

const toPost: StepTo<'person.post'> = (leaf, known, wanted) => {
  const posts = orList(leaf.in.map((post) => lowerFirst(postLabels[post])))
  const long = leaf.since ? `, held ${sinceInWords(leaf.since)}` : ''
  if (wanted === 'no')
    return `${send(known)} ${leaf.every ? 'also somebody whose post is not' : 'nobody whose post is'} ${posts}${long}.`
  return `${send(known)} ${leaf.every ? 'only people' : 'somebody'} whose post now is ${posts}${long}.`
}

const toExperience: StepTo<'person.experience'> = (leaf, known, wanted) => {
  const years = leaf.years === 1 ? 'a year' : `${leaf.years} years`
  if (wanted === 'no')
    return `${send(known)} ${leaf.every ? 'also somebody' : 'only people'} with less than ${years} of teaching.`
  return `${send(known)} ${leaf.every ? 'only people' : 'somebody'} who ${leaf.every ? 'have' : 'has'} taught for at least ${years}.`
}

const toPersonStage: StepTo<'person.stage'> = (leaf, known, wanted) => {
  if (known.stagesOfPeople === null) return peopleStep
  const name = known.names.stages.get(leaf.stage) ?? leaf.stage
  return wanted === 'yes' ? `Send somebody who has taken ${name}.` : `Send people who have not taken ${name}.`
}

const toPersonProject: StepTo<'person.project'> = (leaf, known, wanted) => {
  if (known.partsOfPeople === null) return peopleStep
  const name = leaf.project === 'this' ? 'this project' : (known.names.projects.get(leaf.project) ?? 'that project')
  return wanted === 'yes'
    ? `Send somebody who has taken part in ${name}.`
    : `Send people who have not taken part in ${name}.`
}

const toCommitment: StepTo<'commitment'> = (leaf, _known, wanted) =>
  wanted === 'yes' ? `Agree to this: ${lowerFirst(commitmentWords(leaf.key))}.` : null

const toAnswer: StepTo<'answer'> = (leaf, known, wanted) => {
  const label = `“${known.names.questions.get(leaf.key) ?? inWords(leaf.key)}”`
  if (isOpen(leaf, known)) return `Answer ${label}.`
  const test = testInWords(leaf, choiceIn(known.names, leaf.key))
  if (test === '') return wanted === 'yes' ? `Answer ${label}.` : null
  return wanted === 'yes'
    ? `It needs ${test} as the answer to ${label}.`
    : `It needs another answer than ${test} to ${label}.`
}

const steps: { readonly [Fact in Leaf['fact']]: StepTo<Fact> } = {
  'organisation.kind': tell,
  'organisation.type': tell,
  'organisation.phase': tell,
  'organisation.state_funded': tell,
  'organisation.itt_kind': tell,
  'organisation.itt_phases': tell,
  'organisation.status': tell,
  'organisation.area': tell,
  'organisation.authority': tell,
  'organisation.free_meals': tell,
  'organisation.stage': toStage,
  'organisation.project': toProject,
  'person.post': toPost,
  'person.experience': toExperience,
  'person.stage': toPersonStage,
  'person.project': toPersonProject,
  commitment: toCommitment,
  answer: toAnswer,
}

/** What the asker can do about each fact, on what is known. */
export const stepsFor =
  (known: KnownFacts): Step =>
  (leaf, wanted) =>
    (steps[leaf.fact] as StepTo<Leaf['fact']>)(leaf as never, known, wanted)
