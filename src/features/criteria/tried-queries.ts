import type { Context } from '../../platform/context.ts'
import { found } from '../../platform/errors.ts'
import { projectsAsked } from './asked-queries.ts'
import { type AskerOf, factsKnown } from './facts-queries.ts'
import { ownRulesOf } from './own-queries.ts'
import type { Answer } from './rule.ts'
import { type Criterion, inSum, type Verdict, verdictsOn } from './verdict.ts'

/** A request as rules are tried on it: its theme in its own project, and the one that it would have under the rules proposed. */
export type RequestTried = AskerOf & {
  readonly offerId: string
  readonly themeId: string | null
  readonly proposedThemeId: string | null
}

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

/** The rules that a request was to be answered by: its project's, and its hub's own on the offer. */
type Standing = { readonly project: readonly Criterion[]; readonly own: readonly Criterion[] }

/** The rules before a change and after it, as they would answer a request. */
export type Compared = { readonly before: readonly Criterion[]; readonly after: readonly Criterion[] }

/**
 * Tries rules that are not public yet on requests that were sent, reading everything at once: as many queries for thousands as for
 * one. Which rules are set against which is said of those that stand.
 */
export const rulesTried = async (
  { db, today }: Context,
  requests: readonly RequestTried[],
  compared: (standing: Standing) => Compared,
): Promise<readonly Tried[]> => {
  const [projects, own] = await Promise.all([
    projectsAsked(db, [...new Set(requests.map(({ projectId }) => projectId))]),
    ownRulesOf(db, [...new Set(requests.map(({ offerId }) => offerId))]),
  ])
  const asked = requests.map((request) => {
    const standing = {
      project: projects.get(request.projectId)?.criteria ?? [],
      own: own.get(request.offerId) ?? [],
    }
    return { request, ...compared(standing) }
  })
  const rules = [...new Set(asked.flatMap(({ before, after }) => [...before, ...after]))].map(({ rule }) => rule)
  const known = await factsKnown(db, { askers: requests, rules, today, withHistory: true })
  return asked.map(({ request: { key, themeId, proposedThemeId }, before, after }) => {
    const facts = found(known.get(key))
    const [stood, would] = [verdictsOn(before, themeId, facts), verdictsOn(after, proposedThemeId, facts)]
    return { key, before: inSum(stood).answer, after: inSum(would).answer, because: reasonOf(stood, would) }
  })
}
