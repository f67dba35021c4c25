import { type Html, raw } from './html.ts'

/** One tile; turned three times about the middle of the square it meets itself on every side without a gap. */
export const tile =
  'M20 20A4.5 4.5 0 0 1 20 11 4.5 4.5 0 0 0 20 2H5a3 3 0 0 0-3 3v15a4.5 4.5 0 0 1 9 0 4.5 4.5 0 0 0 9 0z'

const turned = [0, 90, 180, 270]
  .map((angle, index) => `<path class="app-mark__tile-${index + 1}" d="${tile}" transform="rotate(${angle} 20 20)"/>`)
  .join('')

/** The mark of the service, a picture that says nothing beyond the name beside it. */
export const mark: Html = raw(
  `<svg class="app-mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="40" height="40" aria-hidden="true" focusable="false">${turned}</svg>`,
)
