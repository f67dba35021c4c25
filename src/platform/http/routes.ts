import type { Typed } from '../../vocabulary/form.ts'
import type { Frame } from '../../vocabulary/frame.ts'
import type { Context } from '../context.ts'
import type { Access } from './access.ts'

/** A file sent with a form, as it came: its name tells nothing of what it is. */
export type Upload = { readonly field: string; readonly name: string; readonly bytes: Buffer }

/** A file too large to be held in memory: it lies at `path` until the page has answered, or has moved it to where it is kept. */
export type LargeUpload = {
  readonly field: string
  readonly name: string
  readonly path: string
  readonly size: number
}

export type PageRequest = {
  readonly context: Context
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Typed
  readonly path: string
  readonly frame: Frame
  /** Where the request came from, for limits on tries; and the signed-in session's token, for its own pages. */
  readonly from: string
  /** What the browser says it is: "Firefox on Windows". */
  readonly device: string | null
  readonly cookies: Readonly<Record<string, string | undefined>>
  readonly sessionToken: string | null
  /** The file that came with the form, on routes that take one. */
  readonly upload?: Upload | null
  readonly largeUpload?: LargeUpload | null
}

/** What a page asks the browser to keep for it for a while; null lets go of it. */
export type Cookie = {
  readonly name: string
  readonly value: string | null
  readonly seconds: number
  readonly path: string
}

export type Answer = {
  readonly status: number
  readonly type: string
  readonly body: string | Buffer
  readonly headers: Readonly<Record<string, string>>
  /** undefined leaves the session's cookie alone, null ends it. */
  readonly sessionCookie?: { readonly token: string; readonly seconds: number } | null
  readonly cookies?: readonly Cookie[]
}

export type Page = (request: PageRequest) => Promise<Answer>

export type Route = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly access: Access
  readonly page: Page
  /** The page is the same for every visitor until a public record changes. */
  readonly isKept?: boolean
  /** A file of so many bytes may come with the form. */
  readonly mostBytes?: number
  /** It is written to the disk as it comes. */
  readonly isLarge?: boolean
}

export const get = (path: string, access: Access, page: Page): Route => ({ method: 'GET', path, access, page })

/** A page everyone may read that holds public records only: what a visitor gets is kept until one of them changes. */
export const getKept = (path: string, access: Access, page: Page): Route => ({
  ...get(path, access, page),
  isKept: true,
})

export const post = (path: string, access: Access, page: Page): Route => ({ method: 'POST', path, access, page })

/** A form that may carry a file of so many bytes at most. */
export const postFile = (path: string, access: Access, page: Page, mostBytes: number): Route => ({
  ...post(path, access, page),
  mostBytes,
})

/** A form that may carry a large file: it is written to the disk as it comes, and never held as a whole. */
export const postLargeFile = (path: string, access: Access, page: Page, mostBytes: number): Route => ({
  ...postFile(path, access, page, mostBytes),
  isLarge: true,
})

type Drawn = { toString(): string }
const answer = (status: number, type: string, body: string | Buffer, headers: Record<string, string> = {}): Answer => ({
  status,
  type,
  body,
  headers,
})

/** A page. */
export const page = (drawn: Drawn): Answer => answer(200, 'text/html; charset=utf-8', drawn.toString())

/** The form again, with every error and what was typed. */
export const invalid = (drawn: Drawn): Answer => answer(422, 'text/html; charset=utf-8', drawn.toString())

/** The form again with what was typed, because somebody else changed the record in the meantime. */
export const overtaken = (drawn: Drawn): Answer => answer(409, 'text/html; charset=utf-8', drawn.toString())

/** On to another page, so that going back or loading again sends nothing twice. */
export const redirect = (path: string): Answer => answer(303, 'text/plain; charset=utf-8', '', { location: path })

/** For good somewhere else; asked again each time, because a merge of two records can be undone. */
export const movedTo = (path: string): Answer =>
  answer(301, 'text/plain; charset=utf-8', '', { location: path, 'cache-control': 'no-cache' })

export const plain = (text: string, type = 'text/plain; charset=utf-8'): Answer => answer(200, type, text)

/** The form again, because the file sent with it cannot be taken: 413 too large, 415 of another kind. */
export const fileRefused = (drawn: Drawn, status: 413 | 415): Answer =>
  answer(status, 'text/html; charset=utf-8', drawn.toString())

/** A file shown by the browser under a name. */
export const file = ({ body, type, name }: { body: Buffer | string; type: string; name: string }): Answer =>
  answer(200, type, body, { 'content-disposition': `inline; filename="${name.replaceAll(/[^\w.-]+/g, '-')}"` })
