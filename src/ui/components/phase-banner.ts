import { type Attributes, attributes, type Content, classes, type Html, html, type Options } from '../html.ts'
import { type Part, part } from './part.ts'
import { tag } from './tag.ts'

export type PhaseBanner = Options<{ tag: Content | Part; text: Content; classes?: string; attributes?: Attributes }>

export const phaseBanner = (options: PhaseBanner): Html => {
  const label = part<Part>(options.tag)
  return html`<div class="${classes('govuk-phase-banner govuk-width-container', options.classes)}"${attributes(options.attributes)}><p class="govuk-phase-banner__content">${tag(
    { text: label.text, classes: classes('govuk-phase-banner__content__tag', label.classes) },
  )} <span class="govuk-phase-banner__text">${options.text}</span></p></div>`
}
