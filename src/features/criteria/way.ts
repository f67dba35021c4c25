import { withPostsJoined } from './alike.ts'
import { type Leaf, leafKey } from './leaf.ts'
import { aspectKey, isPossible } from './possible.ts'
import { type Answer, type AnswerOf, answerOf, leavesOf, type Rule } from './rule.ts'

/** What would have to become true of one fact, in a sentence; null when nothing the asker does can change it. */
export type Step = (leaf: Leaf, wanted: 'yes' | 'no') => string | null

type Ways = { readonly of: AnswerOf; readonly step: Step }
type Move = { readonly leaf: Leaf; readonly wanted: 'yes' | 'no'; readonly step: string }

const shortest = (ways: readonly (readonly Move[] | null)[], enough: number): readonly Move[] | null => {
  const open = ways.filter((way) => way !== null).toSorted((a, b) => a.length - b.length)
  return open.length < enough ? null : open.slice(0, Math.max(0, enough)).flat()
}

// Part by part: right wherever no fact is asked for twice.
const byParts = (wanted: 'yes' | 'no', rule: Rule, ways: Ways): readonly Move[] | null => {
  const count = (rules: readonly Rule[], enough: number) =>
    shortest(
      rules.map((part) => byParts(wanted, part, ways)),
      wanted === 'yes' ? enough : rules.length - enough + 1,
    )
  if ('all' in rule) return count(rule.all, rule.all.length)
  if ('any' in rule) return count(rule.any, 1)
  if ('not' in rule) return byParts(wanted === 'yes' ? 'no' : 'yes', rule.not, ways)
  if ('of' in rule) return count(rule.of, rule.atLeast)
  if (ways.of(rule) === wanted) return []
  const step = ways.step(rule, wanted)
  return step === null ? null : [{ leaf: rule, wanted, step }]
}

const after = (moves: readonly Move[], of: AnswerOf): AnswerOf => {
  const made = new Map(moves.map(({ leaf, wanted }) => [leafKey(leaf), wanted]))
  return (leaf) => made.get(leafKey(leaf)) ?? of(leaf)
}

const mostLoose = 8

/**
 * Whether changes lead to a yes once they are carried out: facts of which they make something else, such as who would come, may then
 * answer other parts of the rule otherwise; there has to be a way in which all of it can be so together.
 */
const leads = (rule: Rule, moves: readonly Move[], of: AnswerOf): boolean => {
  const touched = new Set(moves.map(({ leaf }) => aspectKey(leaf)))
  const moved = new Set(moves.map(({ leaf }) => leafKey(leaf)))
  const near = leavesOf(rule).filter((leaf) => touched.has(aspectKey(leaf)) && !moved.has(leafKey(leaf)))
  const loose = [...new Map(near.map((leaf) => [leafKey(leaf), leaf])).values()]
  const then = after(moves, of)
  if (loose.length > mostLoose) return answerOf(rule, then) === 'yes'
  const wishes = moves.map(({ leaf, wanted }) => ({ leaf, is: wanted === 'yes' }))
  const turns = Array.from({ length: 2 ** loose.length }, (_, bits) =>
    loose.map((leaf, at) => ({ leaf, is: (bits & (2 ** at)) > 0 })),
  )
  return turns.some((others) => {
    const turned = new Map(others.map(({ leaf, is }): [string, Answer] => [leafKey(leaf), is ? 'yes' : 'no']))
    return (
      answerOf(rule, (leaf) => turned.get(leafKey(leaf)) ?? then(leaf)) === 'yes' && isPossible([...wishes, ...others])
    )
  })
}

function* choices(moves: readonly Move[], count: number, from = 0): Generator<readonly Move[]> {
  if (count === 0) yield []
  else
    for (let at = from; at <= moves.length - count; at += 1)
      for (const others of choices(moves, count - 1, at + 1)) yield [moves[at] as Move, ...others]
}

const mostMoves = 14
const longestWay = 4

// Where a fact is asked for twice, one part can undo another: every few changes are tried, the fewest first.
const byTrying = (rule: Rule, { of, step }: Ways): readonly Move[] | null => {
  const distinct = [...new Map(leavesOf(rule).map((leaf) => [leafKey(leaf), leaf])).values()]
  const moves = distinct.flatMap((leaf) =>
    (['yes', 'no'] as const).flatMap((wanted) => {
      const sentence = of(leaf) === wanted ? null : step(leaf, wanted)
      return sentence === null ? [] : [{ leaf, wanted, step: sentence }]
    }),
  )
  for (let count = 0; count <= Math.min(longestWay, moves.length); count += 1)
    for (const tried of choices(moves.slice(0, mostMoves), count)) if (leads(rule, tried, of)) return tried
  return null
}

const isReadOnce = (rule: Rule): boolean => {
  const keys = leavesOf(rule).map(leafKey)
  return new Set(keys).size === keys.length
}

/** What has to change for the shortest way to a yes; nothing when it is there already, null when there is none. */
export const movesToYes = (rule: Rule, ways: Ways): readonly Move[] | null => {
  if (!isReadOnce(rule)) return byTrying(rule, ways)
  const moves = byParts('yes', rule, ways)
  return moves === null || leads(rule, moves, ways.of) ? moves : byTrying(rule, ways)
}

/** The shortest way to a yes, step by step; empty when it is there already, null when there is none. */
export const wayToYes = (rule: Rule, ways: Ways): readonly string[] | null => {
  const moves = movesToYes(withPostsJoined(rule), ways)
  return moves && [...new Set(moves.map(({ step }) => step))]
}
