import type { LeafOf } from './leaf.ts'
import type { Rule } from './rule.ts'

type Post = LeafOf<'person.post'>

// "Everybody is this, or everybody is that" is not "everybody is this or that".
const isOfSomebody = (rule: Rule): rule is Post => 'fact' in rule && rule.fact === 'person.post' && rule.every !== true

const joined = (posts: readonly Post[]): readonly Rule[] =>
  [...Map.groupBy(posts, ({ since }) => JSON.stringify(since ?? null)).values()].flatMap((own) => {
    const [first] = own
    return first ? [{ ...first, in: [...new Set(own.flatMap((post) => post.in))] }] : []
  })

/** A rule in which posts that will each do stand as one choice of posts: so that a way to a yes names them all. */
export const withPostsJoined = (rule: Rule): Rule => {
  if ('all' in rule) return { ...rule, all: rule.all.map(withPostsJoined) }
  if ('not' in rule) return { ...rule, not: withPostsJoined(rule.not) }
  if ('of' in rule) return { ...rule, of: rule.of.map(withPostsJoined) }
  if (!('any' in rule)) return rule
  const parts = rule.any.map(withPostsJoined)
  const posts = parts.filter(isOfSomebody)
  if (posts.length < 2) return { ...rule, any: parts }
  const together = joined(posts)
  const at = parts.findIndex(isOfSomebody)
  const others = (part: Rule, n: number): readonly Rule[] => {
    if (n === at) return together
    return isOfSomebody(part) ? [] : [part]
  }
  return { ...rule, any: parts.flatMap(others) }
}
