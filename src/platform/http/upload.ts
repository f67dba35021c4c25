import multipart from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Typed } from '../../vocabulary/form.ts'
import { isReadable } from './readable.ts'
import type { Route, Upload } from './routes.ts'

const parts = { fields: 50, fieldNameSize: 100, fieldSize: 10_000, files: 1, headerPairs: 50 }

/** Forms with a file are read only by the routes that take one, and only once whoever sends them was let in. */
export const addUploads = async (app: FastifyInstance): Promise<void> => {
  await app.register(multipart, { limits: parts })
}

/** What was sent cannot be taken as it is: too large, or of another kind than the page takes. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly kind: 'too-large' | 'other-kind' | 'bad-request'
  constructor(kind: NotTaken['kind']) {
    super(kind)
    this.kind = kind
  }
}

type Sent = { readonly body: Typed; readonly upload: Upload | null }

/** The form of a request, with its file where the route takes one. */
export const sentWith = (request: FastifyRequest, { mostBytes }: Route): Promise<Sent> | Sent => {
  if (!request.isMultipart()) return { body: (request.body ?? {}) as Typed, upload: null }
  if (mostBytes === undefined) throw new NotTaken('other-kind')
  // Room for the words of the form beside the file: what is larger is refused before it is read.
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + 100_000) throw new NotTaken('too-large')
  return readParts(request, mostBytes)
}

const readParts = async (request: FastifyRequest, mostBytes: number): Promise<Sent> => {
  const typed = new Map<string, string[]>()
  let upload: Upload | null = null
  try {
    for await (const part of request.parts({ limits: { ...parts, fileSize: mostBytes } })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer()
        const name = baseName(part.filename)
        // A browser sends an empty file without a name where none was chosen.
        if (name !== '' || bytes.length > 0) upload = { field: part.fieldname, name, bytes }
      } else typed.set(part.fieldname, [...(typed.get(part.fieldname) ?? []), String(part.value)])
    }
  } catch (problem) {
    throw notTaken(problem as { statusCode?: number })
  }
  const body = Object.fromEntries(
    [...typed].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
  if (!isReadable(body)) throw new NotTaken('bad-request')
  return { body, upload }
}

// Some browsers send the folders as well; a name is for people to know their file by, never a path of ours.
const baseName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/\p{C}/gu, '').slice(-150)

const notTaken = (problem: { statusCode?: number; message?: string; code?: string }): Error => {
  if (problem.statusCode === 413) return new NotTaken('too-large')
  if (problem.statusCode === 406) return new NotTaken('other-kind')
  const isMalformed =
    (problem.statusCode !== undefined && problem.statusCode < 500) ||
    problem.code === 'FST_PREMATURE_CLOSE' ||
    /multipart|boundary|unexpected end|part terminated|malformed/i.test(problem.message ?? '')
  return isMalformed ? new NotTaken('bad-request') : (problem as Error)
}
