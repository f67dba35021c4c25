import { CsvError, parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { CannotRead, mostRows, type Sheet, tidyRows } from './sheet.ts'
import { decodeText } from './text.ts'

const delimiters = [
  { sign: ',', word: 'commas' },
  { sign: ';', word: 'semicolons' },
  { sign: '\t', word: 'tabs' },
  { sign: '|', word: 'bars' },
] as const

const rowsOf = (text: string, delimiter: string, to?: number): string[][] =>
  parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    ...(to === undefined ? {} : { to }),
  })

/** How well a delimiter fits: many rows with the same number of columns, and more than one. */
const fitOf = (sample: string, delimiter: string): number => {
  try {
    const lengths = rowsOf(sample, delimiter, 200)
      .filter((cells) => cells.some((cell) => cell.trim() !== ''))
      .map((cells) => cells.length)
    const commonest = Map.groupBy(lengths, (length) => length)
    return Math.max(
      0,
      ...[...commonest].map(([length, same]) => (length > 1 ? same.length * Math.log2(length + 1) : 0)),
    )
  } catch {
    return 0
  }
}

const delimiterOf = (text: string): (typeof delimiters)[number] => {
  const sample = text.slice(0, 60_000)
  const whole = sample.length < text.length ? sample.slice(0, sample.lastIndexOf('\n') + 1) : sample
  const fits = delimiters.map((delimiter) => ({ delimiter, fit: fitOf(whole, delimiter.sign) }))
  return fits.reduce((best, each) => (each.fit > best.fit ? each : best)).delimiter
}

const refusalOf = (problem: unknown): CannotRead => {
  const line = problem instanceof CsvError && 'lines' in problem ? Number(problem['lines']) : Number.NaN
  const where = Number.isFinite(line) ? ` near line ${line}` : ''
  return new CannotRead(
    problem instanceof CsvError && problem.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'A quotation mark is opened and never closed, so the end of the file cannot be read: save it again from your spreadsheet program'
      : `The file cannot be read as rows and columns${where}: save it again from your spreadsheet program`,
  )
}

/** Reads separated values in any usual encoding with any usual separator. */
export const readCsv = (bytes: Uint8Array): Sheet => {
  const { text: whole, encoding } = decodeText(bytes)
  // Spreadsheet programs may say in a first line of its own what separates.
  const said = /^sep=(.)\r?\n/i.exec(whole)
  const text = said ? whole.slice(said[0].length) : whole
  const delimiter = delimiters.find(({ sign }) => sign === said?.[1]) ?? delimiterOf(text)
  try {
    const rows = rowsOf(text, delimiter.sign, mostRows * 2)
    return { kind: 'csv', readAs: `${encoding}, separated by ${delimiter.word}`, rows: tidyRows(rows) }
  } catch (problem) {
    throw problem instanceof CannotRead ? problem : refusalOf(problem)
  }
}

// A spreadsheet program would take a cell that begins so for a formula and run it; a sign before it keeps it a text.
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** Writes separated values that open with their accents in any spreadsheet program, and in which no cell is a formula. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(harmless)),
    { bom: true, record_delimiter: '\r\n' },
  )
