import { formatCount } from '../../vocabulary/count.ts'
import { type Content, type Html, html, isPresent, type Options } from '../html.ts'

export type StatFigure = Options<{
  label: Content
  value: string | number
  /** What exactly is counted. */
  definition?: Content
  href?: string
  /** How it compares, in words: "12 more than last year". */
  change?: Content
}>

const figure = (stat: StatFigure): Html =>
  html`<div class="app-stat"><dt class="app-stat__label">${
    stat.href ? html`<a class="govuk-link" href="${stat.href}">${stat.label}</a>` : stat.label
  }</dt><dd class="app-stat__value">${typeof stat.value === 'number' ? formatCount(stat.value) : stat.value}</dd>${
    isPresent(stat.change) && html`<dd class="app-stat__change">${stat.change}</dd>`
  }${isPresent(stat.definition) && html`<dd class="app-stat__definition">${stat.definition}</dd>`}</div>`

/** Big numbers side by side, each with its definition. */
export const statFigures = (stats: readonly StatFigure[]): Html => html`<dl class="app-stats">${stats.map(figure)}</dl>`
