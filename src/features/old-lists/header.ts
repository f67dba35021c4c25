import { parseEmail } from '../../vocabulary/email-address.ts'
import { patternOf } from './proposal.ts'

type Rows = readonly (readonly string[])[]

const isWord = (cell: string): boolean => /\p{L}{2}/u.test(cell) && parseEmail(cell) === null && cell.length < 300

// Headings are many, are words, are unlike each other, and some of them we know.
const likenessToHeader = (cells: readonly string[]): number => {
  const filled = cells.filter((cell) => cell !== '')
  const words = filled.filter(isWord)
  const known = filled.filter((cell) => patternOf(cell) !== null)
  return new Set(words).size + known.length * 2 - (filled.length - words.length) * 2
}

/** The row that holds the headings: titles and blank lines may stand above it. Rows count from 0. */
export const headerRowOf = (rows: Rows): number => {
  const first = rows.slice(0, 25)
  const best = first.reduce<{ at: number; likeness: number }>(
    (chosen, cells, at) => {
      const likeness = likenessToHeader(cells)
      return likeness > chosen.likeness ? { at, likeness } : chosen
    },
    { at: -1, likeness: 0 },
  )
  return best.at === -1
    ? Math.max(
        0,
        first.findIndex((cells) => cells.length > 0),
      )
    : best.at
}

/** The headings as they are shown: one for every column that holds anything, alike ones told apart. */
export const headingsOf = (rows: Rows, headerRow: number): readonly string[] => {
  const width = Math.max(0, ...rows.slice(headerRow).map((cells) => cells.length))
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, at) => {
    const heading = (rows[headerRow]?.[at] ?? '').replaceAll(/\s+/g, ' ') || `Column ${at + 1}`
    const count = (seen.get(heading.toLowerCase()) ?? 0) + 1
    seen.set(heading.toLowerCase(), count)
    return count === 1 ? heading : `${heading} (${count})`
  })
}

// A file of refused rows that comes back mended has two columns more, which are ours.
const withoutOurs = (header: readonly string[]): readonly string[] =>
  header.slice(-2).join(' ') === 'Row Reason' ? header.slice(0, -2) : header

/** What is the same of two files that one tool made: the headings in their order, however they are spaced and written. */
export const shapeOf = (header: readonly string[]): string =>
  withoutOurs(header)
    .map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('|')

/** A few of the first values of a column, each once. */
export const samplesOf = (rows: Rows, headerRow: number, column: number, most = 3): readonly string[] => {
  const values = rows.slice(headerRow + 1).map((cells) => cells[column] ?? '')
  return [...new Set(values.filter((value) => value !== ''))].slice(0, most)
}
