import { typedText } from '../../../platform/forms.ts'
import type { Upload } from '../../../platform/http/routes.ts'
import { filesTaken, typeOfFile } from '../../../vocabulary/file-taken.ts'
import type { FieldError, Parsed, Typed } from '../../../vocabulary/form.ts'
import { isId, newId } from '../../../vocabulary/ids.ts'
import { webAddress } from '../../../vocabulary/web-address.ts'
import { longestBody, longestSubject, longestTitle, type NewMaterial } from '../material.ts'

const contentIn = (
  url: string,
  upload: Upload | null,
):
  | { readonly url: string }
  | { readonly file: { readonly name: string; readonly content: Uint8Array } }
  | FieldError => {
  if (url !== '' && upload) return { field: 'url', message: 'Give either a link or a file: add the other afterwards' }
  if (upload)
    return typeOfFile(upload.name, upload.bytes) === null
      ? { field: 'file', message: `This file cannot be taken. Send ${filesTaken}` }
      : { file: { name: upload.name, content: upload.bytes } }
  if (url === '') return { field: 'url', message: 'Enter a link, or choose a file' }
  return webAddress(url) === null
    ? { field: 'url', message: 'Enter the whole address, such as https://www.ncetm.org.uk/teaching-for-mastery' }
    : { url }
}

/** A link or a file as it is put on a group's page; `sessionIds` are those that may be chosen. */
export const materialIn = (
  body: Typed,
  upload: Upload | null,
  sessionIds: readonly string[],
): Parsed<NewMaterial & { readonly id: string }> => {
  const [title, url, session, given] = ['title', 'url', 'session', 'id'].map((name) => typedText(body, name).trim())
  const named = title || upload?.name || ''
  const content = contentIn(url ?? '', upload)
  const problems: readonly (FieldError | false)[] = [
    named === '' && { field: 'title', message: 'Enter what it is called' },
    named.length > longestTitle && { field: 'title', message: `Use at most ${longestTitle} characters` },
    'field' in content && content,
  ]
  const errors = problems.filter((problem) => problem !== false)
  if (errors.length > 0 || 'field' in content) return { ok: false, errors, typed: body }
  const sessionId = sessionIds.find((id) => id === session) ?? null
  return { ok: true, value: { id: isId(given ?? '') ? (given ?? '') : newId(), title: named, sessionId, ...content } }
}

export type MessageTyped = { readonly id: string; readonly subject: string; readonly body: string }

/** A message as it is written to everybody in a group. */
export const messageIn = (typed: Typed): Parsed<MessageTyped> => {
  const [subject = '', body = '', given = ''] = ['subject', 'body', 'id'].map((name) =>
    typedText(typed, name).replaceAll('\r\n', '\n').trim(),
  )
  const problems: readonly (FieldError | false)[] = [
    subject === '' && { field: 'subject', message: 'Enter what it is about' },
    subject.length > longestSubject && { field: 'subject', message: `Use at most ${longestSubject} characters` },
    body === '' && { field: 'body', message: 'Write the message' },
    body.length > longestBody && { field: 'body', message: `Use at most ${longestBody} characters` },
  ]
  const errors = problems.filter((problem) => problem !== false)
  if (errors.length > 0) return { ok: false, errors, typed }
  return { ok: true, value: { id: isId(given) ? given : newId(), subject, body } }
}
