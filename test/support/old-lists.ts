// The lists of other tools as files: each in the encoding and with the separators that such a tool writes.
import writeWorkbook from 'write-excel-file/node'
import { bookingRows, handKeptRows, type Listed, webFormRows } from '../../db/seeds/world/old-lists.ts'

type Rows = readonly (readonly string[])[]

const quoted = (cell: string, sign: string): string =>
  cell.includes(sign) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const separated = (rows: Rows, sign: string): string =>
  rows.map((cells) => cells.map((cell) => quoted(cell, sign)).join(sign)).join('\r\n')

/** UTF-8 with its mark, commas, line breaks within quotes. */
export const webFormFile = (listed: readonly Listed[]): Buffer =>
  Buffer.from(`\ufeff${separated(webFormRows(listed), ',')}\r\n`, 'utf8')

/** Windows-1252, semicolons. */
export const bookingFile = (listed: readonly Listed[]): Buffer =>
  Buffer.from(separated(bookingRows(listed), ';'), 'latin1')

/** A workbook. */
export const handKeptFile = async (listed: readonly Listed[]): Promise<Buffer> => {
  const rows = handKeptRows(listed).map((cells) => cells.map((value) => (value === '' ? null : { value })))
  return (await writeWorkbook(rows)).toBuffer()
}

/** A form with a file in it, as a browser sends it. */
export const uploadOf = (fields: Readonly<Record<string, string>>, file: { name: string; bytes: Buffer }) => {
  const boundary = 'cut-here-1234567890'
  const words = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(words.join('') + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
