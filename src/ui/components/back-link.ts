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

export type BackLink = Options<{ href?: string; text?: Content; classes?: string; attributes?: Attributes }>

export const backLink = (options: BackLink): Html =>
  html`<a class="${classes('govuk-back-link', options.classes)}"${attributes({ href: options.href || '#', ...options.attributes })}>${
    isPresent(options.text) ? options.text : 'Back'
  }</a>`
