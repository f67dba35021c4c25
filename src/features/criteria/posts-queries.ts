import type { Reader } from '../../platform/database/index.ts'
import { isHeldPost, type PostKind } from '../../vocabulary/posts.ts'
import { projectsAsked } from './asked-queries.ts'
import { type Answer, answerOf, type Leaf, leavesOf } from './rule.ts'
import type { Criterion } from './verdict.ts'

/** What a project is to somebody by post: it names the post, is open to it as to others, or excludes it. */
export type ForPost = 'named' | 'open' | 'closed'

/** What the rules of a project say of a post where nothing else is known; of its themes the widest counts. */
export const forPost = (
  criteria: readonly Pick<Criterion, 'themeId' | 'strength' | 'rule'>[],
  post: PostKind,
): ForPost => {
  const isOfPost = (leaf: Leaf) => leaf.fact === 'person.post' && isHeldPost(post) && leaf.in.includes(post)
  const of = (leaf: Leaf): Answer => (leaf.fact === 'person.post' ? (isOfPost(leaf) ? 'yes' : 'no') : 'not_yet_known')
  const themes = [...new Set(criteria.map(({ themeId }) => themeId))]
  const isOpen = (theme: string | null) =>
    criteria.every(
      ({ themeId, strength, rule }) =>
        strength !== 'required' || (themeId !== null && themeId !== theme) || answerOf(rule, of) !== 'no',
    )
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
