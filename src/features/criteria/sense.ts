import { aspectKey, isPossible, type Wish } from './possible.ts'
import type { Rule } from './rule.ts'

// Beyond so many steps a rule is too large to be looked through: nothing is said of it.
const mostSteps = 20_000
type Budget = { left: number }

function* chosen<Item>(items: readonly Item[], count: number, from = 0): Generator<readonly Item[]> {
  if (count === 0) yield []
  else
    for (let at = from; at <= items.length - count; at += 1)
      for (const others of chosen(items, count - 1, at + 1)) yield [items[at] as Item, ...others]
}

type Look = { readonly is: boolean; readonly given: readonly Wish[]; readonly budget: Budget }

function* together(rules: readonly Rule[], { is, given, budget }: Look): Generator<readonly Wish[]> {
  const [first, ...others] = rules
  if (!first) yield given
  else for (const so of ways(first, { is, given, budget })) yield* together(others, { is, given: so, budget })
}

function* someOf(rules: readonly Rule[], count: number, look: Look): Generator<readonly Wish[]> {
  for (const those of chosen(rules, count)) yield* together(those, look)
}

/** Every set of facts, each possible together with what is given, by which a rule is met, or is not. */
function* ways(rule: Rule, look: Look): Generator<readonly Wish[]> {
  look.budget.left -= 1
  if (look.budget.left < 0) return
  if ('not' in rule) return yield* ways(rule.not, { ...look, is: !look.is })
  if ('all' in rule) return yield* someOf(rule.all, look.is ? rule.all.length : 1, look)
  if ('any' in rule) return yield* someOf(rule.any, look.is ? 1 : rule.any.length, look)
  if ('of' in rule) return yield* someOf(rule.of, look.is ? rule.atLeast : rule.of.length - rule.atLeast + 1, look)
  const wish = { leaf: rule, is: look.is }
  const same = look.given.filter(({ leaf }) => aspectKey(leaf) === aspectKey(rule))
  if (isPossible([...same, wish])) yield [...look.given, wish]
}

const canTurnOut = (rule: Rule, is: boolean): boolean | null => {
  const budget = { left: mostSteps }
  for (const _ of ways(rule, { is, given: [], budget })) return true
  return budget.left < 0 ? null : false
}

/** Whether nobody can ever meet a rule, or everybody does whatever the facts; null where neither can be said. */
export const senseOf = (rule: Rule): 'never' | 'always' | null => {
  if (canTurnOut(rule, true) === false) return 'never'
  return canTurnOut(rule, false) === false ? 'always' : null
}
