import {
  type Attributes,
  attributes,
  type Content,
  classes,
  type Html,
  html,
  isPresent,
  type Options,
} from '../html.ts'

export type ServiceNavigationItem = Options<{
  text: Content
  href?: string
  current?: boolean
  active?: boolean
  attributes?: Attributes
}>

export type ServiceNavigation = Options<{
  serviceName?: Content
  serviceUrl?: string
  navigation?: readonly (ServiceNavigationItem | null | undefined | false)[]
  navigationId?: string
  navigationLabel?: string
  navigationClasses?: string
  menuButtonText?: string
  menuButtonLabel?: string
  collapseNavigationOnMobile?: boolean
  ariaLabel?: string
  slots?: Options<{ start?: Html; end?: Html; navigationStart?: Html; navigationEnd?: Html }>
  classes?: string
  attributes?: Attributes
}>

const service = ({ serviceName, serviceUrl }: ServiceNavigation): Html | false => {
  if (!isPresent(serviceName)) return false
  const name = serviceUrl
    ? html`<a href="${serviceUrl}" class="govuk-service-navigation__link">${serviceName}</a>`
    : html`<span class="govuk-service-navigation__text">${serviceName}</span>`
  return html`<span class="govuk-service-navigation__service-name">${name}</span>`
}

const navigationItem = (item: ServiceNavigationItem): Html => {
  const isActive = item.active || item.current
  const words = isActive
    ? html`<strong class="govuk-service-navigation__active-fallback">${item.text}</strong>`
    : html`${item.text}`
  const current = attributes({ 'aria-current': isActive && (item.current ? 'page' : 'true') })
  const link = item.href
    ? html`<a class="govuk-service-navigation__link" href="${item.href}"${current}${attributes(item.attributes)}>${words}</a>`
    : isPresent(item.text) && html`<span class="govuk-service-navigation__text"${current}>${words}</span>`
  return html`<li class="${classes('govuk-service-navigation__item', isActive && 'govuk-service-navigation__item--active')}">${link}</li>`
}

const toggle = (options: ServiceNavigation, id: string, words: string): Html =>
  html`<button type="button" class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"${attributes({
    'aria-controls': id,
    'aria-label': options.menuButtonLabel === words ? undefined : options.menuButtonLabel,
    hidden: true,
    'aria-hidden': 'true',
  })}>${words}</button>`

const list = (options: ServiceNavigation): Html | false => {
  const items = (options.navigation ?? []).filter((item) => Boolean(item)) as ServiceNavigationItem[]
  const { navigationStart, navigationEnd } = options.slots ?? {}
  if (items.length === 0 && !navigationStart && !navigationEnd) return false
  const id = options.navigationId || 'navigation'
  const words = options.menuButtonText || 'Menu'
  const collapses = options.collapseNavigationOnMobile ?? items.length > 1
  return html`<nav${attributes({ 'aria-label': options.navigationLabel || words })} class="${classes(
    'govuk-service-navigation__wrapper',
    options.navigationClasses,
  )}">${collapses && toggle(options, id, words)}<ul class="govuk-service-navigation__list" id="${id}">${navigationStart}${items.map(
    navigationItem,
  )}${navigationEnd}</ul></nav>`
}

export const serviceNavigation = (options: ServiceNavigation): Html => {
  const { start, end } = options.slots ?? {}
  const common = html`class="${classes('govuk-service-navigation', options.classes)}" data-module="govuk-service-navigation"${attributes(options.attributes)}`
  const inside = html`<div class="govuk-width-container">${start}<div class="govuk-service-navigation__container">${service(options)}${list(options)}</div>${end}</div>`
  return isPresent(options.serviceName) || start || end
    ? html`<section${attributes({ 'aria-label': options.ariaLabel ?? 'Service information' })} ${common}>${inside}</section>`
    : html`<div ${common}>${inside}</div>`
}
