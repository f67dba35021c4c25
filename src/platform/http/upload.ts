import { createWriteStream } from 'node:fs'
import { mkdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Typed } from '../../vocabulary/form.ts'
import { newId } from '../../vocabulary/ids.ts'
import { isReadable, withoutUnseen } from './readable.ts'
import type { LargeUpload, Route, Upload } from './routes.ts'

const parts = { fields: 50, fieldNameSize: 100, fieldSize: 10_000, files: 1, headerPairs: 50 }

/** Forms with a file are read only by the routes that take one, and only once whoever sends them was let in. */
export const addUploads = async (app: FastifyInstance): Promise<void> => {
  await app.register(multipart, { limits: parts })
}

/** What was sent cannot be taken as it is: too large, or of another kind than the page takes. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken'
  readonly kind: 'too-large' | 'other-kind' | 'bad-request' | 'no-room'
  constructor(kind: NotTaken['kind']) {
    super(kind)
    this.kind = kind
  }
}

type Sent = {
  readonly body: Typed
  readonly upload: Upload | null
  readonly largeUpload: LargeUpload | null
}

/** The form of a request, with its file where the route takes one; a large one is put into the folder. */
export const sentWith = (request: FastifyRequest, route: Route, folder: string): Promise<Sent> | Sent => {
  const { mostBytes } = route
  if (!request.isMultipart())
    return { body: withoutUnseen((request.body ?? {}) as Typed), upload: null, largeUpload: null }
  if (mostBytes === undefined) throw new NotTaken('other-kind')
  // Room for the words of the form beside the file: what is larger is refused before it is read.
  if (Number(request.headers['content-length'] ?? 0) > mostBytes + 100_000) throw new NotTaken('too-large')
  return readParts(request, mostBytes, route.isLarge ? folder : null)
}

const forgetSent = async ({ largeUpload }: Sent): Promise<void> => {
  if (largeUpload) await rm(largeUpload.path, { force: true })
}

/** Answers while what came with the form lies on the disk, and takes away what was not kept of it. */
export const whileSentLies = async <T>(sent: Sent, answer: () => Promise<T>): Promise<T> => {
  try {
    return await answer()
  } finally {
    await forgetSent(sent)
  }
}

const readParts = async (request: FastifyRequest, mostBytes: number, folder: string | null): Promise<Sent> => {
  const typed = new Map<string, string[]>()
  let upload: Upload | null = null
  let largeUpload: LargeUpload | null = null
  try {
    for await (const part of request.parts({ limits: { ...parts, fileSize: mostBytes } })) {
      if (part.type === 'field') typed.set(part.fieldname, [...(typed.get(part.fieldname) ?? []), String(part.value)])
      else if (folder === null) upload = await inMemory(part)
      else largeUpload = await onDisk(part, folder)
    }
    const body = Object.fromEntries(
      [...typed].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
    )
    if (!isReadable(body)) throw new NotTaken('bad-request')
    return { body: withoutUnseen(body), upload, largeUpload }
  } catch (problem) {
    await forgetSent({ body: {}, upload, largeUpload })
    throw problem instanceof NotTaken ? problem : notTaken(problem as { statusCode?: number })
  }
}

// A browser sends an empty file without a name where none was chosen.
const inMemory = async (part: MultipartFile): Promise<Upload | null> => {
  const bytes = await part.toBuffer()
  const name = baseName(part.filename)
  return name !== '' || bytes.length > 0 ? { field: part.fieldname, name, bytes } : null
}

const onDisk = async (part: MultipartFile, folder: string): Promise<LargeUpload | null> => {
  const path = join(folder, `${newId()}.part`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await pipeline(part.file, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    if (part.file.truncated) throw new NotTaken('too-large')
    const { size } = await stat(path)
    if (size > 0) return { field: part.fieldname, name: baseName(part.filename), path, size }
    await rm(path)
    return null
  } catch (problem) {
    await rm(path, { force: true })
    throw hasNoRoom(problem) ? new NotTaken('no-room') : problem
  }
}

const hasNoRoom = (problem: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes(String((problem as NodeJS.ErrnoException).code))

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
