import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { endOfLine, findRecord, newFound, textsOf } from './csv-records.ts'

/** A comma-separated file before it is read: the names of its columns, how it is encoded, how long it is. */
export type CsvFile = {
  readonly path: string
  readonly size: number
  readonly columns: readonly string[]
  /** Where the first row begins, in bytes and in lines. */
  readonly begins: { readonly at: number; readonly line: number }
  readonly encoding: 'UTF8' | 'WIN1252'
  /** Some of it is not what the rest is: each row is looked at. */
  readonly isMixed: boolean
}

/** The file cannot be read at all; the sentence says why and what to do. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile'
}

const longestHeader = 64 * 1024
export const pieceSize = 256 * 1024
const enoughLines = 50

const beginningOf = async (path: string): Promise<Buffer> => {
  const handle = await open(path)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(longestHeader), 0, longestHeader, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

const tally = (lines: Buffer, counts: { proper: number; improper: number }): void => {
  for (let from = 0, to = endOfLine(lines, 0); to !== -1; from = to, to = endOfLine(lines, from)) {
    const line = lines.subarray(from, to)
    if (!isUtf8(line)) counts.improper += 1
    else if (line.some((byte) => byte > 127)) counts.proper += 1
  }
}

/** UTF-8 where that is what most lines with more than plain letters are; else the encoding of Western Windows, which holds ISO-8859-1. */
const encodingOf = async (path: string): Promise<Pick<CsvFile, 'encoding' | 'isMixed'>> => {
  const counts = { proper: 0, improper: 0 }
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: pieceSize })) {
    const piece = Buffer.concat([rest, chunk as Buffer])
    const whole = piece.lastIndexOf(10) + 1
    const lines = piece.subarray(0, whole)
    rest = Buffer.from(piece.subarray(whole))
    if (!isUtf8(lines)) tally(lines, counts)
    // Enough has been seen when the one kind is many and the other is not to be found.
    if (counts.improper > enoughLines && counts.proper === 0) break
  }
  if (!isUtf8(rest)) counts.improper += 1
  const isUtf = counts.improper <= counts.proper
  return { encoding: isUtf ? 'UTF8' : 'WIN1252', isMixed: isUtf && counts.improper > 0 }
}

const startOf = (bytes: Buffer): number => {
  const [first, second, third] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0x50)
    if (first !== 0x50 || second === 0x4b)
      throw new UnreadableFile('This is not a comma-separated file. Save it as CSV (UTF-8) and give that.')
  return first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0
}

/** Opens a comma-separated file: its header and its encoding. */
export const openCsv = async (path: string): Promise<CsvFile> => {
  const isFile = await stat(path).catch(() => null)
  if (!isFile?.isFile()) throw new UnreadableFile(`There is no file ${path}.`)
  const bytes = await beginningOf(path)
  const from = startOf(bytes)
  const found = newFound(2000)
  findRecord(bytes, from, found)
  const isWhole = found.next !== -1
  if (!isWhole && isFile.size >= longestHeader)
    throw new UnreadableFile('The first line is no header: it should name the columns, with commas between them.')
  const header = bytes.toString('latin1', from, isWhole ? found.next : bytes.length)
  const columns = textsOf(header.trimEnd())
  if (columns.every((name) => name === '')) throw new UnreadableFile('The file is empty.')
  return {
    path,
    size: isFile.size,
    columns,
    begins: { at: isWhole ? found.next : isFile.size, line: header.split('\n').length },
    ...(await encodingOf(path)),
  }
}
