import { fromMarkdown } from 'mdast-util-from-markdown'

/** A run of words as it is drawn; an address is of the web or of mail, nothing else. */
export type Span = {
  readonly text: string
  readonly strong: boolean
  readonly emphasis?: true
  readonly href?: string
}

/** An item of a list, with the lists that stand below it. */
export type ListItem = { readonly spans: readonly Span[]; readonly under?: readonly ProseList[] }
export type ProseList =
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'numbered'; readonly start: number; readonly items: readonly ListItem[] }

/** A paragraph, list or sub-heading of a text that people write. */
export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'heading'; readonly spans: readonly Span[] }
  | ProseList

type Root = ReturnType<typeof fromMarkdown>
type Node = Root['children'][number]
type Way = Omit<Span, 'text'>

// What is left of Markdown is all that a flyer needs; the rest, raw HTML above all, stays the characters it was typed as.
const leftOut = [
  'blockQuote',
  'characterReference',
  'codeFenced',
  'codeIndented',
  'codeText',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
]
const subset = { extensions: [{ disable: { null: leftOut } }] }

const marker = /^(\s*)([-*+•✓]|\d{1,9}[.)])(?=\s)(\s*)/

// A list begins once in a line: "- - -" would be three lists in one another.
const lineOf = (typed: string): string => {
  const found = marker.exec(typed)
  if (!found) return typed
  const [whole, indent = '', sign = '', gap = ''] = found
  const rest = typed.slice(whole.length).replace(/^(\d*)([-*+.)])(?=\s|$)/, '$1\\$2')
  return `${indent}${/[•✓]/.test(sign) ? '-' : sign}${gap}${rest}`
}

const allowed = new Set(['http:', 'https:', 'mailto:'])
const blank = /[\s\p{Cc}]/u

const addressOf = (typed: string): string | null =>
  !blank.test(typed) && URL.canParse(typed) && allowed.has(new URL(typed).protocol) ? typed : null

const joined = (spans: readonly Span[]): readonly Span[] => {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    const isAlike = last && last.strong === span.strong && last.emphasis === span.emphasis && last.href === span.href
    if (isAlike) all[all.length - 1] = { ...last, text: last.text + span.text }
    else if (span.text !== '') all.push(span)
  }
  return all
}

const bare =
  /(?<![\p{L}\d/@.])(?:https?:\/\/|www\.)[^\s<>"“”]+|(?<![\p{L}\d/@.+_-])[\p{L}\d.+_-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu
const signsOf = (sign: RegExp, text: string): number => text.match(sign)?.length ?? 0

// A full stop after an address belongs to the sentence, and so does a bracket that was opened before it.
const addressIn = (found: string): string => {
  let end = found.length
  let unopened = signsOf(/\)/g, found) - signsOf(/\(/g, found)
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1)
    if (last === ')' && unopened > 0) unopened -= 1
    else if (!".,;:!?'’*_".includes(last)) break
  }
  return found.slice(0, end)
}

const hrefOf = (words: string): string | null => {
  if (/^https?:/i.test(words)) return addressOf(words)
  return addressOf(/^www\./i.test(words) ? `https://${words}` : `mailto:${words}`)
}

/** Addresses of the web and of mail become links wherever they are typed, also between other words. */
const withAddresses = (text: string, way: Way): readonly Span[] => {
  if (way.href !== undefined) return [{ ...way, text }]
  const spans: Span[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(bare)) {
    const words = addressIn(found)
    const href = hrefOf(words)
    if (href === null) continue
    spans.push({ ...way, text: text.slice(from, index) }, { ...way, href, text: words })
    from = index + words.length
  }
  return [...spans, { ...way, text: text.slice(from) }]
}

const reader = (source: string) => {
  const typed = (node: Node, way: Way): readonly Span[] => [
    {
      ...way,
      text: source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0).replaceAll(/\s+/g, ' '),
    },
  ]
  const isPicture = (node: Node): boolean => source[(node.position?.start.offset ?? 0) - 1] === '!'
  const linkOf = (node: Extract<Node, { type: 'link' }>, way: Way): readonly Span[] => {
    const href = isPicture(node) ? null : addressOf(node.url)
    if (href === null) return typed(node, way)
    const words = node.children.flatMap((child) => spansOf(child, { ...way, href }))
    return [
      ...(words.some(({ text }) => text.trim() !== '') ? words : [{ ...way, href, text: href }]),
      ...(node.title ? [{ ...way, text: ` (${node.title.replaceAll(/\s+/g, ' ')})` }] : []),
    ]
  }
  const spansOf = (node: Node, way: Way = { strong: false }): readonly Span[] => {
    if (node.type === 'text') return withAddresses(node.value.replaceAll(/\s+/g, ' '), way)
    if (node.type === 'break') return [{ ...way, text: ' ' }]
    if (node.type === 'strong') return node.children.flatMap((child) => spansOf(child, { ...way, strong: true }))
    if (node.type === 'emphasis') return node.children.flatMap((child) => spansOf(child, { ...way, emphasis: true }))
    return node.type === 'link' ? linkOf(node, way) : typed(node, way)
  }
  return (nodes: readonly Node[]): readonly Span[] => joined(nodes.flatMap((node) => spansOf(node)))
}

