import type { FieldError, Typed } from '../vocabulary/form.ts'
import { checkboxes } from './components/checkboxes.ts'
import type { Choice } from './components/choices.ts'
import { dateInput } from './components/date-input.ts'
import { errorSummary as summary } from './components/error-summary.ts'
import { fileUpload } from './components/file-upload.ts'
import { input } from './components/input.ts'
import { radios } from './components/radios.ts'
import { type SelectItem, select } from './components/select.ts'
import { textarea } from './components/textarea.ts'
import { type Content, classes, type Html, html, type Options } from './html.ts'

/** A form as it stands: what was typed, and what is wrong with it. */
export type FormState = { readonly typed: Typed; readonly errors: readonly FieldError[] }

export const emptyForm: FormState = { typed: {}, errors: [] }

/** A form that begins with what is already known. */
export const formFrom = (typed: Typed): FormState => ({ typed, errors: [] })

/** What every field has. `heading` makes the label the page's `h1`, where a page asks one thing only. */
export type Field = Options<{
  name: string
  label: Content
  hint?: Content
  /** The size of the label, when it is not the ordinary one. */
  size?: 's' | 'm' | 'l'
  heading?: boolean
  classes?: string
}>

export type TextField = Field &
  Options<{
    value?: string | number | null
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | 'time' | 'number'
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
    inputmode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'search' | 'text'
    autocomplete?: string
    spellcheck?: boolean
    prefix?: Content
    suffix?: Content
    disabled?: boolean
  }>

export type TextArea = Field & Options<{ value?: string | null; rows?: number }>
export type ChoicesField = Field & Options<{ items: readonly Choice[]; inline?: boolean; small?: boolean }>
export type RadiosField = ChoicesField & Options<{ value?: string | null }>
export type CheckboxesField = ChoicesField & Options<{ values?: readonly string[] }>
export type SelectField = Field &
  Options<{
    items: readonly SelectItem[]
    value?: string | number | null
    blank?: string | false
    /** The id of the form it is sent with, where it stands outside of it. */
    sentWith?: string
  }>
export type FileField = Field & Options<{ accept?: string }>
export type DateField = Field & Options<{ value?: Temporal.PlainDate | null }>

const first = (value: string | readonly string[] | undefined): string | undefined =>
  typeof value === 'string' ? value : value?.[0]

const every = (value: string | readonly string[] | undefined): readonly string[] | undefined =>
  typeof value === 'string' ? [value] : value

const messageFor = (form: FormState, ...names: readonly string[]): string | undefined =>
  form.errors.find(({ field }) => names.includes(field))?.message

const labelClasses = (field: Field, part: string): string =>
  classes((field.size ?? (field.heading && 'l')) && `${part}--${field.size ?? 'l'}`)

const labelled = (form: FormState, field: Field) => ({
  id: field.name,
  name: field.name,
  label: { text: field.label, classes: labelClasses(field, 'govuk-label'), isPageHeading: field.heading ?? false },
  hint: field.hint,
  errorMessage: messageFor(form, field.name),
})

const legendOf = (field: Field) => ({
  legend: {
    text: field.label,
    classes: labelClasses({ ...field, size: field.size ?? (field.heading ? 'l' : 's') }, 'govuk-fieldset__legend'),
    isPageHeading: field.heading ?? false,
  },
})

/** A box of one line; what was typed stands before the given value. */
export const textField = (form: FormState, field: TextField): Html =>
  input({
    ...labelled(form, field),
    classes: classes(field.width && `govuk-input--width-${field.width}`, field.classes),
    type: field.type ?? 'text',
    value: first(form.typed[field.name]) ?? field.value,
    inputmode: field.inputmode,
    autocomplete: field.autocomplete,
    spellcheck: field.spellcheck ?? (field.type === 'email' ? false : undefined),
    prefix: field.prefix,
    suffix: field.suffix,
    disabled: field.disabled,
  })

