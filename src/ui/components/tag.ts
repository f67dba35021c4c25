import { attributes, type Content, classes, type Html, html } from '../html.ts'
import { type Part, part } from './part.ts'

export type Tag = Part

export const tag = (given: Content | Tag): Html => {
  const options = part<Tag>(given)
  return html`<strong class="${classes('govuk-tag', options.classes)}"${attributes(options.attributes)}>${options.text}</strong>`
}
