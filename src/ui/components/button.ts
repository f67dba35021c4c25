import { type Attributes, attributes, type Content, classes, type Html, html, type Options, raw } from '../html.ts'

export type Button = Options<{
  text: Content
  href?: string
  type?: 'submit' | 'button' | 'reset'
  name?: string
  value?: string
  id?: string
  classes?: string
  disabled?: boolean
  preventDoubleClick?: boolean
  isStartButton?: boolean
  attributes?: Attributes
}>

const startIcon = raw(
  '<svg class="govuk-button__start-icon" xmlns="http://www.w3.org/2000/svg" width="17.5" height="19" viewBox="0 0 33 40" aria-hidden="true" focusable="false"><path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z"/></svg>',
)

const words = ({ text, isStartButton }: Button): Html => {
  if (!isStartButton) return html`${text}`
  return html`${typeof text === 'string' ? text : html`<span>${text}</span>`}${startIcon}`
}

/** A button, or a link that looks like one when an address is given. */
export const button = (options: Button): Html => {
  const common = {
    class: classes('govuk-button', options.classes, options.isStartButton && 'govuk-button--start'),
    'data-module': 'govuk-button',
    id: options.id,
    ...options.attributes,
  }
  if (options.href) {
    return html`<a${attributes({ href: options.href, role: 'button', draggable: 'false', ...common })}>${words(options)}</a>`
  }
  return html`<button${attributes({
    type: options.type ?? 'submit',
    value: options.value,
    name: options.name,
    disabled: options.disabled,
    'aria-disabled': options.disabled && 'true',
    'data-prevent-double-click':
      options.preventDoubleClick === undefined ? undefined : String(options.preventDoubleClick),
    ...common,
  })}>${words(options)}</button>`
}
