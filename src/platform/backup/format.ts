/** A table as a backup holds it: the columns that are written, in their order. */
export type KeptTable = { readonly name: string; readonly columns: readonly string[] }

/** The first line of a backup: what made it, when, and what follows. */
export type Header = {
  readonly tessellate: 'backup'
  readonly format: 1
  readonly madeAt: string
  readonly migrations: readonly string[]
  readonly tables: readonly KeptTable[]
}

/** The last line: how many rows each part has, so that a file cut short is noticed. */
export type Closing = { readonly rows: Readonly<Record<string, number>>; readonly files: number }

export type FileLine = { readonly file: string }

/** A part of a backup ends with this line, which COPY's text never contains. */
export const endOfPart = '\\.'

/** The jobs that wait, as a part of their own: the queue's tables are not kept. */
export const jobsPart: KeptTable = {
  name: 'waiting jobs',
  columns: ['task', 'payload', 'key', 'run_at', 'max_attempts'],
}

/** A file that is no backup, or cannot be restored here; the message is one line. */
export class CannotRestore extends Error {
  override readonly name = 'CannotRestore'
}

export type Lines = {
  readonly line: () => Promise<string | null>
  /** Whole lines until the end of the part. */
  readonly part: () => AsyncGenerator<Buffer>
}

const newline = 10

/** Reads a backup line by line, and its parts as they come. */
export const linesOf = (source: AsyncIterable<Buffer>): Lines => {
  const unread = new Unread(source)
  return { line: () => lineOf(unread), part: () => partOf(unread) }
}

class Unread {
  bytes: Buffer = Buffer.alloc(0)
  readonly #chunks: AsyncIterator<Buffer>

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]()
  }

  async more(): Promise<boolean> {
    const { value, done } = await this.#chunks.next()
    if (done) return false
    this.bytes = this.bytes.length === 0 ? value : Buffer.concat([this.bytes, value])
    return true
  }

  take(length: number): Buffer {
    const taken = this.bytes.subarray(0, length)
    this.bytes = this.bytes.subarray(length)
    return taken
  }
}

const lineOf = async (unread: Unread): Promise<string | null> => {
  while (unread.bytes.indexOf(newline) < 0) if (!(await unread.more())) return null
  return unread
    .take(unread.bytes.indexOf(newline) + 1)
    .toString('utf8')
    .slice(0, -1)
}

async function* partOf(unread: Unread): AsyncGenerator<Buffer> {
  for (;;) {
    const { whole, ended } = wholeLines(unread.bytes)
    if (whole > 0) yield unread.take(whole)
    if (ended) {
      unread.take(endOfPart.length + 1)
      return
    }
    if (!(await unread.more())) throw new CannotRestore('The backup ends in the middle of a part.')
  }
}

/** How many bytes are whole lines, up to the end of the part if it is among them. */
const wholeLines = (bytes: Buffer): { whole: number; ended: boolean } => {
  let start = 0
  for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
    if (end - start === endOfPart.length && bytes.toString('latin1', start, end) === endOfPart)
      return { whole: start, ended: true }
    start = end + 1
  }
  return { whole: start, ended: false }
}