/** A box of one line that suggests while one types, where scripts run: `from` is an address that answers with suggestions. Its page runs the module "suggestions". */
export const suggestingField = (form: FormState, { from, ...field }: TextField & { readonly from: string }): Html =>
  html`<div data-suggestions="${from}">${textField(form, field)}</div>`

export const textArea = (form: FormState, field: TextArea): Html =>
  textarea({
    ...labelled(form, field),
    classes: field.classes,
    rows: field.rows ?? 5,
    value: first(form.typed[field.name]) ?? field.value,
  })

const choiceClasses = (kind: 'radios' | 'checkboxes', field: ChoicesField): string =>
  classes(field.inline && `govuk-${kind}--inline`, field.small && `govuk-${kind}--small`, field.classes)

// The official script marks a radio button as expanded, which that role does not allow; the style sheet reveals instead.
const withoutScript = (item: Choice): Choice => ({
  ...item,
  attributes: { ...item.attributes, 'data-aria-controls': false },
})

/** One of several; what belongs to an answer is shown when it is chosen. */
export const radiosField = (form: FormState, field: RadiosField): Html =>
  radios({
    name: field.name,
    fieldset: legendOf(field),
    hint: field.hint,
    errorMessage: messageFor(form, field.name),
    items: field.items.map(withoutScript),
    classes: classes('app-reveals', choiceClasses('radios', field)),
    value: first(form.typed[field.name]) ?? field.value,
  })

/** Any of several; what was typed counts as soon as the form was sent, so that a cleared box stays clear. */
export const checkboxesField = (form: FormState, field: CheckboxesField): Html =>
  checkboxes({
    name: field.name,
    fieldset: legendOf(field),
    hint: field.hint,
    errorMessage: messageFor(form, field.name),
    items: field.items,
    classes: choiceClasses('checkboxes', field),
    values: every(form.typed[field.name]) ?? (form.errors.length > 0 ? [] : field.values),
  })

/** One of a list; begins with an empty choice unless `blank` is false. */
export const selectField = (form: FormState, field: SelectField): Html =>
  select({
    ...labelled(form, field),
    classes: field.classes,
    items: field.blank === false ? field.items : [{ value: '', text: field.blank ?? 'Choose one' }, ...field.items],
    value: first(form.typed[field.name]) ?? field.value,
    attributes: { form: field.sentWith },
  })

/** A file to choose; a browser never keeps what was chosen. Its form is sent as `multipart/form-data`. */
export const fileField = (form: FormState, field: FileField): Html =>
  fileUpload({ ...labelled(form, field), classes: field.classes, attributes: { accept: field.accept } })

/** A date in three boxes, sent as `name-day`, `name-month` and `name-year`. */
export const dateField = (form: FormState, field: DateField): Html => {
  const { name } = field
  const box = (part: 'day' | 'month' | 'year') => ({
    name: part,
    id: part === 'day' ? name : `${name}-${part}`,
    value: first(form.typed[`${name}-${part}`]) ?? field.value?.[part],
    error: messageFor(form, `${name}-${part}`) === undefined ? undefined : true,
  })
  return dateInput({
    id: `${name}-date`,
    namePrefix: name,
    fieldset: { ...legendOf(field), role: undefined },
    hint: field.hint ?? 'For example, 17 11 2021',
    errorMessage: messageFor(form, name, `${name}-day`, `${name}-month`, `${name}-year`),
    classes: field.classes,
    items: [box('day'), box('month'), box('year')],
  })
}

/** A value that travels with the form unseen. */
export const hiddenField = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}">`

/** Every error at the top of the page, each a link to its field; `layout` draws it from its `errors`. */
export const errorSummary = (errors: readonly FieldError[]): Html =>
  summary({
    titleText: 'There is a problem',
    errorList: errors.map(({ field, message }) => ({
      text: message,
      href: field === '' ? undefined : `#${field.replace(/-day$/, '')}`,
    })),
  })
