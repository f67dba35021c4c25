import { newId } from '../../vocabulary/ids.ts'
import type { WrittenOutcome } from './written-project.ts'

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

const isReworded = (before: string, after: string): boolean => {
  const [one, other] = [wordsOf(before), wordsOf(after)]
  return 2 * [...one].filter((word) => other.has(word)).length >= Math.max(one.size, other.size)
}

/** What is promised to one audience as it was written, line by line; a promise that was reworded stays the one that evaluations ask about. */
export const promisesFrom = (
  lines: readonly string[],
  audience: WrittenOutcome['audience'],
  before: readonly WrittenOutcome[],
): readonly WrittenOutcome[] => {
  const left = new Map(before.filter((each) => each.audience === audience).map((each) => [each.id, each]))
  const take = (fits: (outcome: string) => boolean): string | undefined => {
    const found = [...left.values()].find(({ outcome }) => fits(outcome))
    if (found) left.delete(found.id)
    return found?.id
  }
  const same = lines.map((line) => take((outcome) => outcome === line))
  return lines.map((outcome, at) => ({
    id: same[at] ?? take((earlier) => isReworded(earlier, outcome)) ?? newId(),
    audience,
    outcome,
  }))
}
