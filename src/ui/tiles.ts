import { type Html, raw } from './html.ts'
import { tile } from './mark.ts'

const size = 36

const square = (column: number, row: number): string => {
  const paths = [0, 1, 2, 3].map((turn) => {
    const tone = (column * 3 + row * 5 + turn * 2) % 7
    return `<path class="app-tiles__tile app-tiles__tile--${tone}" d="${tile}" transform="rotate(${turn * 90} 20 20)"/>`
  })
  return `<g transform="translate(${column * size} ${row * size})">${paths.join('')}</g>`
}

/** A field of tiles that all fit: decoration, hidden from those who listen. */
export const tiles = (columns: number, rows: number): Html => {
  const squares = Array.from({ length: columns * rows }, (_, index) =>
    square(index % columns, Math.floor(index / columns)),
  )
  return raw(
    `<svg class="app-tiles" xmlns="http://www.w3.org/2000/svg" viewBox="2 2 ${columns * size} ${rows * size}" preserveAspectRatio="xMaxYMid slice" aria-hidden="true" focusable="false">${squares.join('')}</svg>`,
  )
}
