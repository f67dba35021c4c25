import { readCsv } from './csv.ts'
import { CannotRead, type Sheet } from './sheet.ts'
import { readXlsx } from './xlsx.ts'

const begins = (bytes: Uint8Array, ...signs: readonly number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign)

/** Reads a file by what it is, whatever it is called; of a workbook the sheet that is named, if one is. */
export const readBytes = async (bytes: Uint8Array, sheet = ''): Promise<Sheet> => {
  if (bytes.length === 0) throw new CannotRead('The file is empty: choose one with headings and rows')
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04)) return readXlsx(Buffer.from(bytes), sheet)
  const other = otherKind(bytes)
  if (other) throw new CannotRead(other)
  if (sheet.trim() !== '') throw new CannotRead('This is no Excel workbook and has no sheets: leave the sheet out')
  return readCsv(bytes)
}

const otherKind = (bytes: Uint8Array): string | null => {
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return 'This is an old Excel workbook, or one with a password: save it as .xlsx without a password'
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46)) return 'This is a PDF: save the spreadsheet itself as .xlsx or .csv'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200)).trimStart().toLowerCase()
  if (/^(<!doctype html|<html|<\?xml)/.test(start))
    return 'This is a web page, not a spreadsheet: save it as .xlsx or .csv'
  return isText(bytes) ? null : 'This is not a spreadsheet: choose a file saved as .xlsx or .csv'
}

// Text of any usual encoding has hardly a control character among its first bytes; UTF-16 has zeros in turn.
const isText = (bytes: Uint8Array): boolean => {
  const seen = bytes.subarray(0, 4000)
  const controls = seen.filter((byte) => byte < 32 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13).length
  const zeros = seen.filter((byte) => byte === 0).length
  return controls <= seen.length / 100 && zeros <= seen.length * 0.55
}