const trimmed = (spans: readonly Span[]): readonly Span[] =>
  joined(
    spans.map((span, at) => {
      const text = at === 0 ? span.text.trimStart() : span.text
      return { ...span, text: at === spans.length - 1 ? text.trimEnd() : text }
    }),
  )

type SpansOf = ReturnType<typeof reader>
type List = Extract<Node, { type: 'list' }>

const childrenOf = (node: Node): readonly Node[] => ('children' in node ? (node.children as readonly Node[]) : [node])

/** How many lists may stand within one another; what is written deeper goes on in the last. */
const deepest = 3

// No word is lost: an item that is a list alone leaves its items to the list it stands in.
const itemsOf = (list: List, spansOf: SpansOf, depth: number): readonly ListItem[] =>
  list.children.flatMap((item): readonly ListItem[] => {
    const words = item.children
      .filter(({ type }) => type !== 'list')
      .flatMap((part, at) => [...(at > 0 ? [{ text: ' ', strong: false }] : []), ...spansOf(childrenOf(part))])
    const spans = trimmed(joined(words))
    const lists = item.children.filter((part) => part.type === 'list')
    if (spans.length === 0) return lists.flatMap((each) => itemsOf(each, spansOf, depth))
    if (depth === deepest) return [{ spans }, ...lists.flatMap((each) => itemsOf(each, spansOf, depth))]
    const under = lists.flatMap((each) => listOf(each, spansOf, depth + 1))
    return [under.length === 0 ? { spans } : { spans, under }]
  })

const listOf = (list: List, spansOf: SpansOf, depth = 1): readonly ProseList[] => {
  const items = itemsOf(list, spansOf, depth)
  if (items.length === 0) return []
  return [list.ordered ? { kind: 'numbered', start: list.start ?? 1, items } : { kind: 'list', items }]
}

/** The blocks of a text in Markdown: paragraphs, sub-headings, lists, **stress**, *emphasis* and links; all else is plain text. */
export const proseOf = (text: string): readonly ProseBlock[] => {
  const source = text
    .split(/\r\n|\r|\n/)
    .map(lineOf)
    .join('\n')
  const spansOf = reader(source)
  return fromMarkdown(source, subset).children.flatMap((node): readonly ProseBlock[] => {
    if (node.type === 'list') return listOf(node, spansOf)
    const spans = trimmed(spansOf(childrenOf(node)))
    return spans.length === 0 ? [] : [{ kind: node.type === 'heading' ? 'heading' : 'paragraph', spans }]
  })
}

/** The same spans, those of one link together: `href` is null between links. */
export const linksOf = (
  spans: readonly Span[],
): readonly { readonly href: string | null; readonly spans: readonly Span[] }[] => {
  const runs: { href: string | null; spans: Span[] }[] = []
  for (const span of spans) {
    const href = span.href ?? null
    const last = runs.at(-1)
    if (last?.href === href) last.spans.push(span)
    else runs.push({ href, spans: [span] })
  }
  return runs
}

const wordsOf = (spans: readonly Span[]): string =>
  linksOf(spans)
    .map(({ href, spans: run }) => {
      const words = run.map(({ text }) => text).join('')
      const address = href?.replace(/^mailto:/i, '')
      return address && address !== words && address !== `https://${words}` ? `${words} (${address})` : words
    })
    .join('')

const plainList = (list: ProseList, margin: string): string =>
  list.items
    .flatMap(({ spans, under = [] }, at) => {
      const sign = list.kind === 'list' ? '- ' : `${list.start + at}. `
      const below = margin + ' '.repeat(sign.length)
      return [`${margin}${sign}${wordsOf(spans)}`, ...under.map((each) => plainList(each, below))]
    })
    .join('\n')

const plainBlock = (block: ProseBlock): string => ('items' in block ? plainList(block, '') : wordsOf(block.spans))

/** The same as plain text, for mail and text files: the address of a link stands in brackets after its words. */
export const plainProse = (blocks: readonly ProseBlock[]): string => blocks.map(plainBlock).join('\n\n')
