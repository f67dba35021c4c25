import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import type { Json } from '../vocabulary/json.ts'

/** Templates lie anywhere below the source and begin with `#import "/platform/print/look.typ"`. */
const workspace = dirname(import.meta.dirname)

let kept: NodeCompiler | null = null
const compiler = (): NodeCompiler => {
  kept ??= NodeCompiler.create({ workspace })
  return kept
}

// The same words make the same document: what was set lately is kept, up to some 20 MB.
const recent = new Map<string, Buffer>()
const keptAtMost = 200

export type Document = {
  readonly template: string
  /** What the template reads; its `size` is the size of the letters. */
  readonly data: Readonly<Record<string, Json>>
  /** Set once more in smaller letters where it takes more pages than this. */
  readonly most?: number
}

const compiled = (setter: NodeCompiler, template: string, data: Document['data']): NodeTypstDocument => {
  const result = setter.compile({ mainFilePath: join(workspace, template), inputs: { data: JSON.stringify(data) } })
  const document = result.result
  if (document) return document
  const problem = result.takeDiagnostics() ?? result.takeError()
  throw new Error(`${template} cannot be set: ${JSON.stringify(problem?.shortDiagnostics ?? [])}`)
}

const smallest = 8.8

const fitted = (
  setter: NodeCompiler,
  { template, data, most = Number.POSITIVE_INFINITY }: Document,
): NodeTypstDocument => {
  const document = compiled(setter, template, data)
  return document.numOfPages <= most ? document : compiled(setter, template, { ...data, size: smallest })
}

// A tagged PDF has a letter for every character: the setter names those the letters do not have.
const lacked = (problem: unknown): readonly string[] =>
  [...String(problem).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].flatMap(([, text = '']) => [
    ...text.replaceAll(/\\*u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
  ])

const cleaned = (text: string, characters: readonly string[]): string => {
  const left = characters.reduce((all, one) => all.replaceAll(one, /\p{L}|\p{N}/u.test(one) ? '?' : ''), text)
  // A heading of nothing cannot be set either.
  return left.trim() === '' && text.trim() !== '' ? '?' : left
}

const without = (data: Document['data'], characters: readonly string[]): Document['data'] =>
  JSON.parse(JSON.stringify(data), (key, value: unknown) =>
    typeof value === 'string' && key !== 'href' ? cleaned(value, characters) : value,
  ) as Document['data']

const mostTries = 20

// Pictures between the letters are left out, a letter that cannot be set is a question mark; with very many the document is not tagged.
const set = (document: Document, tries = 0): Buffer => {
  const setter = compiler()
  try {
    return setter.pdf(fitted(setter, document), tries < mostTries ? { pdfStandard: 'ua-1' } : {})
  } catch (problem) {
    const characters = lacked(problem)
    if (characters.length === 0) throw problem
    return set({ ...document, data: without(document.data, characters) }, tries + 1)
  } finally {
    setter.evictCache(10)
  }
}

/** Sets a template (its path below the source) with its data as a tagged PDF (PDF/UA-1). */
export const typeset = async (document: Document): Promise<Buffer> => {
  const key = createHash('sha256').update(JSON.stringify(document)).digest('hex')
  const known = recent.get(key)
  const pdf = known ?? set(document)
  recent.delete(key)
  recent.set(key, pdf)
  for (const oldest of recent.keys()) {
    if (recent.size <= keptAtMost) break
    recent.delete(oldest)
  }
  return pdf
}

/** The template of a text in sections, and the size of letters in which so much text fills one side or two. */
export const sheetTemplate = 'platform/print/sheet.typ'
export const sizeFor = (text: string): number => {
  // Measured: in letters of 10 points 4,000 characters fill one side, in 12 points 5,800 fill two.
  const full = text.length < 4100 ? 10 * Math.sqrt(4000 / text.length) : 12 * Math.sqrt(5800 / text.length)
  return Math.max(9, Math.min(12, Math.floor(2 * full) / 2))
}

/** A short text reads better in one column. */
export const columnsFor = (text: string): number => (text.length < 2600 ? 1 : 2)
