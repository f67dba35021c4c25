import { type Html, html } from '../html.ts'

// From dark to light, so that the parts stay apart in black and white print.
const shades = ['#08434c', '#0d6470', '#4d9aa3', '#a9cfd3', '#e1eeef'] as const

export type BarPart = { readonly label: string; readonly value: number }

const widthOf = (value: number, whole: number): number => (whole === 0 ? 0 : Math.round((value / whole) * 10000) / 100)

/** One bar in parts that make a whole; the words beside it say the same. */
export const partedBar = (title: string, parts: readonly BarPart[]): Html => {
  const whole = parts.reduce((sum, part) => sum + part.value, 0)
  let at = 0
  const drawn = parts.map((part, index) => {
    const width = widthOf(part.value, whole)
    const from = at
    at += width
    return html`<rect x="${from}" y="0" width="${width}" height="10" fill="${shades[index % shades.length] ?? shades[0]}" stroke="#ffffff" stroke-width="0.4"><title>${part.label}: ${part.value}</title></rect>`
  })
  return html`<svg class="app-bar" role="img" aria-label="${title}" viewBox="0 0 100 10" preserveAspectRatio="none" width="100%" height="28"><title>${title}</title><rect x="0" y="0" width="100" height="10" fill="#f3f8f8"/>${drawn}</svg>`
}

/** A square in the shade of a part, for the key of parted bars. */
export const keyOf = (index: number): Html =>
  html`<svg class="app-bar-key" aria-hidden="true" width="14" height="14" viewBox="0 0 14 14"><rect x="0.5" y="0.5" width="13" height="13" fill="${shades[index % shades.length] ?? shades[0]}" stroke="#4a5a63"/></svg>`

/** One bar against the longest of its kind. */
export const bar = (title: string, value: number, longest: number): Html =>
  html`<svg class="app-bar" role="img" aria-label="${title}" viewBox="0 0 100 10" preserveAspectRatio="none" width="100%" height="18"><title>${title}</title><rect x="0" y="0" width="100" height="10" fill="#f3f8f8"/><rect x="0" y="0" width="${widthOf(value, longest)}" height="10" fill="${shades[1]}"/></svg>`
