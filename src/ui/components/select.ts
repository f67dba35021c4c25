import { type Attributes, attributes, classes, type Html, html, type Options } from '../html.ts'
import { type Control, labelledControl } from './form-group.ts'

export type SelectItem = Options<{
  text: string | number
  value?: string | number
  selected?: boolean
  disabled?: boolean
  attributes?: Attributes
}>

export type Select = Control &
  Options<{ items: readonly (SelectItem | null | undefined | false | '')[]; value?: string | number | null }>

const option = (item: SelectItem, chosen: string | number | null | undefined): Html => {
  const isChosen = isGivenValue(chosen) && String(item.value ?? item.text) === String(chosen)
  return html`<option${attributes({
    value: item.value,
    selected: item.selected ?? isChosen,
    disabled: item.disabled,
    ...item.attributes,
  })}>${item.text}</option>`
}

const isGivenValue = (value: string | number | null | undefined): boolean =>
  value !== undefined && value !== null && value !== ''

export const select = (options: Select): Html =>
  labelledControl(
    options,
    ({ id, describedBy, hasError }) =>
      html`<select class="${classes('govuk-select', options.classes, hasError && 'govuk-select--error')}"${attributes({
        id,
        name: options.name,
        disabled: options.disabled,
        'aria-describedby': describedBy,
        ...options.attributes,
      })}>${options.items.map((item) => item && option(item, options.value))}</select>`,
  )
