import { type Attributes, attributes, type Content, classes, type Html, html, type Options } from '../html.ts'

export type SkipLink = Options<{ text: Content; href?: string; classes?: string; attributes?: Attributes }>

export const skipLink = (options: SkipLink): Html =>
  html`<a class="${classes('govuk-skip-link', options.classes)}"${attributes({
    href: options.href || '#content',
    'data-module': 'govuk-skip-link',
    ...options.attributes,
  })}>${options.text}</a>`
