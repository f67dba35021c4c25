import {
  type Attributes,
  attributes,
  type Content,
  classes,
  type Html,
  html,
  isPresent,
  type Options,
} from '../html.ts'
import { type Part, part } from './part.ts'

export type Legend = Part & Options<{ isPageHeading?: boolean }>

export type Fieldset = Options<{
  legend?: Content | Legend
  describedBy?: string
  role?: string
  classes?: string
  attributes?: Attributes
}>

const legend = (given: Content | Legend | undefined): Html | false => {
  const options = part<Legend>(given ?? '')
  if (!isPresent(options.text)) return false
  const words = options.isPageHeading
    ? html`<h1 class="govuk-fieldset__heading">${options.text}</h1>`
    : html`${options.text}`
  return html`<legend class="${classes('govuk-fieldset__legend', options.classes)}">${words}</legend>`
}

export const fieldset = (options: Fieldset, inside: Content): Html =>
  html`<fieldset class="${classes('govuk-fieldset', options.classes)}"${attributes({
    role: options.role,
    'aria-describedby': options.describedBy,
    ...options.attributes,
  })}>${legend(options.legend)}${inside}</fieldset>`
