// The objects of a PDF as our typesetter writes it: no object streams, no encryption.
import { inflateSync } from 'node:zlib'

export type Name = { readonly name: string }
export type Ref = { readonly ref: number }
export type Dict = ReadonlyMap<string, Value>
export type Value = null | boolean | number | string | Name | Ref | readonly Value[] | Dict

type Entry = { readonly value: Value; readonly stream: string | null }
export type Pdf = {
  readonly trailer: Dict
  readonly objects: ReadonlyMap<number, Entry>
  /** What a value stands for, wherever it is kept. */
  readonly at: (value: Value | undefined) => Value
  readonly dict: (value: Value | undefined) => Dict
  readonly list: (value: Value | undefined) => readonly Value[]
  readonly streamOf: (value: Value | undefined) => string
}

const token =
  /\s*(?:%[^\n]*\n\s*)*(<<|>>|\[|\]|\/[^\s<>[\](){}/%]*|\((?:\\[\s\S]|[^()\\]|\((?:\\[\s\S]|[^()\\])*\))*\)|<[0-9A-Fa-f\s]*>|\d+ 0 R\b|[+-]?[\d.]+|true|false|null)/y

const wordOf = (said: string): Value => {
  if (said.startsWith('/'))
    return {
      name: said.slice(1).replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    }
  if (said.startsWith('(')) return said.slice(1, -1)
  if (said.startsWith('<')) {
    const bytes = Buffer.from(said.slice(1, -1).replaceAll(/\s/g, ''), 'hex')
    return bytes[0] === 0xfe && bytes[1] === 0xff
      ? bytes.subarray(2).swap16().toString('utf16le')
      : bytes.toString('latin1')
  }
  if (said.endsWith(' R')) return { ref: Number.parseInt(said, 10) }
  if (said === 'true' || said === 'false') return said === 'true'
  return said === 'null' ? null : Number(said)
}

/** Reads the values of a text, one after another. */
export const reader = (text: string, from = 0) => {
  token.lastIndex = 0
  let at = from
  const next = (): string | null => {
    token.lastIndex = at
    const found = token.exec(text)
    if (!found) return null
    at = token.lastIndex
    return found[1] ?? null
  }
  const until = (end: string): Value[] => {
    const all: Value[] = []
    for (let said = next(); said !== null && said !== end; said = next()) all.push(read(said))
    return all
  }
  const read = (said: string): Value => {
    if (said === '[') return until(']')
    if (said !== '<<') return wordOf(said)
    const all = until('>>')
    return new Map(
      all.flatMap((key, n) => (n % 2 === 0 && isName(key) ? [[key.name, all[n + 1] ?? null] as const] : [])),
    )
  }
  return {
    value: (): Value => {
      const said = next()
      return said === null ? null : read(said)
    },
    position: () => at,
  }
}

export const isName = (value: Value | undefined): value is Name =>
  typeof value === 'object' && value !== null && 'name' in value
export const isRef = (value: Value | undefined): value is Ref =>
  typeof value === 'object' && value !== null && 'ref' in value
export const isDict = (value: Value | undefined): value is Dict => value instanceof Map
export const nameIn = (value: Value | undefined): string => (isName(value) ? value.name : '')

const unpacked = (bytes: Buffer): string => {
  try {
    return inflateSync(bytes).toString('latin1')
  } catch {
    return bytes.toString('latin1')
  }
}

/** Reads a PDF. */
export const readPdf = (file: Buffer): Pdf => {
  const text = file.toString('latin1')
  const objects = new Map<number, Entry>()
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const said = reader(text, found.index + found[0].length)
    const value = said.value()
    const begins = /^\s*stream\r?\n/.exec(text.slice(said.position(), said.position() + 20))
    const start = said.position() + (begins?.[0].length ?? 0)
    const stream = begins ? unpacked(file.subarray(start, text.indexOf('endstream', start))) : null
    objects.set(Number(found[1]), { value, stream })
  }
  const at = (value: Value | undefined): Value =>
    isRef(value) ? (objects.get(value.ref)?.value ?? null) : (value ?? null)
  const dict = (value: Value | undefined): Dict => {
    const found = at(value)
    return isDict(found) ? found : new Map()
  }
  const list = (value: Value | undefined): readonly Value[] => {
    const found = at(value)
    if (found === null) return []
    return Array.isArray(found) ? found : [found]
  }
  const trailer = reader(text, text.lastIndexOf('trailer') + 'trailer'.length).value()
  return {
    trailer: isDict(trailer) ? trailer : new Map(),
    objects,
    at,
    dict,
    list,
    streamOf: (value) => (isRef(value) ? (objects.get(value.ref)?.stream ?? '') : ''),
  }
}
