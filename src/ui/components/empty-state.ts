import { type Content, type Html, html, isPresent, type Options } from '../html.ts'

export type EmptyState = Options<{
  /** What will be here: "No expressions of interest yet". */
  title: string
  /** How it gets here. */
  text?: Content
  action?: { readonly text: string; readonly href: string }
}>

/** What stands where a list will be. */
export const emptyState = (options: EmptyState): Html =>
  html`<div class="app-empty"><p class="app-empty__title">${options.title}</p>${
    isPresent(options.text) && html`<p class="govuk-body">${options.text}</p>`
  }${options.action && html`<p class="govuk-body"><a class="govuk-link" href="${options.action.href}">${options.action.text}</a></p>`}</div>`
