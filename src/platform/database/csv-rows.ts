import { isUtf8 } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'
import { newId } from '../../vocabulary/ids.ts'
import { type CsvFile, pieceSize } from './csv-file.ts'
import { endOfLine, type Found, findRecord, linesBetween, newFound } from './csv-records.ts'

/** A row that does not fit the header, and why. */
export type UnfitRow = { readonly line: number; readonly reason: string }

/** What was found wrong while the rows went by. */
export type Unfit = { readonly rows: UnfitRow[]; isCutOff: boolean }

// A quote that is never closed would make everything behind it one field: nothing longer than this is a row.
const longestRow = 64 * 1024
const undefinedInWindows = [0x81, 0x8d, 0x8f, 0x90, 0x9d]
const questionMark = 63
const comma = 44
const lineFeed = 10
const space = 32
const quote = 34

type Reading = {
  readonly file: CsvFile
  readonly wanted: Int32Array
  readonly found: Found
  readonly unfit: Unfit
  readonly progress: (bytes: number) => void
  line: number
}

/** Bytes that stand for nothing in this encoding would end the reading: they are shown as question marks. */
const withoutUndefined = (bytes: Buffer, { encoding }: CsvFile): Buffer => {
  if (encoding === 'WIN1252')
    for (const byte of undefinedInWindows)
      for (let at = bytes.indexOf(byte); at !== -1; at = bytes.indexOf(byte, at + 1)) bytes[at] = questionMark
  return bytes
}

const reasonAgainst = ({ file, found }: Reading, bytes: Buffer, from: number): string | null => {
  const wanted = file.columns.length
  if (found.fields !== wanted) return `It has ${found.fields} fields where the header names ${wanted}`
  if (found.hasStrayReturn) return 'It has a line break that is not in quotes'
  const row = bytes.subarray(from, found.next)
  if (row.includes(0)) return 'It holds a character that is none'
  if (file.isMixed && !isUtf8(row)) return 'It is not written in UTF-8 as the rest of the file is'
  return null
}

const lineAndId = 64

type Cell = { readonly bytes: Buffer; readonly start: number; readonly end: number }

const withoutSpaces = ({ bytes, start, end }: Cell): Cell => {
  let from = start
  let to = end
  while (from < to && bytes[from] === space) from += 1
  while (to > from && bytes[to - 1] === space) to -= 1
  return { bytes, start: from, end: to }
}

/** Copies one cell without the spaces round it, in quotes or not; what holds nothing becomes nothing. Gives where it ends. */
const copyCell = (cell: Cell, to: Buffer, at: number): number => {
  const outer = withoutSpaces(cell)
  const { bytes } = outer
  const isQuoted = outer.end - outer.start > 1 && bytes[outer.start] === quote && bytes[outer.end - 1] === quote
  const inner = isQuoted ? withoutSpaces({ bytes, start: outer.start + 1, end: outer.end - 1 }) : outer
  if (inner.start === inner.end) return at
  let next = at
  if (isQuoted) to[next++] = quote
  for (let from = inner.start; from < inner.end; from += 1) to[next++] = bytes[from] as number
  if (isQuoted) to[next++] = quote
  return next
}

/** Room for rows on their way out: the line they stand in, an id of their own, and the wanted fields. */
const newOut = (size: number) => {
  let bytes: Buffer = Buffer.allocUnsafe(size)
  let length = 0
  const makeRoom = (more: number): void => {
    if (length + more > bytes.length) bytes = Buffer.concat([bytes], (length + more) * 2)
  }
  const add = ({ wanted, found, line }: Reading, from: Buffer, start: number): void => {
    makeRoom(found.next - start + lineAndId + wanted.length)
    length += bytes.write(`${line},${newId()}`, length, 'latin1')
    for (const field of wanted) {
      bytes[length++] = comma
      length = copyCell(
        {
          bytes: from,
          start: field === 0 ? start : (found.ends[field - 1] as number) + 1,
          end: found.ends[field] as number,
        },
        bytes,
        length,
      )
    }
    bytes[length++] = lineFeed
  }
  const taken = (): Buffer => {
    const rows = bytes.subarray(0, length)
    length = 0
    return rows
  }
  return { add, taken }
}

