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

export type NotificationBanner = Options<{
  /** Words alone are drawn as one heading line; `Html` is drawn as it is. */
  text: Content
  type?: 'success'
  titleText?: Content
  titleId?: string
  titleHeadingLevel?: number | string
  role?: string
  disableAutoFocus?: boolean
  classes?: string
  attributes?: Attributes
}>

const content = (text: Content): Html =>
  typeof text === 'object' ? html`${text}` : html`<p class="govuk-notification-banner__heading">${text}</p>`

export const notificationBanner = (options: NotificationBanner): Html => {
  const isSuccess = options.type === 'success'
  const titleId = options.titleId || 'govuk-notification-banner-title'
  const heading = raw(`h${Number(options.titleHeadingLevel) || 2}`)
  const title = isPresent(options.titleText) ? options.titleText : isSuccess ? 'Success' : 'Important'
  return html`<div class="${classes('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', options.classes)}"${attributes(
    {
      role: options.role ?? (isSuccess ? 'alert' : 'region'),
      'aria-labelledby': titleId,
      'data-module': 'govuk-notification-banner',
      'data-disable-auto-focus': options.disableAutoFocus === undefined ? undefined : String(options.disableAutoFocus),
      ...options.attributes,
    },
  )}><div class="govuk-notification-banner__header"><${heading} class="govuk-notification-banner__title" id="${titleId}">${title}</${heading}></div><div class="govuk-notification-banner__content">${
    isPresent(options.text) && content(options.text)
  }</div></div>`
}
