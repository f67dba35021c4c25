import { type HTMLElement, type Node, NodeType, parse } from 'node-html-parser'

/** Attributes that mean the same however they are written. */
const boolean = new Set(['checked', 'disabled', 'hidden', 'multiple', 'open', 'selected'])

const attributeOf = ([name, value]: [string, string]): string => {
  if (boolean.has(name)) return name
  if (name === 'class') return `class="${value.split(/\s+/).filter(Boolean).sort().join(' ')}"`
  return `${name}="${value}"`
}

const elementOf = (element: HTMLElement, depth: number): string[] => {
  const indent = '  '.repeat(depth)
  const attributes = Object.entries(element.attributes).map(attributeOf).sort()
  const head = `${indent}<${[element.rawTagName.toLowerCase(), ...attributes].join(' ')}>`
  return [head, ...element.childNodes.flatMap((child) => linesOf(child, depth + 1))]
}

const linesOf = (node: Node, depth: number): string[] => {
  if (node.nodeType === NodeType.TEXT_NODE) {
    const words = node.text.replace(/\s+/g, ' ').trim()
    return words === '' ? [] : [`${'  '.repeat(depth)}${words}`]
  }
  return node.nodeType === NodeType.ELEMENT_NODE ? elementOf(node as HTMLElement, depth) : []
}

/** The same markup always gives the same lines: order of attributes and white space do not count. */
export const normalForm = (markup: string): string =>
  parse(markup, { comment: false })
    .childNodes.flatMap((node) => linesOf(node, 0))
    .join('\n')
