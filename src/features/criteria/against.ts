import { findingOf, type KnownFacts } from './known-facts.ts'
import { type Answer, answerOf, type Leaf, leavesOf, type Rule } from './rule.ts'

type Of = (leaf: Leaf) => Answer

/** The facts that stand against a rule that is not met: those alone, not all it asks for. */
const standing = (rule: Rule, of: Of): readonly Leaf[] => {
  if (answerOf(rule, of) !== 'no') return []
  if ('all' in rule) return rule.all.flatMap((part) => standing(part, of))
  if ('any' in rule) return rule.any.flatMap((part) => standing(part, of))
  if ('atLeast' in rule) return rule.of.flatMap((part) => standing(part, of))
  if ('not' in rule) return leavesOf(rule.not).filter((leaf) => of(leaf) === 'yes')
  return [rule]
}

const lower = (text: string): string => (/^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

const andList = (text: string): string => {
  const words = text.split(', ').map(lower)
  return words.length < 2 ? text && lower(text) : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

const ofProvider = (name: string, value: string, verb: string): string =>
  value === 'Not a provider' ? `${name} does not train teachers.` : `${name} ${verb} ${value}.`

const sentenceOf = (leaf: Leaf, known: KnownFacts): string => {
  const { name } = known.organisation
  const { answer, fact } = findingOf(leaf, known)
  const { label, value } = fact
  if (answer === 'yes') return `${label}: ${lower(value)}.`
  switch (leaf.fact) {
    case 'organisation.phase':
      return known.organisation.phases.length === 0
        ? `${name} is not a school.`
        : `${name} teaches ${andList(value)} pupils.`
    case 'organisation.state_funded':
      return `${name} is ${leaf.is ? 'not ' : ''}state-funded.`
    case 'organisation.kind':
      return `${name} is ${value === 'Another body' ? '' : 'a '}${lower(value)}.`
    case 'organisation.itt_kind':
      return ofProvider(name, value, 'is of another kind:')
    case 'organisation.itt_phases':
      return ofProvider(name, value, 'trains for')
    case 'organisation.status':
      return `${name} is ${lower(value)}.`
    case 'organisation.area':
      return `${name} is outside the ${lower(label)}.`
    case 'organisation.stage':
      return value.startsWith('No record') ? `${label}: ${lower(value)}.` : `${label} only: ${lower(value)}.`
    case 'person.post':
      return `Named so far: ${lower(value)}.`
    case 'commitment':
      return `Not agreed to: ${lower(label)}.`
  }
}

/** What stands against a rule that is not met, fact by fact, in plain sentences. */
export const against = (rule: Rule, known: KnownFacts): readonly string[] => [
  ...new Set(standing(rule, (leaf) => findingOf(leaf, known).answer).map((leaf) => sentenceOf(leaf, known))),
]
