import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
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
const most = 200

export type Document = { readonly template: string; readonly data: Json }

const set = ({ template, data }: Document): Buffer => {
  const setter = compiler()
  const compiled = setter.compile({ mainFilePath: join(workspace, template), inputs: { data: JSON.stringify(data) } })
  const document = compiled.result
  if (!document) {
    const problem = compiled.takeDiagnostics() ?? compiled.takeError()
    throw new Error(`${template} cannot be set: ${JSON.stringify(problem?.shortDiagnostics ?? [])}`)
  }
  const pdf = setter.pdf(document, { pdfStandard: 'ua-1' })
  setter.evictCache(10)
  return pdf
}

/** Sets a template (its path below the source) with its data as a tagged PDF (PDF/UA-1). */
export const typeset = async (document: Document): Promise<Buffer> => {
  const key = createHash('sha256').update(JSON.stringify(document)).digest('hex')
  const known = recent.get(key)
  const pdf = known ?? set(document)
  recent.delete(key)
  recent.set(key, pdf)
  for (const oldest of recent.keys()) {
    if (recent.size <= most) break
    recent.delete(oldest)
  }
  return pdf
}

/** The template of a text in sections, and the size of its letters that fills two sides well: long texts are set smaller. */
export const sheetTemplate = 'platform/print/sheet.typ'
export const sizeFor = (text: string): number => (text.length > 6500 ? 9.6 : text.length > 5200 ? 10.2 : 11)
