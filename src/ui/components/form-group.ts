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
import { type ErrorMessage, errorMessage } from './error-message.ts'
import { type Hint, hint } from './hint.ts'
import { type Label, label } from './label.ts'
import { part } from './part.ts'

/** What every control of a form may have around it. */
export type Control = Options<{
  id?: string
  name: string
  label: Content | Label
  hint?: Content | Hint
  errorMessage?: Content | ErrorMessage
  describedBy?: string
  classes?: string
  attributes?: Attributes
  disabled?: boolean
  formGroup?: FormGroup
}>

export type FormGroup = Options<{
  classes?: string
  attributes?: Attributes
  beforeInput?: Content | { readonly text: Content }
  afterInput?: Content | { readonly text: Content }
}>

export type Described = Options<{
  hint?: Content | Hint
  errorMessage?: Content | ErrorMessage
  describedBy?: string
}>

/** The hint and the error of a control, and the ids that describe it. */
export const describe = (id: string, options: Described): { drawn: Html; describedBy: string | undefined } => {
  const hintId = isGiven(options.hint) && `${id}-hint`
  const errorId = isGiven(options.errorMessage) && `${id}-error`
  return {
    drawn: html`${hintId && hint({ ...part<Hint>(options.hint ?? ''), id: hintId })}${
      errorId && errorMessage({ ...part<ErrorMessage>(options.errorMessage ?? ''), id: errorId })
    }`,
    describedBy: classes(options.describedBy, hintId, errorId) || undefined,
  }
}

/** Whether a part was given at all: an empty error is no error. */
export const isGiven = (given: Content | object | null | undefined): boolean =>
  typeof given === 'object' && given !== null && !('isEscaped' in given) ? true : isPresent(given as Content)

/** The box around one control or one set of controls. */
export const group = (
  options: Options<{
    errorMessage?: Content | ErrorMessage
    formGroup?: Options<{ classes?: string; attributes?: Attributes }>
  }>,
  inside: Html,
): Html =>
  html`<div class="${classes(
    'govuk-form-group',
    isGiven(options.errorMessage) && 'govuk-form-group--error',
    options.formGroup?.classes,
  )}"${attributes(options.formGroup?.attributes)}>${inside}</div>`

const beside = (given: Content | { readonly text: Content } | undefined): Content | undefined =>
  given === undefined ? undefined : part(given).text

/** Label, hint, error and one control, in that order. */
export const labelledControl = (
  options: Control,
  draw: (control: { id: string; describedBy: string | undefined; hasError: boolean }) => Html,
): Html => {
  const id = options.id ?? options.name
  const { drawn, describedBy } = describe(id, options)
  const control = draw({ id, describedBy, hasError: isGiven(options.errorMessage) })
  return group(
    options,
    html`${label({ ...part<Label>(options.label), for: id })}${drawn}${beside(options.formGroup?.beforeInput)}${control}${beside(options.formGroup?.afterInput)}`,
  )
}
