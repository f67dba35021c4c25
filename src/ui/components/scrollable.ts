import { type Content, type Html, html } from '../html.ts'

/** A box that scrolls sideways on a narrow screen, by finger and by keyboard. */
export const scrollable = (label: Content, inside: Html): Html =>
  html`<div class="app-scroll" role="region" aria-label="${String(label).replace(/<[^>]*>/g, '')}" tabindex="0">${inside}</div>`
