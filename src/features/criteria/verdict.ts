import { against } from './against.ts'
import { type Criterion, rulesOn, type Standing, type Strength } from './criterion.ts'
import { findingOf } from './finding.ts'
import type { FactUsed, KnownFacts } from './known-facts.ts'
import { type Answer, answerOf, type Leaf, leavesOf, type Rule } from './rule.ts'
import { stepsFor } from './steps.ts'
import { wayToYes } from './way.ts'

export type { Criterion, Strength } from './criterion.ts'
export type { FactUsed } from './known-facts.ts'

export const strengthWords: Readonly<Record<Strength, string>> = {
  required: 'Required',
  expected: 'Normally expected',
  priority: 'Gives priority',
}

export const answerWords: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', not_yet_known: 'Not yet known' }

/** One rule's answer for one asker, with all that is needed to reach it again (domain rule 5). */
export type Verdict = {
  /** null: the rule that holds everywhere, that an organisation must be open, or one of a hub's own */
  readonly criterionId: string | null
  /** Whose rule it is, in words, where it is not the project's for everybody. */
  readonly whose?: string
  readonly strength: Strength
  readonly sentence: string
  readonly rule: Rule
  readonly answer: Answer
  readonly facts: readonly FactUsed[]
  /** What stands against it, in plain sentences: of a no. */
  readonly against?: string
  /** The shortest way to a yes, in a sentence. */
  readonly way?: string
}

/** The verdict of one criterion on what is known. */
export const verdictOf = (criterion: Standing, known: KnownFacts): Verdict => {
  const of = (leaf: Leaf) => findingOf(leaf, known).answer
  const answer = answerOf(criterion.rule, of)
  const way = answer === 'yes' ? null : wayToYes(criterion.rule, { of, step: stepsFor(known) })
  const facts = leavesOf(criterion.rule).map((leaf) => findingOf(leaf, known).fact)
  const once = facts.filter((fact, at) => facts.findIndex((other) => other.label === fact.label) === at)
  return {
    criterionId: criterion.isHubs ? null : criterion.id,
    ...(criterion.whose ? { whose: criterion.whose } : {}),
    strength: criterion.strength,
    sentence: criterion.sentence,
    rule: criterion.rule,
    answer,
    facts: once,
    ...(answer === 'no' ? { against: against(criterion.rule, known).join(' ') } : {}),
    ...(way && way.length > 0 ? { way: way.join(' ') } : {}),
  }
}

/** A closed school has one verdict of its own before all others: its successor can ask. */
export const closedVerdict = (known: KnownFacts): Verdict | null => {
  const { organisation } = known
  if (organisation.status !== 'closed') return null
  const rule: Rule = { fact: 'organisation.status', in: ['open', 'proposed_to_close', 'proposed_to_open'] }
  return {
    criterionId: null,
    strength: 'required',
    sentence: 'Your school or organisation is open.',
    rule,
    answer: 'no',
    facts: [findingOf(rule, known).fact],
    against: against(rule, known).join(' '),
    ...(organisation.successor ? { way: `${organisation.successor} has followed it and can ask instead.` } : {}),
  }
}

/** Every verdict for one asker: a closed school's own first, then those of the project and of the theme asked for. */
export const verdictsOn = (
  criteria: readonly Criterion[],
  themeId: string | null,
  known: KnownFacts,
): readonly Verdict[] => {
  const closed = closedVerdict(known)
  return [...(closed ? [closed] : []), ...rulesOn(criteria, themeId).map((rule) => verdictOf(rule, known))]
}

const plural = (count: number, one: string, more: string): string => (count === 1 ? one : more)

/** All verdicts in one answer: required ones decide, expected ones are asked about, priority never excludes. */
export const inSum = (
  verdicts: readonly Pick<Verdict, 'strength' | 'sentence' | 'answer'>[],
): { answer: Answer; sentence: string } => {
  const required = verdicts.filter(({ strength }) => strength === 'required')
  const failing = required.filter(({ answer }) => answer === 'no')
  const open = required.filter(({ answer }) => answer === 'not_yet_known')
  if (failing.length > 0)
    return {
      answer: 'no',
      sentence: `Not as things stand: ${failing.length} ${plural(failing.length, 'rule is', 'rules are')} not met.`,
    }
  if (open.length > 0)
    return {
      answer: 'not_yet_known',
      sentence: `It depends on ${open.length} ${plural(open.length, 'thing', 'things')} not yet known. Nothing known so far stands against it.`,
    }
  const asked = verdicts.filter(({ strength, answer }) => strength === 'expected' && answer !== 'yes')
  const remark =
    asked.length === 0
      ? ''
      : ` The hub will ask about ${asked.length} ${plural(asked.length, 'point that is', 'points that are')} normally expected.`
  if (verdicts.length === 0) return { answer: 'yes', sentence: 'No rule stands against it.' }
  return { answer: 'yes', sentence: `Every rule is met.${remark}` }
}
