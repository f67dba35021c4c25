import { attributes, type Content, classes, type Html, html, isPresent, type Options } from '../html.ts'
import { type Part, part } from './part.ts'

export type ErrorMessage = Part & Options<{ id?: string; visuallyHiddenText?: string | false }>

export const errorMessage = (given: Content | ErrorMessage): Html => {
  const options = part<ErrorMessage>(given)
  const spoken = options.visuallyHiddenText ?? 'Error'
  const before = spoken !== false && isPresent(spoken) && html`<span class="govuk-visually-hidden">${spoken}:</span> `
  return html`<p class="${classes('govuk-error-message', options.classes)}"${attributes({ id: options.id, ...options.attributes })}>${before}${options.text}</p>`
}
