import type { FieldError } from '../../vocabulary/form.ts'
import type { Rule } from '../criteria/index.ts'
import type { Lists } from './fact-kinds.ts'
import { facts } from './facts-to-choose.ts'
import { readLeaf } from './leaf.form.ts'
import { type GroupNode, isCounted, isGroup, type Node, type Path, ruleOfGroup } from './tree.ts'
import { fieldAt } from './typed-tree.ts'

export type TreeRead = { readonly rule: Rule } | { readonly errors: readonly FieldError[] }

const countProblem = ({ how, count, parts }: GroupNode): string | null => {
  if (!isCounted(how)) return null
  const isNumber = /^\d{1,2}$/.test(count) && Number(count) >= 1 && Number(count) <= parts.length
  return isNumber ? null : `Enter how many of them, from 1 to ${parts.length}`
}

/** What a tree means, or everything that is wrong with it and where. */
export const readTree = (node: Node, lists: Lists, path: Path = []): TreeRead => {
  if (!isGroup(node)) {
    const read = readLeaf(node, lists)
    if ('leaf' in read) return { rule: node.isNot ? { not: read.leaf } : read.leaf }
    return {
      errors: Object.entries(read.problems).map(([field, message]) => ({
        field: fieldAt(path, field),
        message: `${facts[node.fact].label}: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      })),
    }
  }
  if (node.parts.length === 0)
    return { errors: [{ field: fieldAt(path, 'new'), message: 'Add at least one fact, or remove the group' }] }
  const parts = node.parts.map((part, at) => readTree(part, lists, [...path, at]))
  const count = countProblem(node)
  const errors = [
    ...(count === null ? [] : [{ field: fieldAt(path, 'count'), message: count }]),
    ...parts.flatMap((part) => ('errors' in part ? part.errors : [])),
  ]
  if (errors.length > 0) return { errors }
  return {
    rule: ruleOfGroup(
      node.how,
      Number(node.count),
      parts.flatMap((part) => ('rule' in part ? [part.rule] : [])),
    ),
  }
}
