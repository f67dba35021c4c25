import { type Html, raw } from './html.ts'

/** Four tiles cut from one square by interlocking steps; three of them repeat, and the fourth is the one that joins. */
const tiles = [
  '<path class="app-mark__tile-1" d="M2 2h17v6a4 4 0 1 1 0 8v3h-3a4 4 0 1 0-8 0H2z"/>',
  '<path class="app-mark__tile-2" d="M21 2h17v17h-6a4 4 0 1 0-8 0h-3v-1.6a6 6 0 0 0 0-10.8z"/>',
  '<path class="app-mark__tile-3" d="M2 21h7.4a6 6 0 0 1 0-.2A2.6 2.6 0 1 1 14.6 21H19v6a4 4 0 1 0 0 8v3H2z"/>',
  '<path class="app-mark__tile-4" d="M21 21h4.4a2.6 2.6 0 1 1 5.2 0H38v17H21v-4.9a2.1 2.1 0 0 1 0-4.2z"/>',
].join('')

/** The mark of the service, a picture that says nothing beyond the name beside it. */
export const mark: Html = raw(
  `<svg class="app-mark" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" focusable="false">${tiles}</svg>`,
)
