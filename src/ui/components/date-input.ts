import { type Attributes, attributes, type Content, classes, type Html, html, type Options } from '../html.ts'
import type { ErrorMessage } from './error-message.ts'
import { type Fieldset, fieldset } from './fieldset.ts'
import { describe, group, isGiven } from './form-group.ts'
import type { Hint } from './hint.ts'
import { input } from './input.ts'
import { part } from './part.ts'

export type DatePart = Options<{
  name: string
  label?: string
  value?: string | number | null
  id?: string
  error?: boolean
  width?: number
  classes?: string
  autocomplete?: string
  inputmode?: string
  pattern?: string
  attributes?: Attributes
}>

export type DateInput = Options<{
  id: string
  namePrefix?: string
  /** What differs from the usual three boxes; false leaves one out. */
  day?: Partial<DatePart> | false
  month?: Partial<DatePart> | false
  year?: Partial<DatePart> | false
  items?: readonly (DatePart | null | undefined | false)[]
  values?: Readonly<Record<string, string | number | undefined>>
  fieldset?: Fieldset
  hint?: Content | Hint
  errorMessage?: Content | ErrorMessage
  classes?: string
  attributes?: Attributes
  formGroup?: Options<{
    classes?: string
    attributes?: Attributes
    beforeInputs?: Content | { readonly text: Content }
    afterInputs?: Content | { readonly text: Content }
  }>
}>

const usualParts = ({ day, month, year }: DateInput): readonly DatePart[] =>
  Object.entries({ day, month, year }).flatMap(([name, given]) =>
    given === false ? [] : [{ width: name === 'year' ? 4 : 2, name, ...given }],
  )

const partsOf = (options: DateInput): readonly DatePart[] => {
  const usual = usualParts(options)
  if (!options.items?.length) return usual
  return options.items.flatMap((item) =>
    item
      ? [
          {
            ...item,
            ...inherited(
              usual.find(({ name }) => name === item.name),
              item,
            ),
          },
        ]
      : [],
  )
}

const inherited = (usual: DatePart | undefined, item: DatePart): Partial<DatePart> => ({
  width: item.width ?? usual?.width,
  value: item.value ?? usual?.value,
})

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

const isWrong = (item: DatePart): boolean => item.error ?? item.classes?.includes('govuk-input--error') ?? false

const datePart = (options: DateInput, item: DatePart, isMarked: boolean): Html => {
  const name = options.namePrefix ? `${options.namePrefix}-${item.name}` : item.name
  return html`<div class="govuk-date-input__item">${input({
    id: item.id ?? `${options.id}-${item.name}`,
    name,
    label: { text: item.label ?? capitalised(item.name), classes: 'govuk-date-input__label' },
    classes: classes(
      'govuk-date-input__input',
      isMarked && !item.classes?.includes('govuk-input--error') && 'govuk-input--error',
      !item.classes?.includes('govuk-input--width-') && `govuk-input--width-${item.width ?? 2}`,
      item.classes,
    ),
    value: item.value ?? options.values?.[name] ?? options.values?.[item.name],
    inputmode: item.inputmode ?? 'numeric',
    autocomplete: item.autocomplete,
    pattern: item.pattern,
    attributes: item.attributes,
  })}</div>`
}

export const dateInput = (options: DateInput): Html => {
  const items = partsOf(options)
  const someMarked = items.some(isWrong)
  const isMarked = (item: DatePart): boolean =>
    isWrong(item) || (item.error !== false && isGiven(options.errorMessage) && !someMarked)
  const { drawn, describedBy } = describe(options.id, { ...options, describedBy: options.fieldset?.describedBy })
  const { beforeInputs, afterInputs } = options.formGroup ?? {}
  const inside = html`${drawn}<div class="${classes('govuk-date-input', options.classes)}"${attributes({ ...options.attributes, id: options.id || undefined })}>${
    beforeInputs && part(beforeInputs).text
  }${items.map((item) => datePart(options, item, isMarked(item)))}${afterInputs && part(afterInputs).text}</div>`
  return group(
    options,
    options.fieldset ? fieldset({ role: 'group', ...options.fieldset, describedBy }, inside) : inside,
  )
}
