import {
  type Attributes,
  attributes,
  type Content,
  classes,
  type Html,
  html,
  isPresent,
  type Options,
  raw,
} from '../html.ts'
import { type Part, part } from './part.ts'

export type Cell = Part & Options<{ format?: 'numeric'; colspan?: number; rowspan?: number }>

export type Row = readonly (Content | Cell)[]

export type Table = Options<{
  caption?: Content
  captionClasses?: string
  head?: readonly (Content | Cell)[]
  rows: readonly (Row | null | undefined | false)[]
  firstCellIsHeader?: boolean
  classes?: string
  attributes?: Attributes
  /** On a phone each row becomes a card that names its cells; for rows that are read one by one, not compared. */
  stacks?: boolean
}>

const span = ({ colspan, rowspan, attributes: own }: Cell): Html => attributes({ colspan, rowspan, ...own })

const heading = (given: Content | Cell): Html => {
  const cell = part<Cell>(given)
  return html`<th scope="col" class="${classes('govuk-table__header', cell.format && `govuk-table__header--${cell.format}`, cell.classes)}"${span(cell)}>${cell.text}</th>`
}

const wordsOf = (given: Content | Cell | undefined): string =>
  given === undefined
    ? ''
    : String(html`${part<Cell>(given).text}`)
        .replaceAll('<br>', ', ')
        .replace(/<span class="app-sort__arrow.*$|<[^>]*>/g, '')

const named = (given: Content | Cell, label: string): Cell => {
  const cell = part<Cell>(given)
  return label === '' ? cell : { ...cell, attributes: { ...cell.attributes, 'data-label': raw(label) } }
}

const cellOf = (given: Content | Cell, isHeader: boolean): Html => {
  const cell = part<Cell>(given)
  if (isHeader) {
    return html`<th scope="row" class="${classes('govuk-table__header', cell.classes)}"${span(cell)}>${cell.text}</th>`
  }
  return html`<td class="${classes('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.classes)}"${span(cell)}>${cell.text}</td>`
}

export const table = (options: Table): Html => {
  const rows = options.rows.filter((row) => Boolean(row)) as Row[]
  const labels = options.stacks ? (options.head ?? []).map(wordsOf) : []
  return html`<table class="${classes('govuk-table', options.stacks && 'app-table--stacks', options.classes)}"${attributes(options.attributes)}>${
    isPresent(options.caption) &&
    html`<caption class="${classes('govuk-table__caption', options.captionClasses)}">${options.caption}</caption>`
  }${
    options.head &&
    html`<thead class="govuk-table__head"><tr class="govuk-table__row">${options.head.map(heading)}</tr></thead>`
  }<tbody class="govuk-table__body">${rows.map(
    (row) =>
      html`<tr class="govuk-table__row">${row.map((cell, index) => cellOf(named(cell, labels[index] ?? ''), index === 0 && options.firstCellIsHeader === true))}</tr>`,
  )}</tbody></table>`
}
