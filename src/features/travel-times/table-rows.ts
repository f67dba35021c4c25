import { Refused } from '../../platform/errors.ts'
import { type Column, columns, columnsOf, type Found, lackOf } from './columns.ts'

/** A row as it came: its number in the file, and what stands in the columns that mean something here. */
export type TableRow = { readonly number: number } & Readonly<Record<Column, string>>

type Sheet = readonly (readonly string[])[]

const lacking = (found: Found): number => Object.values(found).filter((column) => column === null).length

// Titles and blank lines may stand above the headings: the first row that has all that is needed is theirs.
const headingsIn = (sheet: Sheet): { readonly at: number; readonly found: Found } => {
  const tried = sheet.slice(0, 25).map((cells, at) => ({ at, found: columnsOf(cells) }))
  const headings = tried.find(({ found }) => lackOf(found) === null)
  if (headings) return headings
  const closest = tried.toSorted((one, other) => lacking(one.found) - lacking(other.found))[0]
  throw new Refused((closest && lackOf(closest.found)) ?? 'The file has no rows')
}

/** The rows of a table of minutes, of which only the columns that mean something here are kept. */
export const tableRowsIn = (sheet: Sheet): readonly TableRow[] => {
  const { at, found } = headingsIn(sheet)
  const rows = sheet.flatMap((cells, index): readonly TableRow[] => {
    const cell = (column: Column): string => {
      const place = found[column]
      return place === null ? '' : (cells[place] ?? '').slice(0, 200)
    }
    const row = {
      number: index + 1,
      school: cell('school'),
      urn: cell('urn'),
      postcode: cell('postcode'),
      to: cell('to'),
      toUrn: cell('toUrn'),
      toPostcode: cell('toPostcode'),
      minutes: cell('minutes'),
    }
    return index <= at || columns.every((column) => row[column] === '') ? [] : [row]
  })
  if (rows.length === 0) throw new Refused('The file has headings but no rows below them')
  return rows
}
