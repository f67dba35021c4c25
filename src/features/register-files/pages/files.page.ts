import { found, Refused } from '../../../platform/errors.ts'
import { invalidForm, parseForm } from '../../../platform/forms.ts'
import { invalid, type Page, page, redirect } from '../../../platform/http/routes.ts'
import { emptyForm } from '../../../ui/fields.ts'
import { isId } from '../../../vocabulary/ids.ts'
import { sendRegisterFile } from '../actions/send-register-file.ts'
import { latestRegisterFiles, registerFileById } from '../queries.ts'
import { fileForm } from './files.form.ts'
import { filesView, fileView } from './files.view.ts'

const mostShown = 10

export const showFiles: Page = async ({ context: { db }, frame }) =>
  page(filesView(frame, { files: await latestRegisterFiles(db, mostShown), form: emptyForm }))

/** Takes a file and has it read; what can be said from its first line is said at once. */
export const sendFile: Page = async ({ context, frame, body, largeUpload }) => {
  const files = await latestRegisterFiles(context.db, mostShown)
  const form = parseForm(fileForm, body)
  if (!form.ok || !largeUpload) {
    const missing = largeUpload ? [] : [{ field: 'file', message: 'Choose a file' }]
    const errors = [...(form.ok ? [] : form.errors), ...missing]
    return invalid(filesView(frame, { files, form: { typed: body, errors } }))
  }
  const { register, force } = form.value
  const { name, path, size } = largeUpload
  try {
    const fileName = name || 'register.csv'
    return redirect(
      `/network/registers/files/${await sendRegisterFile(context, { register, fileName, path, size, force: force === 'yes' })}`,
    )
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem
    const refused = invalidForm(body, { field: 'file', message: problem.message })
    if (refused.ok) throw problem
    return invalid(filesView(frame, { files, form: refused }))
  }
}

/** How far a file is; once it has been read, what came of it. */
export const showFile: Page = async ({ context: { db }, params, frame }) => {
  const id = params['file'] ?? ''
  const file = found(isId(id) ? await registerFileById(db, id) : null)
  return file.importId === null ? page(fileView(frame, file)) : redirect(`/network/registers/${file.importId}`)
}
