import type { Typed } from '../../vocabulary/form.ts'

/** One of several in a form, by its fields. */
export type Row = Readonly<Record<string, string>>

/** A form is not longer than this. */
export const mostRows = 60

/** The name of a field of one of several. */
export const rowField = (at: number, field: string): string => `row-${at}-${field}`

const first = (typed: Typed, name: string): string | undefined => {
  const value = typed[name]
  return typeof value === 'string' || value === undefined ? value : value[0]
}

/** The rows of a form as they were typed, in their order. */
export const rowsIn = (typed: Typed, fields: readonly string[]): readonly Row[] => {
  const rows: Row[] = []
  for (let at = 0; at < mostRows; at += 1) {
    const values = fields.map((field) => first(typed, rowField(at, field)))
    if (values.every((value) => value === undefined)) break
    rows.push(Object.fromEntries(fields.map((field, n) => [field, values[n] ?? ''])))
  }
  return rows
}

/** Rows as a form shows them. */
export const typedRows = (rows: readonly Row[]): Typed =>
  Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([field, value]) => [rowField(at, field), value] as const)),
  )

const moved = (rows: readonly Row[], from: number, to: number): readonly Row[] => {
  const row = rows[from]
  if (!row || to < 0 || to >= rows.length) return rows
  return rows.toSpliced(from, 1).toSpliced(to, 0, row)
}

/** The rows after a button was pressed: add, remove-2, up-2, down-2; null for a button that leaves them alone. */
export const afterPressing = (button: string, rows: readonly Row[], blank: Row): readonly Row[] | null => {
  if (button === 'add') return rows.length < mostRows ? [...rows, blank] : rows
  const [, deed, number] = /^(remove|up|down)-(\d{1,3})$/.exec(button) ?? []
  if (deed === undefined) return null
  const at = Number(number)
  if (deed === 'remove') return rows.toSpliced(at, 1)
  return moved(rows, at, deed === 'up' ? at - 1 : at + 1)
}

/** All that was typed, with other rows. */
export const withRows = (typed: Typed, rows: readonly Row[]): Typed => ({
  ...Object.fromEntries(Object.entries(typed).filter(([name]) => !/^row-\d/.test(name))),
  ...typedRows(rows),
})
