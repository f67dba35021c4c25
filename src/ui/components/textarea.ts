import { attributes, classes, type Html, html, type Options } from '../html.ts'
import { type Control, labelledControl } from './form-group.ts'

export type Textarea = Control &
  Options<{ value?: string | null; rows?: number | string; autocomplete?: string; spellcheck?: boolean }>

export const textarea = (options: Textarea): Html =>
  labelledControl(
    options,
    ({ id, describedBy, hasError }) =>
      // A browser drops the first line break after the tag, so one is added for what begins with one.
      html`<textarea class="${classes('govuk-textarea', hasError && 'govuk-textarea--error', options.classes)}"${attributes(
        {
          id,
          name: options.name,
          rows: options.rows ?? 5,
          spellcheck: options.spellcheck === undefined ? undefined : String(options.spellcheck),
          disabled: options.disabled,
          'aria-describedby': describedBy,
          autocomplete: options.autocomplete,
          ...options.attributes,
        },
      )}>${options.value?.startsWith('\n') ? '\n' : ''}${options.value}</textarea>`,
  )
