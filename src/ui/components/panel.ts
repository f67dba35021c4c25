import {
  type Attributes,
  attributes,
  type Content,
  classes,
  type Html,
  html,
  isPresent,
  type Options,
  raw,
} from '../html.ts'

export type Panel = Options<{
  titleText: Content
  text?: Content
  headingLevel?: number
  classes?: string
  attributes?: Attributes
}>

export const panel = (options: Panel): Html => {
  const heading = raw(`h${options.headingLevel || 1}`)
  return html`<div class="${classes('govuk-panel govuk-panel--confirmation', options.classes)}"${attributes(options.attributes)}><${heading} class="govuk-panel__title">${options.titleText}</${heading}>${
    isPresent(options.text) && html`<div class="govuk-panel__body">${options.text}</div>`
  }</div>`
}
