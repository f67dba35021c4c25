import {
  type Attributes,
  attributes,
  type Content,
  classes,
  type Html,
  html,
  isPresent,
  type Options,
  raw,
} from '../html.ts'

type Neighbour = Options<{ href?: string; text?: Content; labelText?: string; attributes?: Attributes }>

export type PaginationItem = Options<{
  number?: string | number
  href?: string
  current?: boolean
  ellipsis?: boolean
  visuallyHiddenText?: string
  attributes?: Attributes
}>

export type Pagination = Options<{
  items?: readonly (PaginationItem | null | undefined)[]
  previous?: Neighbour
  next?: Neighbour
  landmarkLabel?: string
  classes?: string
  attributes?: Attributes
}>

const arrow = (kind: 'prev' | 'next'): Html =>
  raw(
    `<svg class="govuk-pagination__icon govuk-pagination__icon--${kind}" xmlns="http://www.w3.org/2000/svg" height="13" width="15" aria-hidden="true" focusable="false" viewBox="0 0 15 13"><path d="${
      kind === 'prev'
        ? 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z'
        : 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z'
    }"></path></svg>`,
  )

const usualWords = { prev: 'Previous', next: 'Next' }

const neighbour = (kind: 'prev' | 'next', link: Neighbour | undefined, isBlock: boolean): Html | false => {
  if (!link?.href) return false
  const words = isPresent(link.text)
    ? link.text
    : html`${usualWords[kind]}<span class="govuk-visually-hidden"> page</span>`
  const title = classes(
    'govuk-pagination__link-title',
    isBlock && !link.labelText && 'govuk-pagination__link-title--decorated',
  )
  return html`<div class="govuk-pagination__${kind}"><a class="govuk-link govuk-pagination__link"${attributes({
    href: link.href,
    rel: kind,
    ...link.attributes,
  })}>${(isBlock || kind === 'prev') && arrow(kind)} <span class="${title}">${words}</span>${
    isBlock && link.labelText
      ? html`<span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">${link.labelText}</span>`
      : ''
  }${!isBlock && kind === 'next' && arrow(kind)}</a></div>`
}

const item = (page: PaginationItem): Html => {
  if (page.ellipsis) {
    return html`<li class="govuk-pagination__item govuk-pagination__item--ellipsis">${raw('&ctdot;')}</li>`
  }
  return html`<li class="${classes('govuk-pagination__item', page.current && 'govuk-pagination__item--current')}"><a class="govuk-link govuk-pagination__link"${attributes(
    {
      href: page.href ?? '',
      'aria-label': page.visuallyHiddenText ?? `Page ${page.number}`,
      'aria-current': page.current && 'page',
      ...page.attributes,
    },
  )}>${page.number}</a></li>`
}

export const pagination = (options: Pagination): Html => {
  const isBlock = !options.items && Boolean(options.next ?? options.previous)
  const items = options.items?.filter((each) => each && Object.keys(each).length > 0) as PaginationItem[] | undefined
  return html`<nav class="${classes('govuk-pagination', isBlock && 'govuk-pagination--block', options.classes)}"${attributes(
    {
      'aria-label': options.landmarkLabel || 'Pagination',
      ...options.attributes,
    },
  )}>${neighbour('prev', options.previous, isBlock)}${
    items && html`<ul class="govuk-pagination__list">${items.map(item)}</ul>`
  }${neighbour('next', options.next, isBlock)}</nav>`
}
