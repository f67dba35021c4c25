import { type Attributes, attributes, type Content, classes, type Html, html, type Options } from '../html.ts'

export type Details = Options<{
  summaryText: Content
  text: Content
  open?: boolean
  id?: string
  classes?: string
  attributes?: Attributes
}>

export const details = (options: Details): Html =>
  html`<details class="${classes('govuk-details', options.classes)}"${attributes({
    id: options.id,
    open: options.open,
    ...options.attributes,
  })}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${options.summaryText}</span></summary><div class="govuk-details__text">${options.text}</div></details>`
