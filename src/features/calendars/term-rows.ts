import { Refused } from '../../platform/errors.ts'

export const columns = ['authority', 'name', 'kind', 'from', 'to'] as const
export type Column = (typeof columns)[number]

/** A row as it came: its number in the file, and what stands in the columns that mean something here. */
export type TermRow = { readonly number: number } & Readonly<Record<Column, string>>

const headings: Readonly<Record<Column, RegExp>> = {
  authority: /\b(authority|council|lea|la|borough|area)\b/i,
  kind: /^\s*(kind|type)\s*$/i,
  from: /\b(from|first|starts?|begins?|opens?)\b/i,
  to: /\b(to|until|last|ends?|closes?)\b/i,
  name: /\b(name|term|holiday|what|event|description|title)\b/i,
}
const inWords: Readonly<Record<Column, string>> = {
  authority: 'Authority',
  name: 'Name',
  kind: 'Kind',
  from: 'First day',
  to: 'Last day',
}
const needed = ['authority', 'name', 'from', 'to'] as const

type Rows = readonly (readonly string[])[]
type Places = Readonly<Record<Column, number | null>>

const placesOf = (cells: readonly string[]): Places => {
  const taken = new Set<number>()
  const find = (column: Column): number | null => {
    const at = cells.findIndex((cell, index) => !taken.has(index) && headings[column].test(cell))
    if (at === -1) return null
    taken.add(at)
    return at
  }
  const [kind, authority, from, to] = [find('kind'), find('authority'), find('from'), find('to')]
  return { kind, authority, from, to, name: find('name') }
}

const missing = (places: Places): readonly Column[] => needed.filter((column) => places[column] === null)

// Titles and blank lines may stand above the headings.
const headingsIn = (rows: Rows): { readonly at: number; readonly places: Places } => {
  const tried = rows.slice(0, 25).map((cells, at) => ({ at, places: placesOf(cells) }))
  const found = tried.find(({ places }) => missing(places).length === 0)
  if (found) return found
  const closest = tried.toSorted((one, other) => missing(one.places).length - missing(other.places).length)[0]
  if (!closest) throw new Refused('The file has no rows')
  const words = missing(closest.places).map((column) => inWords[column])
  throw new Refused(
    `The list lacks a column headed ${words.join(' and one headed ')}: name its columns Authority, Name, First day and Last day`,
  )
}

export const mostTermRows = 5000

/** The rows of a list of terms and holidays, of which only the columns that mean something here are kept. */
export const termRowsIn = (rows: Rows): readonly TermRow[] => {
  const { at, places } = headingsIn(rows)
  const read = rows.flatMap((cells, index): readonly TermRow[] => {
    const cell = (column: Column): string => {
      const place = places[column]
      return place === null ? '' : (cells[place] ?? '').trim().slice(0, 200)
    }
    const row = {
      number: index + 1,
      authority: cell('authority'),
      name: cell('name'),
      kind: cell('kind'),
      from: cell('from'),
      to: cell('to'),
    }
    return index <= at || columns.every((column) => row[column] === '') ? [] : [row]
  })
  if (read.length === 0) throw new Refused('The list has headings but no rows below them')
  if (read.length > mostTermRows)
    throw new Refused(`The list has more than ${mostTermRows.toLocaleString('en-GB')} rows: split it`)
  return read
}
