import type { Leaf } from './leaf.ts'

export type { Leaf } from './leaf.ts'

/** What a rule says of somebody: it never turns what is not known into a yes or a no. */
export type Answer = 'yes' | 'no' | 'not_yet_known'

/** A rule of who can take part, as it is kept. */
export type Rule =
  | { readonly all: readonly Rule[] }
  | { readonly any: readonly Rule[] }
  | { readonly not: Rule }
  | { readonly atLeast: number; readonly of: readonly Rule[] }
  | Leaf

export type AnswerOf = (leaf: Leaf) => Answer

const opposite: Readonly<Record<Answer, Answer>> = { yes: 'no', no: 'yes', not_yet_known: 'not_yet_known' }

const counted = (answers: readonly Answer[], enough: number): Answer => {
  const yes = answers.filter((answer) => answer === 'yes').length
  const open = answers.filter((answer) => answer === 'not_yet_known').length
  if (yes >= enough) return 'yes'
  return yes + open < enough ? 'no' : 'not_yet_known'
}

/** The answer of a rule from the answers of its facts: Kleene's logic of three values. */
export const answerOf = (rule: Rule, of: AnswerOf): Answer => {
  const each = (rules: readonly Rule[]) => rules.map((part) => answerOf(part, of))
  if ('all' in rule) return counted(each(rule.all), rule.all.length)
  if ('any' in rule) return counted(each(rule.any), 1)
  if ('not' in rule) return opposite[answerOf(rule.not, of)]
  if ('of' in rule) return counted(each(rule.of), rule.atLeast)
  return of(rule)
}

/** The rules that a rule is made of; none of a single fact. */
export const partsOf = (rule: Rule): readonly Rule[] => {
  if ('all' in rule) return rule.all
  if ('any' in rule) return rule.any
  if ('not' in rule) return [rule.not]
  return 'of' in rule ? rule.of : []
}

/** Every fact a rule asks for, in its order. */
export const leavesOf = (rule: Rule): readonly Leaf[] => ('fact' in rule ? [rule] : partsOf(rule).flatMap(leavesOf))

/** The facts that are open and on which the answer still hangs: those in no part that is decided already. */
export const openLeaves = (rule: Rule, of: AnswerOf): readonly Leaf[] => {
  if (answerOf(rule, of) !== 'not_yet_known') return []
  return 'fact' in rule ? [rule] : partsOf(rule).flatMap((part) => openLeaves(part, of))
}
