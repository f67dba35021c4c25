import { findingOf } from './finding.ts'
import type { FactUsed, KnownFacts } from './known-facts.ts'
import type { LeafOf } from './leaf.ts'
import { type Answer, answerOf, type Leaf, leavesOf, type Rule } from './rule.ts'
import { andList, lowerFirst } from './words.ts'

type Of = (leaf: Leaf) => Answer

/** The facts that stand against a rule that is not met: those alone, not all it asks for. */
const standing = (rule: Rule, of: Of): readonly Leaf[] => {
  if (answerOf(rule, of) !== 'no') return []
  if ('all' in rule) return rule.all.flatMap((part) => standing(part, of))
  if ('any' in rule) return rule.any.flatMap((part) => standing(part, of))
  if ('of' in rule) return rule.of.flatMap((part) => standing(part, of))
  if ('not' in rule) return leavesOf(rule.not).filter((leaf) => of(leaf) === 'yes')
  return [rule]
}

const inSentence = (text: string): string => andList(text.split(', ').map(lowerFirst))

const ofProvider = (name: string, value: string, verb: string): string =>
  value === 'Not a provider' ? `${name} does not train teachers.` : `${name} ${verb} ${value}.`

type Against<Fact extends Leaf['fact']> = (found: FactUsed, known: KnownFacts, leaf: LeafOf<Fact>) => string

type Plain = (found: FactUsed, known: KnownFacts) => string

const plain: Plain = ({ label, value }) => `${label}: ${lowerFirst(value)}.`
const withSchool =
  (sentence: (name: string, value: string) => string): Plain =>
  ({ value }, { organisation }) =>
    sentence(organisation.name, value)

const records: Plain = (found, known) =>
  found.value.startsWith('No record') ? plain(found, known) : `${found.label} only: ${lowerFirst(found.value)}.`

const sentences: { readonly [Fact in Leaf['fact']]: Against<Fact> } = {
  'organisation.phase': ({ value }, { organisation: { name, phases }, said }) =>
    phases.length === 0 && !said?.['organisation.phase']
      ? `${name} is not a school.`
      : `${name} teaches ${inSentence(value)} pupils.`,
  'organisation.state_funded': (_, { organisation: { name } }, { is }) => `${name} is ${is ? 'not ' : ''}state-funded.`,
  'organisation.kind': withSchool(
    (name, value) => `${name} is ${value === 'Another body' ? '' : 'a '}${lowerFirst(value)}.`,
  ),
  'organisation.type': withSchool((name, value) =>
    value.startsWith('None') ? `${name} is not a school.` : `${name} is of another type: ${lowerFirst(value)}.`,
  ),
  'organisation.itt_kind': withSchool((name, value) => ofProvider(name, value, 'is of another kind:')),
  'organisation.itt_phases': withSchool((name, value) => ofProvider(name, value, 'trains for')),
  'organisation.status': withSchool((name, value) => `${name} is ${lowerFirst(value)}.`),
  'organisation.area': ({ label }, { organisation }) => `${organisation.name} is outside the ${lowerFirst(label)}.`,
  'organisation.authority': withSchool((name, value) => `${name} is in ${value}.`),
  'organisation.free_meals': withSchool(
    (name, value) => `At ${name} ${value} of the pupils can have free school meals.`,
  ),
  'organisation.stage': records,
  'organisation.project': plain,
  'person.post': ({ value }) => `Named so far: ${lowerFirst(value)}.`,
  'person.experience': plain,
  'person.stage': plain,
  'person.project': plain,
  commitment: ({ label }) => `Not agreed to: ${lowerFirst(label)}.`,
  answer: plain,
}

const sentenceOf = (leaf: Leaf, known: KnownFacts): string => {
  const { answer, fact } = findingOf(leaf, known)
  const sentence = answer === 'yes' ? plain : (sentences[leaf.fact] as Against<Leaf['fact']>)
  return sentence(fact, known, leaf)
}

/** What stands against a rule that is not met, fact by fact, in plain sentences. */
export const against = (rule: Rule, known: KnownFacts): readonly string[] => {
  const told = [
    ...new Set(standing(rule, (leaf) => findingOf(leaf, known).answer).map((leaf) => sentenceOf(leaf, known))),
  ]
  // Named once; what follows is said of the same.
  const name = `${known.organisation.name} `
  return told.map((sentence, at) =>
    at > 0 && told[0]?.startsWith(name) && sentence.startsWith(name) ? `It ${sentence.slice(name.length)}` : sentence,
  )
}
