import { Refused } from '../../platform/errors.ts'
import { columnsOf, lackOf } from './list-columns.ts'
import type { Column, ListRow } from './target-list.ts'

type Rows = readonly (readonly string[])[]
type Found = { readonly at: number; readonly columns: Readonly<Record<Column, number | null>> }

export const mostListRows = 5000

const lacking = ({ columns }: Found): number => Object.values(columns).filter((column) => column === null).length

// Titles and blank lines may stand above the headings: the first row that has all that is needed is theirs.
const headingsIn = (rows: Rows): Found => {
  const tried = rows.slice(0, 25).map((cells, at) => ({ at, columns: columnsOf(cells) }))
  const found = tried.find(({ columns }) => lackOf(columns) === null)
  if (found) return found
  const closest = tried.toSorted((one, other) => lacking(one) - lacking(other))[0]
  throw new Refused((closest && lackOf(closest.columns)) ?? 'The file has no rows')
}

/** The rows of a list of targets, of which only the columns that mean something here are kept. */
export const listRowsIn = (rows: Rows): readonly ListRow[] => {
  const { at, columns } = headingsIn(rows)
  const read = rows.flatMap((cells, index): readonly ListRow[] => {
    const cell = (column: Column): string => {
      const place = columns[column]
      return place === null ? '' : (cells[place] ?? '').slice(0, 200)
    }
    const row = {
      number: index + 1,
      hub: cell('hub'),
      project: cell('project'),
      groups: cell('groups'),
      places: cell('places'),
      year: cell('year'),
    }
    const isBlank = row.hub === '' && row.project === '' && row.groups === '' && row.places === ''
    return index <= at || isBlank ? [] : [row]
  })
  if (read.length === 0) throw new Refused('The list has headings but no rows below them')
  if (read.length > mostListRows)
    throw new Refused(`The list has more than ${mostListRows.toLocaleString('en-GB')} rows: split it`)
  return read
}
