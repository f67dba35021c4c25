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
import type { ErrorMessage } from './error-message.ts'
import { type Fieldset, fieldset } from './fieldset.ts'
import { describe, group } from './form-group.ts'
import { type Hint, hint } from './hint.ts'
import { type Label, label } from './label.ts'
import { part } from './part.ts'

/** One box or button of a set; radios and checkboxes draw theirs alike. */
export type Choice = Options<{
  value?: string | number
  text?: Content
  id?: string
  name?: string
  hint?: Content | Hint
  label?: Label
  checked?: boolean
  disabled?: boolean
  conditional?: Content | { readonly text: Content }
  behaviour?: 'exclusive'
  divider?: string
  attributes?: Attributes
}>

export type Choices = Options<{
  name: string
  idPrefix?: string
  items: readonly (Choice | null | undefined | false)[]
  fieldset?: Fieldset
  hint?: Content | Hint
  errorMessage?: Content | ErrorMessage
  describedBy?: string
  classes?: string
  attributes?: Attributes
  formGroup?: Options<{
    classes?: string
    attributes?: Attributes
    beforeInputs?: Content | { readonly text: Content }
    afterInputs?: Content | { readonly text: Content }
  }>
}>

type Kind = 'radios' | 'checkboxes'
type Drawn = { kind: Kind; id: string; name: string; isChecked: boolean; describedBy: string | undefined }

const control = (item: Choice, { kind, id, name, isChecked, describedBy }: Drawn, conditional: boolean): Html =>
  html`<input class="govuk-${kind}__input"${attributes({
    id,
    name,
    type: kind === 'radios' ? 'radio' : 'checkbox',
    value: item.value ?? '',
    checked: isChecked,
    disabled: item.disabled,
    'data-aria-controls': conditional && `conditional-${id}`,
    'data-behaviour': kind === 'checkboxes' && item.behaviour,
    'aria-describedby': describedBy,
    ...item.attributes,
  })}>`

const choice = (item: Choice, drawn: Drawn): Html => {
  const { kind, id, isChecked } = drawn
  const words = part<Hint>(item.hint ?? '')
  const hintId = isPresent(words.text) && `${id}-item-hint`
  const inside = item.conditional === undefined ? undefined : part(item.conditional).text
  const describedBy = classes(drawn.describedBy, hintId) || undefined
  return html`<div class="govuk-${kind}__item">${control(item, { ...drawn, describedBy }, isPresent(inside))}${label({
    text: item.text,
    classes: classes(`govuk-${kind}__label`, item.label?.classes),
    attributes: item.label?.attributes,
    for: id,
  })}${hintId && hint({ ...words, id: hintId, classes: classes(`govuk-${kind}__hint`, words.classes) })}</div>${
    isPresent(inside) &&
    html`<div class="${classes(
      `govuk-${kind}__conditional`,
      !isChecked && `govuk-${kind}__conditional--hidden`,
    )}" id="conditional-${id}">${inside}</div>`
  }`
}

const identified = (options: Choices, each: Choice, index: number): { id: string; name: string } => {
  const prefix = options.idPrefix ?? options.name
  return { id: each.id ?? (index === 0 ? prefix : `${prefix}-${index + 1}`), name: each.name ?? options.name }
}

/** A set of choices with hint and error, in a fieldset when one is named. */
export const choices = (kind: Kind, options: Choices, isChosen: (value: string) => boolean): Html => {
  const outer = options.fieldset?.describedBy ?? options.describedBy
  const { drawn, describedBy } = describe(options.idPrefix ?? options.name, { ...options, describedBy: outer })
  const describesItems = kind === 'checkboxes' && !options.fieldset
  const item = (each: Choice | null | undefined | false, index: number): Html | false => {
    if (!each) return false
    if (each.divider) return html`<div class="govuk-${kind}__divider">${each.divider}</div>`
    return choice(each, {
      kind,
      ...identified(options, each, index),
      isChecked: each.checked ?? isChosen(String(each.value ?? '')),
      describedBy: describesItems ? describedBy : undefined,
    })
  }
  const { beforeInputs, afterInputs } = options.formGroup ?? {}
  const module = html`class="${classes(`govuk-${kind}`, options.classes)}" data-module="govuk-${kind}"${attributes(options.attributes)}`
  const inside = html`${drawn}<div ${module}>${beforeInputs && part(beforeInputs).text}${options.items.map(item)}${
    afterInputs && part(afterInputs).text
  }</div>`
  return group(options, options.fieldset ? fieldset({ ...options.fieldset, describedBy }, inside) : inside)
}
