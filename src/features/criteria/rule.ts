import type { Phase } from '../../vocabulary/phases.ts'
import type { PostKind } from '../../vocabulary/posts.ts'

/** What a rule says of somebody: it never turns what is not known into a yes or a no. */
export type Answer = 'yes' | 'no' | 'not_yet_known'

/** One fact that a rule asks for. */
export type Leaf =
  | { readonly fact: 'organisation.kind'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.phase'; readonly in: readonly Phase[] }
  | { readonly fact: 'organisation.state_funded'; readonly is: boolean }
  | { readonly fact: 'organisation.itt_kind'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.itt_phases'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.status'; readonly in: readonly string[] }
  | { readonly fact: 'organisation.area'; readonly is: 'hub' }
  | {
      readonly fact: 'organisation.stage'
      readonly stage: string
      readonly status: readonly ('completed' | 'in_progress')[]
      /** before: in an academic year before the project's own */
      readonly years: 'before'
    }
  | { readonly fact: 'person.post'; readonly in: readonly PostKind[]; readonly held: true }
  | { readonly fact: 'commitment'; readonly key: string; readonly declared: true }

/** A rule of who can take part, as it is kept. */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly atLeast: number; readonly of: readonly Rule[] }
  | Leaf

const opposite: Readonly<Record<Answer, Answer>> = { yes: 'no', no: 'yes', not_yet_known: 'not_yet_known' }

const counted = (answers: readonly Answer[], enough: number): Answer => {
  const yes = answers.filter((answer) => answer === 'yes').length
  const open = answers.filter((answer) => answer === 'not_yet_known').length
  if (yes >= enough) return 'yes'
  return yes + open < enough ? 'no' : 'not_yet_known'
}

/** The answer of a rule from the answers of its facts: Kleene's logic of three values. */
export const answerOf = (rule: Rule, of: (leaf: Leaf) => Answer): Answer => {
  const each = (rules: readonly Rule[]) => rules.map((part) => answerOf(part, of))
  if ('all' in rule) return counted(each(rule.all), rule.all.length)
  if ('any' in rule) return counted(each(rule.any), 1)
  if ('not' in rule) return opposite[answerOf(rule.not, of)]
  if ('atLeast' in rule) return counted(each(rule.of), rule.atLeast)
  return of(rule)
}

/** Every fact a rule asks for, in its order. */
export const leavesOf = (rule: Rule): readonly Leaf[] => {
  if ('all' in rule) return rule.all.flatMap(leavesOf)
  if ('any' in rule) return rule.any.flatMap(leavesOf)
  if ('not' in rule) return leavesOf(rule.not)
  if ('atLeast' in rule) return rule.of.flatMap(leavesOf)
  return [rule]
}

/** What would have to become true of one fact, in a sentence; null when nothing the asker does can change it. */
export type Step = (leaf: Leaf, wanted: 'yes' | 'no') => string | null

type Ways = { readonly of: (leaf: Leaf) => Answer; readonly step: Step }

const shortest = (ways: readonly (readonly string[] | null)[], enough: number): readonly string[] | null => {
  const open = ways.filter((way) => way !== null).sort((a, b) => a.length - b.length)
  return open.length < enough ? null : [...new Set(open.slice(0, Math.max(0, enough)).flat())]
}

/** The shortest way to the wanted answer, step by step; empty when it is there already, null when there is none. */
export const wayTo = (wanted: 'yes' | 'no', rule: Rule, ways: Ways): readonly string[] | null => {
  const count = (rules: readonly Rule[], enough: number) => {
    const each = rules.map((part) => wayTo(wanted, part, ways))
    return shortest(each, wanted === 'yes' ? enough : rules.length - enough + 1)
  }
  if ('all' in rule) return count(rule.all, rule.all.length)
  if ('any' in rule) return count(rule.any, 1)
  if ('not' in rule) return wayTo(wanted === 'yes' ? 'no' : 'yes', rule.not, ways)
  if ('atLeast' in rule) return count(rule.of, rule.atLeast)
  if (ways.of(rule) === wanted) return []
  const step = ways.step(rule, wanted)
  return step === null ? null : [step]
}
