import { type Attributes, attributes, type Content, classes, type Html, html, type Options } from '../html.ts'

export type Breadcrumb = Options<{ text: Content; href?: string; attributes?: Attributes }>

export type Breadcrumbs = Options<{
  items: readonly Breadcrumb[]
  collapseOnMobile?: boolean
  labelText?: string
  classes?: string
  attributes?: Attributes
}>

const crumb = ({ text, href, attributes: own }: Breadcrumb): Html =>
  href
    ? html`<li class="govuk-breadcrumbs__list-item"><a class="govuk-breadcrumbs__link"${attributes({ href, ...own })}>${text}</a></li>`
    : html`<li class="govuk-breadcrumbs__list-item" aria-current="page">${text}</li>`

export const breadcrumbs = (options: Breadcrumbs): Html =>
  html`<nav class="${classes(
    'govuk-breadcrumbs',
    options.classes,
    options.collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  )}"${attributes({ 'aria-label': options.labelText ?? 'Breadcrumb', ...options.attributes })}><ol class="govuk-breadcrumbs__list">${options.items.map(
    crumb,
  )}</ol></nav>`
