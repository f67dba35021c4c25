/** A run of words, with stress or without. */
export type Span = { readonly text: string; readonly strong: boolean }

/** A paragraph or a list of a text that people write: blank lines part paragraphs, "- " begins an item, **words** are stressed. */
export type ProseBlock =
  | { readonly kind: 'paragraph'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }

const spansOf = (text: string): readonly Span[] =>
  text
    .split(/\*\*(.+?)\*\*/g)
    .map((part, at) => ({ text: part, strong: at % 2 === 1 }))
    .filter((span) => span.text !== '')

const item = /^\s*[-•✓]\s+/

const blockOf = (lines: readonly string[]): ProseBlock | null => {
  const text = lines.join(' ').trim()
  return text === '' ? null : { kind: 'paragraph', spans: spansOf(text) }
}

const blocksOf = (part: string): readonly ProseBlock[] => {
  const lines = part.split('\n')
  const first = lines.findIndex((line) => item.test(line))
  const before = blockOf(first === -1 ? lines : lines.slice(0, first))
  if (first === -1) return before ? [before] : []
  const items: string[] = []
  for (const line of lines.slice(first)) {
    if (item.test(line)) items.push(line.replace(item, '').trim())
    else items.push(`${items.pop() ?? ''} ${line.trim()}`.trim())
  }
  return [...(before ? [before] : []), { kind: 'list', items: items.map(spansOf) }]
}

/** The paragraphs and lists of a text. */
export const proseOf = (text: string): readonly ProseBlock[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n\s*\n/)
    .flatMap(blocksOf)

const wordsOf = (spans: readonly Span[]): string => spans.map((span) => span.text).join('')

/** The same as plain text, for mail and text files. */
export const plainProse = (blocks: readonly ProseBlock[]): string =>
  blocks
    .map((block) =>
      block.kind === 'paragraph' ? wordsOf(block.spans) : block.items.map((each) => `- ${wordsOf(each)}`).join('\n'),
    )
    .join('\n\n')
