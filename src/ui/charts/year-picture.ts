import { type Html, html } from '../html.ts'

export type MonthDrawn = {
  readonly name: string
  readonly days: number
  readonly isRest: (day: number) => boolean
  readonly isHoliday: (day: number) => boolean
}
export type DayMarked = {
  /** Which of the months, from 0. */
  readonly month: number
  readonly day: number
  readonly isCertain: boolean
  readonly clashes: boolean
  readonly label: string
}

const [left, top, cell, row] = [44, 22, 19, 22]

const dayOf = (month: MonthDrawn, at: number, day: number): Html => {
  const [x, y] = [left + (day - 1) * cell, top + at * row]
  const fill = month.isHoliday(day) ? '#a9cfd3' : month.isRest(day) ? '#e6eaec' : '#f3f8f8'
  return html`<rect x="${x}" y="${y}" width="${cell - 2}" height="${row - 4}" fill="${fill}"/>`
}

// Certain dates are filled, provisional ones hollow; a clash has a bar through it: told apart without colour.
const markOf = ({ month, day, isCertain, clashes, label }: DayMarked, shift: number): Html => {
  const [x, y] = [left + (day - 1) * cell + (cell - 2) / 2 + shift, top + month * row + (row - 4) / 2]
  return html`<g><title>${label}</title><circle cx="${x}" cy="${y}" r="5.5" fill="${isCertain ? '#08434c' : '#ffffff'}" stroke="#08434c" stroke-width="2"/>${clashes && html`<path d="M${x - 8} ${y + 8}L${x + 8} ${y - 8}" stroke="#a4281f" stroke-width="2.5"/>`}</g>`
}

/** A year as a row of days for each month, with a mark for each session; a table beside it says the same. */
export const yearPicture = ({
  title,
  description,
  months,
  marks,
}: {
  readonly title: string
  readonly description: string
  readonly months: readonly MonthDrawn[]
  readonly marks: readonly DayMarked[]
}): Html => {
  const [width, height] = [left + 31 * cell + 4, top + months.length * row + 30]
  const seen = new Map<string, number>()
  const drawn = marks.map((mark) => {
    const place = `${mark.month} ${mark.day}`
    const before = seen.get(place) ?? 0
    seen.set(place, before + 1)
    return markOf(mark, Math.min(before, 2) * 4)
  })
  const key = top + months.length * row + 16
  return html`<figure class="app-chart"><svg role="img" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-labelledby="year-title year-description"><title id="year-title">${title}</title><desc id="year-description">${description}</desc>${[1, 5, 10, 15, 20, 25, 30].map((day) => html`<text x="${left + (day - 1) * cell + (cell - 2) / 2}" y="14" text-anchor="middle" font-size="12" fill="#16242c">${day}</text>`)}${months.map((month, at) => html`<text x="0" y="${top + at * row + 14}" font-size="13" fill="#16242c">${month.name}</text>${Array.from({ length: month.days }, (_, index) => dayOf(month, at, index + 1))}`)}${drawn}<circle cx="${left + 8}" cy="${key}" r="5.5" fill="#08434c" stroke="#08434c" stroke-width="2"/><text x="${left + 20}" y="${key + 4}" font-size="12" fill="#16242c">confirmed or held</text><circle cx="${left + 140}" cy="${key}" r="5.5" fill="#ffffff" stroke="#08434c" stroke-width="2"/><text x="${left + 152}" y="${key + 4}" font-size="12" fill="#16242c">provisional</text><path d="M${left + 232} ${key + 8}L${left + 248} ${key - 8}" stroke="#a4281f" stroke-width="2.5"/><text x="${left + 254}" y="${key + 4}" font-size="12" fill="#16242c">something speaks against it</text><rect x="${left + 430}" y="${key - 8}" width="${cell - 2}" height="${row - 4}" fill="#a9cfd3"/><text x="${left + 452}" y="${key + 4}" font-size="12" fill="#16242c">bank holiday</text></svg></figure>`
}
