import { attributes, classes, type Html, html, type Options } from '../html.ts'
import { type Control, labelledControl } from './form-group.ts'

export type FileUpload = Control & Options<{ multiple?: boolean }>

export const fileUpload = (options: FileUpload): Html =>
  labelledControl(
    options,
    ({ id, describedBy, hasError }) =>
      html`<input class="${classes('govuk-file-upload', options.classes, hasError && 'govuk-file-upload--error')}"${attributes(
        {
          id,
          name: options.name,
          type: 'file',
          disabled: options.disabled,
          multiple: options.multiple,
          'aria-describedby': describedBy,
          ...options.attributes,
        },
      )}>`,
  )
