/** A spreadsheet as texts: its rows in their order, blank ones among them, so that a row keeps its number. */
export type Sheet = {
  readonly kind: 'csv' | 'xlsx'
  /** How it was read, for people: "UTF-8, separated by semicolons", "Excel workbook, sheet “Autumn”; not read: “Old”". */
  readonly readAs: string
  readonly rows: readonly (readonly string[])[]
}

export const mostBytes = 10_000_000
export const mostRows = 20_000
// Titles and headings, which are no rows of anything.
const mostAbove = 25
export const mostColumns = 300
export const mostCharacters = 5_000

/** The file cannot be read; the sentence says how to put it right. */
export class CannotRead extends Error {
  override readonly name = 'CannotRead'
}

const letterOf = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letterOf(Math.floor(column / 26) - 1)}${String.fromCharCode(65 + (column % 26))}`

// What cannot be kept or seen has no meaning in a cell: NUL, other controls, zero-width marks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to be removed
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\u2060\ufeff]/g

const tidied = (cell: string): string => {
  const text = cell
    .replaceAll(unseen, '')
    .replaceAll(/[\u00a0\u2007\u202f]/g, ' ')
    .trim()
  // What our own files put before a formula, so that opening them is harmless, is no part of the text.
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1).trim() : text
}

const withoutTail = (cells: readonly string[]): readonly string[] => {
  const last = cells.findLastIndex((cell) => cell !== '')
  return last === cells.length - 1 ? cells : cells.slice(0, last + 1)
}

/** Rows with their cells tidied and nothing blank behind; refuses what is larger than we take. */
export const tidyRows = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] => {
  const tidy = rows.map((cells) => withoutTail(cells.map(tidied)))
  const kept = tidy.slice(0, tidy.findLastIndex((cells) => cells.length > 0) + 1)
  if (kept.length === 0) throw new CannotRead('The file is empty: choose one with headings and rows')
  if (kept.filter((cells) => cells.length > 0).length > mostRows + mostAbove)
    throw new CannotRead(`The file has more than ${mostRows.toLocaleString('en-GB')} rows: split it into smaller files`)
  for (const [at, cells] of kept.entries()) {
    if (cells.length > mostColumns)
      throw new CannotRead(
        `Row ${at + 1} has ${cells.length} columns: delete columns until there are ${mostColumns} at most`,
      )
    const long = cells.findIndex((cell) => cell.length > mostCharacters)
    if (long !== -1)
      throw new CannotRead(
        `Row ${at + 1}, column ${letterOf(long)} holds more than ${mostCharacters.toLocaleString('en-GB')} characters: shorten it`,
      )
  }
  return kept
}
