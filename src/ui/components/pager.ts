import { formatCount } from '../../vocabulary/count.ts'
import { type Html, html } from '../html.ts'
import { type PaginationItem, pagination } from './pagination.ts'

export type Pager = {
  readonly page: number
  readonly pageSize: number
  readonly total: number
  /** What is counted, in the plural: "schools". */
  readonly noun: string
  readonly href: (page: number) => string
}

const mostPages = 100_000

/** The page of a long list that an address asks for: `?page=3`. */
export const pageFrom = (query: URLSearchParams): number =>
  Math.max(1, Math.min(mostPages, Number.parseInt(query.get('page') ?? '1', 10) || 1))

const near = (page: number, last: number): readonly number[] =>
  [...new Set([1, page - 1, page, page + 1, last])].filter((each) => each >= 1 && each <= last)

const items = ({ page, href }: Pager, last: number): readonly PaginationItem[] =>
  near(page, last).flatMap((number, index, all) => {
    const gap = index > 0 && number - (all[index - 1] ?? number) > 1
    const item = { number, href: href(number), current: number === page }
    return gap ? [{ ellipsis: true }, item] : [item]
  })

const inWords = ({ page, pageSize, total, noun }: Pager): string => {
  const count = (number: number): string => formatCount(number)
  const from = (page - 1) * pageSize + 1
  if (total <= pageSize) return total === 1 ? 'Showing the only one' : `Showing all ${count(total)} ${noun}`
  return `Showing ${count(from)} to ${count(Math.min(total, page * pageSize))} of ${count(total)} ${noun}`
}

/** "Showing 26 to 50 of 312 schools", and links to the other pages when there are any. */
export const pager = (options: Pager): Html => {
  const { page, pageSize, total, noun, href } = options
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (total === 0) return html`<p class="govuk-body app-pager__count">No ${noun}</p>`
  return html`<p class="govuk-body app-pager__count">${inWords(options)}</p>${
    last > 1 &&
    pagination({
      previous: page > 1 ? { href: href(page - 1) } : undefined,
      next: page < last ? { href: href(page + 1) } : undefined,
      items: items(options, last),
    })
  }`
}
