import { typedText } from '../../../platform/forms.ts'
import type { Upload } from '../../../platform/http/routes.ts'
import { filesTaken, typeOfFile } from '../../../vocabulary/file-taken.ts'
import type { FieldError, Typed } from '../../../vocabulary/form.ts'
import { webAddress } from '../../../vocabulary/web-address.ts'
import { type NewMaterial, titleOf } from '../material.ts'

type Read = {
  readonly material: NewMaterial | null
  readonly errors: readonly FieldError[]
  readonly isWrongFile: boolean
}

const wrong = (field: string, message: string, isWrongFile = false): Read => ({
  ...{ material: null, isWrongFile },
  errors: [{ field, message }],
})

/** A link or a file that was sent for a task; nothing where neither was. */
export const materialIn = (body: Typed, upload: Upload | null | undefined): Read => {
  const [link, title] = [typedText(body, 'link'), typedText(body, 'material_title')]
  if (title.length > 200) return wrong('material_title', 'Use at most 200 characters')
  if (link !== '' && upload) return wrong('link', 'Enter a link or choose a file, one at a time')
  if (upload) {
    const type = typeOfFile(upload.name, upload.bytes)
    if (type === null) return wrong('file', `This file cannot be taken. Send ${filesTaken}`, true)
    const file = { name: upload.name, type, content: upload.bytes }
    return {
      material: { title: titleOf(title, { link, name: file.name }), link: null, file },
      errors: [],
      isWrongFile: false,
    }
  }
  if (link === '') return { material: null, errors: [], isWrongFile: false }
  if (webAddress(link) === null) return wrong('link', 'Enter a link that starts with https://')
  return { material: { title: titleOf(title, { link, name: null }), link, file: null }, errors: [], isWrongFile: false }
}
