import { type Content, type Html, html, type Options } from '../html.ts'
import { button } from './button.ts'

export type FilterPanel = Options<{
  /** The address of the page itself, without its query. */
  action: string
  /** Fields drawn by `fields.ts`, typed with what the address says now. */
  fields: Content
  /** What is chosen now, each with the address without it. */
  chosen?: readonly { readonly label: string; readonly hrefWithout: string }[]
  /** Travels with the form unseen, such as the order of the table. */
  keep?: Readonly<Record<string, string>>
  title?: string
  submit?: string
}>

const chosenList = (options: FilterPanel): Html | false =>
  Boolean(options.chosen?.length) &&
  html`<div class="app-filter__chosen"><h3 class="govuk-heading-s">Chosen</h3><ul class="app-filter__list">${options.chosen?.map(
    ({ label, hrefWithout }) =>
      html`<li><a class="app-filter__tag" href="${hrefWithout}"><span class="govuk-visually-hidden">Remove this filter: </span>${label}</a></li>`,
  )}</ul><p class="govuk-body-s"><a class="govuk-link" href="${options.action}">Clear all</a></p></div>`

/** A form that changes what a list shows, by its address alone. */
export const filterPanel = (options: FilterPanel): Html =>
  html`<section class="app-filter" aria-label="${options.title ?? 'Filter'}"><h2 class="govuk-heading-m app-filter__title">${
    options.title ?? 'Filter'
  }</h2>${chosenList(options)}<form method="get" action="${options.action}" class="app-filter__form">${Object.entries(
    options.keep ?? {},
  ).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}${options.fields}${button({
    text: options.submit ?? 'Apply',
    classes: 'govuk-button--secondary',
  })}</form></section>`

/** A filter panel beside what it filters, or above a table that needs the whole width; where it stands above, with a way past it. */
export const filtered = (panel: Html, results: Content, { above = false }: { readonly above?: boolean } = {}): Html =>
  html`<div class="app-filtered${above && ' app-filtered--above'}"><p class="app-filtered__past"><a class="govuk-link" href="#found">Go to the list</a></p><div class="app-filtered__panel">${panel}</div><div class="app-filtered__results" id="found">${results}</div></div>`
