// The forms of the site as its own pages draw them: nothing here is written by hand, so a new form is tried the day it is made.
import { type HTMLElement, parse } from 'node-html-parser'

/** A form as it would be sent: where to, and what each field holds. */
export type Form = { readonly action: string; readonly fields: Readonly<Record<string, readonly string[]>> }

const valueIn = (field: HTMLElement): string | null => {
  if (field.tagName === 'TEXTAREA') return field.text.trim()
  if (field.tagName === 'SELECT') {
    const options = field.querySelectorAll('option')
    const chosen =
      options.find((option) => option.hasAttribute('selected')) ??
      options.find((option) => option.getAttribute('value'))
    return chosen?.getAttribute('value') ?? chosen?.text ?? ''
  }
  return field.getAttribute('value') ?? ''
}

const isLeftOut = (field: HTMLElement, known: boolean): boolean => {
  const kind = field.getAttribute('type')
  // Of several buttons or choices of one name one is sent; the first will do unless another is chosen.
  return (
    (kind === 'radio' || kind === 'submit' || field.tagName === 'BUTTON') && known && !field.hasAttribute('checked')
  )
}

const fieldsOf = (form: HTMLElement): Form['fields'] => {
  const fields: Record<string, string[]> = {}
  for (const field of form.querySelectorAll('input, select, textarea, button')) {
    const name = field.getAttribute('name')
    if (!name || isLeftOut(field, name in fields)) continue
    const value = valueIn(field)
    if (value !== null)
      fields[name] = field.getAttribute('type') === 'checkbox' ? [...(fields[name] ?? []), value] : [value]
  }
  return fields
}

/** The forms of a page that write something. */
export const formsOn = (page: string, path: string): readonly Form[] =>
  parse(page)
    .querySelectorAll('form')
    .filter((form) => form.getAttribute('method')?.toLowerCase() === 'post')
    .map((form) => ({ action: form.getAttribute('action') || path, fields: fieldsOf(form) }))

/** The form's body, with some fields said otherwise, twice or not at all. */
export const bodyOf = (form: Form, changes: Readonly<Record<string, readonly string[]>> = {}): string => {
  const body = new URLSearchParams()
  for (const [name, values] of Object.entries({ ...form.fields, ...changes })) {
    for (const value of values) body.append(name, value)
  }
  return body.toString()
}
