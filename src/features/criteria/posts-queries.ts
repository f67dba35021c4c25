import type { Reader } from '../../platform/database/index.ts'
import type { Phase } from '../../vocabulary/phases.ts'
import { isHeldPost, type PostKind } from '../../vocabulary/posts.ts'
import { projectsAsked } from './asked-queries.ts'
import { rulesOn } from './criterion.ts'
import type { KnownFacts, KnownOrganisation } from './known-facts.ts'
import { type Answer, answerOf, type Leaf, leavesOf } from './rule.ts'
import { type Criterion, inSum, type Verdict, verdictsOn } from './verdict.ts'

/** What a project is to somebody by post: it names the post, is open to it as to others, or excludes it. */
export type ForPost = 'named' | 'open' | 'closed'

/** What the rules of a project say of a post where nothing else is known; of its themes the widest counts. */
export const forPost = (criteria: readonly Criterion[], post: PostKind): ForPost => {
  const isOfPost = (leaf: Leaf) => leaf.fact === 'person.post' && isHeldPost(post) && leaf.in.includes(post)
  const of = (leaf: Leaf): Answer => (leaf.fact === 'person.post' ? (isOfPost(leaf) ? 'yes' : 'no') : 'not_yet_known')
  const themes = [...new Set(criteria.map(({ themeId }) => themeId))]
  const isOpen = (theme: string | null) =>
    rulesOn(criteria, theme).every(({ strength, rule }) => strength !== 'required' || answerOf(rule, of) !== 'no')
  const own = themes.length > 1 ? themes.filter((theme) => theme !== null) : [themes[0] ?? null]
  if (!own.some(isOpen)) return 'closed'
  return criteria.some(({ rule }) => leavesOf(rule).some(isOfPost)) ? 'named' : 'open'
}

/** What each of these projects is to somebody of this post. */
export const projectsForPost = async (
  db: Reader,
  projectIds: readonly string[],
  post: PostKind,
): Promise<ReadonlyMap<string, ForPost>> =>
  new Map([...(await projectsAsked(db, projectIds))].map(([id, { criteria }]) => [id, forPost(criteria, post)]))

/** Who asks, as far as they say: a school that is known, or one of a phase, or a provider of teacher training. */
export type Asker =
  | { readonly organisationId: string; readonly withHistory: boolean }
  | { readonly phase: Phase | 'itt' | null }

export const unnamed = (phase: Phase | 'itt' | null): KnownOrganisation => ({
  name: phase === 'itt' ? 'Your institution' : 'Your school',
  kind: phase === 'itt' ? 'itt_provider' : 'school',
  phases: phase === null || phase === 'itt' ? [] : [phase],
  stateFunded: null,
  ittKind: null,
  ittPhases: [],
  status: 'open',
  closedOn: null,
  successor: null,
  isUnnamed: true,
})

const order: Readonly<Record<Answer, number>> = { yes: 0, not_yet_known: 1, no: 2 }

// Of a project's themes the one that fits best counts: an offer may be of any.
export const widest = (criteria: readonly Criterion[], known: KnownFacts): readonly Verdict[] => {
  const themes = [...new Set(criteria.flatMap(({ themeId }) => themeId ?? []))]
  const all = (themes.length > 0 ? themes : [null]).map((theme) => verdictsOn(criteria, theme, known))
  return all.toSorted((one, other) => order[inSum(one).answer] - order[inSum(other).answer])[0] ?? []
}
