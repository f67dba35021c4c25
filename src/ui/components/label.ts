import { attributes, type Content, classes, type Html, html, isPresent, nothing, type Options } from '../html.ts'
import { type Part, part } from './part.ts'

export type Label = Part & Options<{ isPageHeading?: boolean; for?: string }>

export const label = (given: Content | Label): Html => {
  const options = part<Label>(given)
  if (!isPresent(options.text)) return nothing
  const drawn = html`<label class="${classes('govuk-label', options.classes)}"${attributes({ ...options.attributes, for: options.for })}>${options.text}</label>`
  return options.isPageHeading ? html`<h1 class="govuk-label-wrapper">${drawn}</h1>` : drawn
}
