// The national schools register as it is published: comma-separated, quoted texts, ISO-8859-1.
import { type RegisterColumn, registerColumns } from './columns.ts'

/** What a row of the register says, by column; what is not said is empty. */
export type RegisterRow = Partial<Readonly<Record<RegisterColumn, string | number | null>>>

const cell = (value: string | number | null | undefined): string => {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  return /^\d+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`
}

const lineOf = (row: RegisterRow, columns: readonly string[]): string =>
  `${columns.map((column) => cell(row[column as RegisterColumn])).join(',')}\r\n`

/** The header, and each row below it. */
export const registerLines = function* (
  rows: Iterable<RegisterRow>,
  columns: readonly string[] = registerColumns,
): Generator<string> {
  yield lineOf(Object.fromEntries(columns.map((column) => [column, column])), columns)
  for (const row of rows) yield lineOf(row, columns)
}

/** The links file: who came before and after whom. */
export const linkLines = (
  links: readonly { readonly urn: number; readonly to: number; readonly type: string; readonly on?: string }[],
): string =>
  [
    'URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\r\n',
    ...links.map(({ urn, to, type, on = '' }) => `${urn},${to},"School ${to}","${type}",${on}\r\n`),
  ].join('')
