import { attributes, type Content, classes, type Html, html, type Options } from '../html.ts'
import { type Part, part } from './part.ts'

export type Hint = Part & Options<{ id?: string }>

export const hint = (given: Content | Hint): Html => {
  const options = part<Hint>(given)
  return html`<div class="${classes('govuk-hint', options.classes)}"${attributes({ id: options.id, ...options.attributes })}>${options.text}</div>`
}
