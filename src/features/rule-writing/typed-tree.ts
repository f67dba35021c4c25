import type { Typed } from '../../vocabulary/form.ts'
import { facts, isFact } from './facts-to-choose.ts'
import {
  adding,
  deepest,
  emptyTree,
  type FactNode,
  type GroupNode,
  groupings,
  isGroup,
  mostParts,
  moving,
  type Node,
  type Path,
  removing,
} from './tree.ts'

/** The name of a field of one part of the tree. */
export const fieldAt = (path: Path, field: string): string => `t-${['0', ...path].join('-')}-${field}`

const typedAt = (typed: Typed, path: Path, field: string): string => {
  const value = typed[fieldAt(path, field)]
  return (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
}

const factAt = (typed: Typed, path: Path, fact: FactNode['fact']): FactNode => ({
  fact,
  isNot: typedAt(typed, path, 'is-not') === 'not',
  values: Object.fromEntries(
    facts[fact].fields.map(({ name, kind }) => {
      const value = typed[fieldAt(path, name)]
      return [
        name,
        kind === 'several' ? (typeof value === 'string' ? [value] : (value ?? [])) : typedAt(typed, path, name),
      ]
    }),
  ),
})

const nodeAt = (typed: Typed, path: Path): Node | null => {
  const fact = typedAt(typed, path, 'fact')
  if (isFact(fact)) return factAt(typed, path, fact)
  const how = groupings.find((each) => each === typedAt(typed, path, 'how'))
  if (!how || path.length > deepest) return null
  const parts: Node[] = []
  for (let at = 0; at < mostParts; at += 1) {
    const part = nodeAt(typed, [...path, at])
    if (part === null) break
    parts.push(part)
  }
  return { how, count: typedAt(typed, path, 'count'), parts }
}

/** The tree of a form as it was typed. */
export const treeIn = (typed: Typed): GroupNode => {
  const node = nodeAt(typed, [])
  return node && isGroup(node) ? node : emptyTree
}

/** A tree as a form shows it. */
export const typedTree = (node: Node, path: Path = []): Typed => {
  if (!isGroup(node))
    return {
      [fieldAt(path, 'fact')]: node.fact,
      [fieldAt(path, 'is-not')]: node.isNot ? 'not' : 'is',
      ...Object.fromEntries(Object.entries(node.values).map(([name, value]) => [fieldAt(path, name), value])),
    }
  return Object.assign(
    { [fieldAt(path, 'how')]: node.how, [fieldAt(path, 'count')]: node.count },
    ...node.parts.map((part, at) => typedTree(part, [...path, at])),
  ) as Typed
}

/** All that was typed, with another tree. */
export const withTree = (typed: Typed, tree: GroupNode): Typed => ({
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => !/^t-\d/.test(name))),
  ...typedTree(tree),
})

const blank = (fact: FactNode['fact']): FactNode => ({ fact, isNot: false, values: {} })

/** The tree after a button was pressed: fact, group, remove, up or down at a place; null for a button that leaves it alone. */
export const afterPressing = (button: string, typed: Typed): GroupNode | null => {
  const [, deed, place] = /^(fact|group|remove|up|down):0((?:-\d{1,2})*)$/.exec(button) ?? []
  if (deed === undefined) return null
  const path = (place ?? '').split('-').filter(Boolean).map(Number)
  const tree = treeIn(typed)
  if (deed === 'remove') return removing(tree, path)
  if (deed === 'up' || deed === 'down') return moving(tree, path, deed === 'up' ? -1 : 1)
  if (deed === 'group') return adding(tree, path, { how: 'any', count: '', parts: [] })
  const fact = typedAt(typed, path, 'new')
  return isFact(fact) ? adding(tree, path, blank(fact)) : tree
}
