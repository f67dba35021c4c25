import type { Context } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { projectsAsked } from './asked-queries.ts'
import { type AskerOf, factsKnown } from './facts-queries.ts'
import type { Answer } from './rule.ts'
import { type Criterion, inSum, type Verdict, verdictsOn } from './verdict.ts'

/** A request as rules are tried on it: its theme in its own project, and the one that it would have under the rules proposed. */
export type RequestTried = AskerOf & { readonly themeId: string | null; readonly proposedThemeId: string | null }

/** What the rules as they stand say of a request, what those proposed would say, and which of them decides it. */
export type Tried = {
  readonly key: string
  readonly before: Answer
  readonly after: Answer
  readonly because: Pick<Verdict, 'sentence' | 'against' | 'way'> | null
}

const decidedBy = (verdicts: readonly Verdict[], sum: Answer): Verdict | null =>
  verdicts.find(({ strength, answer }) => strength === 'required' && answer === sum) ?? null

// What turns a request to a no or an open question stands in the rules proposed; what lets it in was in the way before.
const reasonOf = (before: readonly Verdict[], after: readonly Verdict[]): Verdict | null => {
  const sum = inSum(after).answer
  return sum === 'yes' ? decidedBy(before, inSum(before).answer) : decidedBy(after, sum)
}

/** Tries rules that are not public yet on requests that were sent, reading everything at once: as many queries for thousands as for one. */
export const rulesTried = async (
  { db, today }: Context,
  requests: readonly RequestTried[],
  proposed: readonly Criterion[],
): Promise<readonly Tried[]> => {
  const standing = await projectsAsked(db, [...new Set(requests.map(({ projectId }) => projectId))])
  const rules = [...[...standing.values()].flatMap(({ criteria }) => criteria), ...proposed].map(({ rule }) => rule)
  const known = await factsKnown(db, { askers: requests, rules, today, withHistory: true })
  return requests.map(({ key, projectId, themeId, proposedThemeId }) => {
    const facts = found(known.get(key))
    const before = verdictsOn(standing.get(projectId)?.criteria ?? [], themeId, facts)
    const after = verdictsOn(proposed, proposedThemeId, facts)
    return { key, before: inSum(before).answer, after: inSum(after).answer, because: reasonOf(before, after) }
  })
}
