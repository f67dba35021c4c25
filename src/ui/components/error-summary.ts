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

export type ErrorSummary = Options<{
  titleText: Content
  descriptionText?: Content
  errorList?: readonly Options<{ text: Content; href?: string; attributes?: Attributes }>[]
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

const list = (errors: ErrorSummary['errorList']): Html =>
  html`<ul class="govuk-list govuk-error-summary__list">${errors?.map(
    ({ text, href, attributes: own }) =>
      html`<li>${href ? html`<a${attributes({ href, ...own })}>${text}</a>` : text}</li>`,
  )}</ul>`

export const errorSummary = (options: ErrorSummary): Html =>
  html`<div class="${classes('govuk-error-summary', options.classes)}" data-module="govuk-error-summary"${attributes({
    'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
    ...options.attributes,
  })}><div role="alert"><h2 class="govuk-error-summary__title">${options.titleText}</h2><div class="govuk-error-summary__body">${
    isPresent(options.descriptionText) && html`<p>${options.descriptionText}</p>`
  }${Boolean(options.errorList?.length) && list(options.errorList)}</div></div></div>`
