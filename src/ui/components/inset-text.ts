import { attributes, type Content, classes, type Html, html, type Options } from '../html.ts'
import { type Part, part } from './part.ts'

export type InsetText = Part & Options<{ id?: string }>

export const insetText = (given: Content | InsetText): Html => {
  const options = part<InsetText>(given)
  return html`<div class="${classes('govuk-inset-text', options.classes)}"${attributes({ id: options.id, ...options.attributes })}>${options.text}</div>`
}
