import { inflateRawSync } from 'node:zlib'
import readWorkbook from 'read-excel-file/node'
import { CannotRead, type Sheet, tidyRows } from './sheet.ts'

const mostUnpacked = 100_000_000
const tooLarge = 'The workbook is too large to be read once unpacked: save only the sheet you need, or save it as CSV'

/** What is written in a cell, as a person would type it. */
const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    if (Number.isNaN(cell.getTime())) return ''
    const iso = cell.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 16).replace('T', ' ')
  }
  return typeof cell === 'boolean' ? (cell ? 'Yes' : 'No') : String(cell)
}

type Entry = {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly at: number
  readonly method: number
}

/** The contents of a zip file, as its directory at the end names them. */
const entriesOf = (bytes: Buffer): readonly Entry[] => {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + 22 > bytes.length) throw new CannotRead('The workbook is damaged or cut off: save it again')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new CannotRead('The workbook is damaged or cut off: save it again')
    const [name, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place)) as [
      number,
      number,
      number,
    ]
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + extra + comment
  }
  return entries
}

// What the directory says of sizes is only said: each part is unpacked once, and no further than the bound.
const requireBounded = (bytes: Buffer): void => {
  const entries = entriesOf(bytes)
  if (entries.some(({ name }) => /^encryptedpackage$/i.test(name)))
    throw new CannotRead('The workbook has a password: save it without one')
  if (!entries.some(({ name }) => /^xl\/workbook\.xml$/i.test(name)))
    throw new CannotRead('The file is a zip archive but no Excel workbook: save your spreadsheet as .xlsx or .csv')
  const parts = entries.filter(({ name }) => /\.(xml|rels)$/i.test(name))
  let left = mostUnpacked
  for (const { unpacked } of parts) left -= unpacked
  if (left < 0) throw new CannotRead(tooLarge)
  left = mostUnpacked
  for (const part of parts) left -= unpackedSize(bytes, part, left)
}

const unpackedSize = (bytes: Buffer, { at, packed, method }: Entry, most: number): number => {
  const damaged = new CannotRead('The workbook is damaged or cut off: save it again')
  if (at + 30 > bytes.length) throw damaged
  const begins = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const body = bytes.subarray(begins, begins + packed)
  if (method === 0) return body.length
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most) }).length
  } catch (problem) {
    throw (problem as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? new CannotRead(tooLarge) : damaged
  }
}

type Read = Awaited<ReturnType<typeof readSheets>>[number]

const filled = ({ data }: Read): number => data.filter((cells) => cells.some((cell) => cell !== null)).length

const named = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(', ')

const sheetMeant = (sheets: readonly Read[], name: string): Read => {
  const plain = (text: string) => text.trim().toLowerCase()
  const meant = sheets.find(({ sheet }) => plain(sheet) === plain(name))
  if (meant) return meant
  throw new CannotRead(
    `The workbook has no sheet called “${name.trim().slice(0, 60)}”. It has: ${named(sheets.map(({ sheet }) => sheet))}`,
  )
}

/** Reads the sheet that is named, or the fullest sheet, of an Excel workbook; of a formula, what it came to when it was saved. */
export const readXlsx = async (bytes: Buffer, name = ''): Promise<Sheet> => {
  requireBounded(bytes)
  const sheets = await readSheets(bytes)
  const fullest = sheets.reduce(
    (best, each) => (filled(each) > filled(best) ? each : best),
    sheets[0] ?? { sheet: '', data: [] },
  )
  const read = name.trim() === '' ? fullest : sheetMeant(sheets, name)
  const others = sheets.filter((each) => each !== read && filled(each) > 0).map(({ sheet }) => sheet)
  return {
    kind: 'xlsx',
    readAs: `Excel workbook, sheet “${read.sheet}”${others.length > 0 ? `; not read: ${named(others)}` : ''}`,
    rows: tidyRows(read.data.map((cells) => cells.map(textOf))),
  }
}

const readSheets = async (bytes: Buffer) => {
  try {
    return await readWorkbook<string>(bytes, { parseNumber: plainNumber })
  } catch {
    throw new CannotRead('The workbook cannot be read: open it in your spreadsheet program and save it again as .xlsx')
  }
}

// Numbers are kept as they are written, so that a long one loses no digit; only what a machine wrote is made plain.
const plainNumber = (written: string): string => {
  const value = Number(written)
  return Number.isFinite(value) && /[.e]/i.test(written) ? String(value) : written
}
