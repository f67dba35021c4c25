import { type Content, type Html, html, raw } from '../html.ts'

const spoken = (label: Content): Html =>
  raw(
    String(html`${label}`)
      .replace(/<[^>]*>/g, '')
      .replaceAll('"', '&quot;'),
  )

/** A box that scrolls sideways on a narrow screen, by finger and by keyboard. */
export const scrollable = (label: Content, inside: Html): Html =>
  html`<section class="app-scroll" aria-label="${spoken(label)}" tabindex="0">${inside}</section>`
