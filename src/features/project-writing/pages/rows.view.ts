import { button } from '../../../ui/components/button.ts'
import { type FormState, hiddenField } from '../../../ui/fields.ts'
import { type Html, html } from '../../../ui/html.ts'
import { prose } from '../../../ui/prose.ts'
import { type Row, rowField, rowsIn } from '../rows.ts'

type Rows = {
  readonly form: FormState
  readonly fields: readonly string[]
  /** What one is called: "section". */
  readonly noun: string
  /** Whether their order is theirs to choose. */
  readonly isOrdered: boolean
  readonly draw: (row: Row, name: (field: string) => string, at: number) => Html
}

const press = (value: string, text: string, of: string, row: number): Html =>
  button({
    text: html`${text}<span class="govuk-visually-hidden"> ${of}</span>`,
    name: 'press',
    value,
    classes: 'govuk-button--secondary govuk-!-margin-bottom-2 govuk-!-margin-right-2',
    attributes: { formaction: `#row-${row}` },
  })

const acts = ({ noun, isOrdered }: Rows, at: number, last: number): Html => {
  const of = `${noun} ${at + 1}`
  return html`<div class="govuk-button-group">${isOrdered && at > 0 && press(`up-${at}`, 'Move up', of, at - 1)}${isOrdered && at < last && press(`down-${at}`, 'Move down', of, at + 1)}${press(`remove-${at}`, 'Remove', of, Math.max(0, at - 1))}</div>`
}

/** Several of a kind, each with the buttons that move and remove it. They change the form; nothing is kept before it is saved. */
export const rowsView = (rows: Rows): Html => {
  const all = rowsIn(rows.form.typed, rows.fields)
  return html`${all.map(
    (row, at) =>
      html`<fieldset class="govuk-fieldset app-row" id="row-${at}"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">${rows.noun.charAt(0).toUpperCase()}${rows.noun.slice(1)} ${at + 1}</legend>
${rows.draw(row, (field) => rowField(at, field), at)}${acts(rows, at, all.length - 1)}</fieldset>`,
  )}
${press('add', `Add a ${rows.noun}`, '', all.length)}`
}

/** A field of one of several that is not for the eye. */
export const kept = (row: Row, name: (field: string) => string, field: string): Html =>
  hiddenField(name(field), row[field] ?? '')

/** How a text will read, drawn where it was asked for. */
export const readingOf = (text: string): Html | false =>
  text.trim() !== '' &&
  html`<section class="app-reading" aria-label="How it will read"><p class="govuk-body-s">How it will read</p>${prose(text, 4)}</section>`
