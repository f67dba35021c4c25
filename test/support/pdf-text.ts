// The words of a PDF as our typesetter writes it, for tests that look for a name in one.
import { inflateSync } from 'node:zlib'

/** Every stream of the file, unpacked where it is packed. */
const streamsOf = (pdf: Buffer): readonly string[] => {
  const whole = pdf.toString('latin1')
  return [...whole.matchAll(/stream\r?\n/g)].map((found) => {
    const start = found.index + found[0].length
    const packed = pdf.subarray(start, whole.indexOf('endstream', start))
    try {
      return inflateSync(packed).toString('latin1')
    } catch {
      return packed.toString('latin1')
    }
  })
}

const textOf = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le')

/** What each number of a letter in a font stands for. */
const lettersOf = (map: string): ReadonlyMap<number, string> => {
  const letters = new Map<number, string>()
  for (const [, list = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, from = '', to = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>/g))
      letters.set(Number.parseInt(from, 16), textOf(to))
  for (const [, list = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', to = ''] of list.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let at = Number.parseInt(first, 16); at <= Number.parseInt(last, 16); at += 1)
        letters.set(at, String.fromCodePoint((textOf(to).codePointAt(0) ?? 0) + at - Number.parseInt(first, 16)))
  return letters
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

const plainBytes = (literal: string): Buffer =>
  Buffer.from(
    literal.replaceAll(/\\(\d{1,3}|\r?\n|[\s\S])/g, (_, said: string) =>
      /^\d/.test(said)
        ? String.fromCharCode(Number.parseInt(said, 8))
        : /\n$/.test(said)
          ? ''
          : (escapes[said] ?? said),
    ),
    'latin1',
  )

/** Where the literal that begins here ends: parentheses within it stand in pairs, or behind a backslash. */
const endOfLiteral = (page: string, begins: number): number => {
  let depth = 0
  for (let at = begins; at < page.length; at += 1) {
    if (page[at] === '\\') at += 1
    else if (page[at] === '(') depth += 1
    else if (page[at] === ')' && --depth === 0) return at
  }
  return page.length
}

/** The numbers of the letters that a page shows, in their order. */
const shownOn = (page: string): readonly number[] => {
  const numbers: number[] = []
  const begins = /<([0-9A-Fa-f]+)>|\(/g
  for (let found = begins.exec(page); found; found = begins.exec(page)) {
    const end = found[1] === undefined ? endOfLiteral(page, found.index) : begins.lastIndex
    const bytes = found[1] === undefined ? plainBytes(page.slice(found.index + 1, end)) : Buffer.from(found[1], 'hex')
    begins.lastIndex = Math.max(end, begins.lastIndex)
    for (let at = 0; at + 1 < bytes.length; at += 2) numbers.push(bytes.readUInt16BE(at))
  }
  return numbers
}

/** All that a PDF says: once read by the letters of each of its fonts, so that every word stands in one of them. */
export const wordsOfPdf = (pdf: Buffer): string => {
  const streams = streamsOf(pdf)
  const fonts = streams.filter((stream) => stream.includes('begincmap')).map(lettersOf)
  const pages = streams.filter((stream) => /\bTJ\b|\bTj\b/.test(stream) && !stream.includes('begincmap')).map(shownOn)
  return fonts
    .map((letters) => pages.map((page) => page.map((number) => letters.get(number) ?? '').join('')).join('\n'))
    .join('\n')
}
