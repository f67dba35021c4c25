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
import { type Control, labelledControl } from './form-group.ts'
import { type Part, part } from './part.ts'

export type Input = Control &
  Options<{
    type?: string
    value?: string | number | null
    inputmode?: string
    autocomplete?: string
    autocapitalize?: string
    spellcheck?: boolean
    pattern?: string
    prefix?: Content | Part
    suffix?: Content | Part
    inputWrapper?: Options<{ classes?: string; attributes?: Attributes }>
  }>

const affix = (kind: 'prefix' | 'suffix', given: Content | Part | undefined): Html | false => {
  const options = part<Part>(given ?? '')
  return (
    isPresent(options.text) &&
    html`<div class="${classes(`govuk-input__${kind}`, options.classes)}" aria-hidden="true"${attributes(options.attributes)}>${options.text}</div>`
  )
}

const wrapped = (options: Input, control: Html): Html => {
  const before = affix('prefix', options.prefix)
  const after = affix('suffix', options.suffix)
  const beside = options.formGroup
  if (!before && !after && !beside?.beforeInput && !beside?.afterInput) return control
  const { beforeInput, afterInput } = beside ?? {}
  return html`<div class="${classes('govuk-input__wrapper', options.inputWrapper?.classes)}"${attributes(options.inputWrapper?.attributes)}>${
    beforeInput && part(beforeInput).text
  }${before}${control}${after}${afterInput && part(afterInput).text}</div>`
}

export const input = (options: Input): Html => {
  const { beforeInput, afterInput, ...formGroup } = options.formGroup ?? {}
  return labelledControl({ ...options, formGroup }, ({ id, describedBy, hasError }) =>
    wrapped(
      options,
      html`<input class="${classes('govuk-input', options.classes, hasError && 'govuk-input--error')}"${attributes({
        id,
        name: options.name,
        type: options.type ?? 'text',
        spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
        value: options.value,
        disabled: options.disabled,
        'aria-describedby': describedBy,
        autocomplete: options.autocomplete,
        autocapitalize: options.autocapitalize,
        pattern: options.pattern,
        inputmode: options.inputmode,
        ...options.attributes,
      })}>`,
    ),
  )
}
