import { type Content, type Html, html, type Options } from '../html.ts'
import { scrollable } from './scrollable.ts'
import { type Cell, type Row, table } from './table.ts'

export type Sort = { readonly by: string; readonly direction: 'ascending' | 'descending' }

export type Column = Options<{
  key: string
  label: Content
  numeric?: boolean
  /** Columns that say nothing about order cannot be sorted by. */
  sortable?: boolean
  classes?: string
}>

export type SortableTable = Options<{
  caption: Content
  captionClasses?: string
  columns: readonly Column[]
  rows: readonly (Row | null | undefined | false)[]
  sort: Sort
  /** The address of this page in another order. */
  href: (sort: Sort) => string
  firstCellIsHeader?: boolean
  classes?: string
  stacks?: boolean
}>

const arrows = { ascending: '▲', descending: '▼', none: '▲▼' }

const headingOf = (column: Column, { sort, href }: SortableTable): Cell => {
  const common = { format: column.numeric ? ('numeric' as const) : undefined, classes: column.classes }
  if (!column.sortable) return { ...common, text: column.label }
  const state = sort.by === column.key ? sort.direction : 'none'
  const direction = state === 'ascending' ? 'descending' : 'ascending'
  return {
    ...common,
    attributes: { 'aria-sort': state },
    text: html`<a class="app-sort app-sort--${state}" href="${href({ by: column.key, direction })}">${column.label}<span class="app-sort__arrow" aria-hidden="true">${arrows[state]}</span></a>`,
  }
}

/** A table whose columns are put in order by plain links; the order is part of the address. */
export const sortableTable = (options: SortableTable): Html =>
  scrollable(
    options.caption,
    table({
      caption: options.caption,
      captionClasses: options.captionClasses ?? 'govuk-table__caption--m',
      head: options.columns.map((column) => headingOf(column, options)),
      rows: options.rows.map((row) =>
        row ? row.map((cell, index) => (options.columns[index]?.numeric ? numeric(cell) : cell)) : row,
      ),
      firstCellIsHeader: options.firstCellIsHeader ?? true,
      classes: options.classes,
      stacks: options.stacks,
    }),
  )

const numeric = (cell: Content | Cell): Cell =>
  typeof cell === 'object' && !('isEscaped' in cell)
    ? { ...cell, format: 'numeric' }
    : { text: cell as Content, format: 'numeric' }

/** The order asked for by an address, when it names a column that can be sorted by. */
export const sortFrom = (query: URLSearchParams, allowed: readonly string[], usual: Sort): Sort => {
  const by = query.get('sort')
  if (by === null || !allowed.includes(by)) return usual
  return { by, direction: query.get('order') === 'descending' ? 'descending' : 'ascending' }
}
