import type { Leaf, Rule } from '../criteria/index.ts'

export const groupings = ['all', 'any', 'at_least', 'none', 'not_all', 'fewer'] as const
/** How the parts of a group count together. */
export type Grouping = (typeof groupings)[number]

/** A fact as it is being composed: its values as they were typed, which need not make sense yet. */
export type FactNode = {
  readonly fact: Leaf['fact']
  readonly isNot: boolean
  readonly values: Readonly<Record<string, string | readonly string[]>>
}
export type GroupNode = { readonly how: Grouping; readonly count: string; readonly parts: readonly Node[] }
/** A rule as it is being composed, before it is one. */
export type Node = FactNode | GroupNode

export const isGroup = (node: Node): node is GroupNode => 'parts' in node

export const emptyTree: GroupNode = { how: 'all', count: '', parts: [] }

/** Where a part stands: the positions on the way to it. */
export type Path = readonly number[]

export const mostParts = 12
export const deepest = 4

type ValuesOf = (leaf: Leaf) => FactNode['values']

const denied: Readonly<Record<Grouping, Grouping>> = {
  all: 'not_all',
  not_all: 'all',
  any: 'none',
  none: 'any',
  at_least: 'fewer',
  fewer: 'at_least',
}

/** A rule as it is shown for composing. */
export const treeOf = (rule: Rule, valuesOf: ValuesOf): Node => {
  const parts = (rules: readonly Rule[]) => rules.map((part) => treeOf(part, valuesOf))
  if ('fact' in rule) return { fact: rule.fact, isNot: false, values: valuesOf(rule) }
  if ('all' in rule) return { how: 'all', count: '', parts: parts(rule.all) }
  if ('any' in rule) return { how: 'any', count: '', parts: parts(rule.any) }
  if ('of' in rule) return { how: 'at_least', count: String(rule.atLeast), parts: parts(rule.of) }
  const node = treeOf(rule.not, valuesOf)
  return isGroup(node) ? { ...node, how: denied[node.how] } : { ...node, isNot: !node.isNot }
}

/** The same with a group at its root, to which parts can be added. */
export const rooted = (node: Node): GroupNode => (isGroup(node) ? node : { ...emptyTree, parts: [node] })

const single = (rules: readonly Rule[], several: Rule): Rule => (rules.length === 1 ? (rules[0] as Rule) : several)

/** What a group of rules means. */
export const ruleOfGroup = (how: Grouping, count: number, rules: readonly Rule[]): Rule => {
  const means: Readonly<Record<Grouping, () => Rule>> = {
    all: () => single(rules, { all: rules }),
    any: () => single(rules, { any: rules }),
    at_least: () => ({ atLeast: count, of: rules }),
    none: () => ({ not: single(rules, { any: rules }) }),
    not_all: () => ({ not: single(rules, { all: rules }) }),
    fewer: () => ({ not: { atLeast: count, of: rules } }),
  }
  return means[how]()
}

/** Whether a group says a number beside its parts. */
export const isCounted = (how: Grouping): boolean => how === 'at_least' || how === 'fewer'

// The group at a path, changed; what is not there stays away.
const changed = (root: GroupNode, path: Path, change: (group: GroupNode) => GroupNode): GroupNode => {
  const [at, ...rest] = path
  if (at === undefined) return change(root)
  const child = root.parts[at]
  return child && isGroup(child) ? { ...root, parts: root.parts.with(at, changed(child, rest, change)) } : root
}

const withParts = (root: GroupNode, path: Path, parts: (before: readonly Node[]) => readonly Node[]): GroupNode =>
  changed(root, path, (group) => ({ ...group, parts: parts(group.parts) }))

export const adding = (root: GroupNode, path: Path, node: Node): GroupNode =>
  withParts(root, path, (parts) => (parts.length < mostParts && path.length < deepest ? [...parts, node] : parts))

export const removing = (root: GroupNode, path: Path): GroupNode => {
  const at = path.at(-1)
  return at === undefined ? root : withParts(root, path.slice(0, -1), (parts) => parts.toSpliced(at, 1))
}

export const moving = (root: GroupNode, path: Path, by: 1 | -1): GroupNode => {
  const at = path.at(-1)
  if (at === undefined) return root
  return withParts(root, path.slice(0, -1), (parts) => {
    const node = parts[at]
    const to = at + by
    return node && to >= 0 && to < parts.length ? parts.toSpliced(at, 1).toSpliced(to, 0, node) : parts
  })
}
