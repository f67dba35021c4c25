import { type Content, type Html, html, type Options } from '../html.ts'

export type ActionBar = Options<{
  /** The heading of the page, with what stands above and below it. */
  title: Content
  caption?: Content
  text?: Content
  /** Buttons and links, the main one first. */
  actions?: readonly Html[]
}>

/** The head of a page that people work on: what it is on the left, what can be done on the right. */
export const actionBar = (options: ActionBar): Html =>
  html`<div class="app-action-bar"><div class="app-action-bar__title">${
    options.caption && html`<span class="govuk-caption-l">${options.caption}</span>`
  }<h1 class="govuk-heading-l">${options.title}</h1>${
    options.text && html`<p class="govuk-body app-action-bar__text">${options.text}</p>`
  }</div>${
    Boolean(options.actions?.length) &&
    html`<div class="app-action-bar__actions govuk-button-group">${options.actions}</div>`
  }</div>`