/** Takes what is whole out of the bytes and gives where the rest begins. */
const takeRows = (reading: Reading, bytes: Buffer, out: ReturnType<typeof newOut>): number => {
  const { found } = reading
  let from = 0
  while (from < bytes.length) {
    findRecord(bytes, from, found)
    if (found.next === -1 && bytes.length - from < longestRow) return from
    from = takeRow(reading, bytes, from, out)
    if (from === -1) return bytes.length
  }
  return from
}

const isBlank = (from: number, { next, ends, fields }: Found): boolean =>
  next !== -1 && fields === 1 && ends[0] === from

/** Takes one row, or refuses its first line and goes on behind that: what follows a stray quote is not lost with it. */
const takeRow = (reading: Reading, bytes: Buffer, from: number, out: ReturnType<typeof newOut>): number => {
  const { found, unfit, line } = reading
  const reason = found.next === -1 ? 'A quote that opens here is never closed' : reasonAgainst(reading, bytes, from)
  const next = reason === null ? found.next : endOfLine(bytes, from)
  if (isBlank(from, found)) {
    reading.line += 1
    return found.next
  }
  if (reason === null) out.add(reading, bytes, from)
  else unfit.rows.push({ line, reason })
  reading.line += next === -1 ? 0 : linesBetween(bytes, from, next)
  return next
}

/** What is left when the file has ended: a last row without its line break, or one that was cut off. */
const takeRest = (reading: Reading, rest: Buffer): Buffer => {
  const { found, unfit, file } = reading
  const isEnded = rest.length === 0 || rest.at(-1) === lineFeed
  const bytes = isEnded ? rest : Buffer.concat([rest, Buffer.from('\n')])
  const out = newOut(bytes.length)
  let from = 0
  while (from !== -1 && from < bytes.length) {
    findRecord(bytes, from, found)
    const isLast = found.next === -1 || found.next === bytes.length
    unfit.isCutOff = !isEnded && isLast && found.fields !== file.columns.length
    from = takeRow(reading, bytes, from, out)
  }
  return out.taken()
}

/** Reads a file piece by piece into the same room: `read` gives what there is now, `keep` what the next piece goes on from. */
const newIn = (handle: FileHandle, begins: number) => {
  const room = Buffer.allocUnsafe(pieceSize + longestRow)
  let [at, kept] = [begins, 0]
  const read = async (): Promise<{ bytes: Buffer; at: number; isMore: boolean }> => {
    const { bytesRead } = await handle.read(room, kept, pieceSize, at)
    at += bytesRead
    return { bytes: room.subarray(0, kept + bytesRead), at, isMore: bytesRead > 0 }
  }
  const keep = (bytes: Buffer, from: number): void => {
    bytes.copyWithin(0, from)
    kept = bytes.length - from
  }
  return { read, keep }
}

/**
 * The rows of a file as COPY reads them: `line,id,` and the wanted columns in the given order, without the spaces round each. Rows that do not fit are
 * told in `unfit` instead, with the line they stand in. Each piece is good until the next is asked for.
 */
export async function* wantedCells(
  file: CsvFile,
  columns: readonly string[],
  { unfit, progress = () => {} }: { unfit: Unfit; progress?: (bytes: number) => void },
): AsyncGenerator<Buffer> {
  const wanted = Int32Array.from(columns, (name) => file.columns.indexOf(name))
  const found = newFound(file.columns.length + 1)
  const reading: Reading = { file, wanted, found, unfit, progress, line: file.begins.line }
  const handle = await open(file.path)
  try {
    const source = newIn(handle, file.begins.at)
    const out = newOut(pieceSize)
    let piece = await source.read()
    for (; piece.isMore; piece = await source.read()) {
      const bytes = withoutUndefined(piece.bytes, file)
      source.keep(bytes, takeRows(reading, bytes, out))
      progress(piece.at)
      yield out.taken()
    }
    yield takeRest(reading, piece.bytes)
  } finally {
    await handle.close()
  }
}
