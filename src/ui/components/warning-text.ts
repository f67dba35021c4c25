import { attributes, type Content, classes, type Html, html, type Options } from '../html.ts'
import { type Part, part } from './part.ts'

export type WarningText = Part & Options<{ iconFallbackText?: string }>

export const warningText = (given: Content | WarningText): Html => {
  const options = part<WarningText>(given)
  return html`<div class="${classes('govuk-warning-text', options.classes)}"${attributes(options.attributes)}><span class="govuk-warning-text__icon" aria-hidden="true">!</span><strong class="govuk-warning-text__text"><span class="govuk-visually-hidden">${
    options.iconFallbackText || 'Warning'
  }</span> ${options.text}</strong></div>`
}
