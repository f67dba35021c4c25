import type { OutgoingHttpHeaders } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Installation } from '../context.ts'
import { listen } from '../database/listen.ts'
import { sessionCookieOf } from './cookies.ts'
import type { Answer } from './routes.ts'

/** A public page as it was sent, ready to be sent again with nothing left to work out. */
export type KeptPage = { readonly headers: OutgoingHttpHeaders; readonly body: Buffer }

/** Public pages kept in memory as they were sent, until anything they are made of changes. */
export type KeptPages = {
  readonly find: (key: string) => KeptPage | null
  /** How many changes have been heard of: asked before a page is made, given when it is kept. */
  readonly changes: () => number
  /** Keeps a page unless something has changed since it was begun. */
  readonly keep: (key: string, page: KeptPage, since: number) => void
  readonly stop: () => Promise<void>
}

const largest = 300_000
const mostInAll = 50_000_000

/** Keeps pages while the database can be heard telling its changes, in any process; without that, every page is made afresh. */
export const keepPages = (url: string): KeptPages => {
  const pages = new Map<string, KeptPage>()
  let changes = 0
  let size = 0
  const listening = listen(url, 'public_pages', () => {
    changes += 1
    size = 0
    pages.clear()
  })
  const forget = (key: string, page: KeptPage): void => {
    size -= page.body.length
    pages.delete(key)
  }
  // The oldest go first: addresses that nobody asks for twice cannot fill the memory.
  const keep = (key: string, page: KeptPage): void => {
    if (page.body.length > largest) return
    const before = pages.get(key)
    if (before) forget(key, before)
    pages.set(key, page)
    size += page.body.length
    for (const [oldest, kept] of pages) {
      if (size <= mostInAll) return
      forget(oldest, kept)
    }
  }
  return {
    find: (key) => pages.get(key) ?? null,
    changes: () => changes,
    keep: (key, page, since) => {
      if (listening.isListening() && since === changes) keep(key, page)
    },
    stop: () => listening.stop(),
  }
}

/** Keeps nothing. */
export const keepNoPages: KeptPages = { find: () => null, changes: () => 0, keep: () => {}, stop: async () => {} }

/** An answer with all that stands round it, as it goes to everybody. */
const pageOf = (reply: FastifyReply, answer: Answer): KeptPage => {
  const body = Buffer.from(answer.body)
  const headers: OutgoingHttpHeaders = {}
  for (const [name, value] of Object.entries({ ...reply.raw.getHeaders(), ...reply.getHeaders() }))
    headers[name] = value
  headers['content-length'] = body.length
  return { headers, body }
}

/**
 * What a page is kept under; null where it is made for one. A visitor's page is the same for a minute at the most: what it
 * says of today, and a demonstration of its clock, moves on.
 */
const keyOfPage = ({ method, headers, url }: FastifyRequest, { clock, config }: Installation): string | null =>
  method === 'GET' && !headers.cookie?.includes(sessionCookieOf(config.baseUrl))
    ? `${Math.floor(clock.now().epochMilliseconds / 60_000)} ${url}`
    : null

const send = (reply: FastifyReply, { headers, body }: KeptPage): void => {
  reply.hijack()
  reply.raw.writeHead(200, headers)
  reply.raw.end(body)
}

/** Keeps what is about to be made for a request, unless something changes from now on until it is given. */
export const keeper = (
  { installation, kept }: { installation: Installation; kept: KeptPages },
  request: FastifyRequest,
  reply: FastifyReply,
): ((answer: Answer) => void) => {
  const since = kept.changes()
  return (answer) => {
    const key = answer.status === 200 ? keyOfPage(request, installation) : null
    if (key !== null) kept.keep(key, pageOf(reply, answer), since)
  }
}

/** Before anything else is done for a request: what was sent to everybody a moment ago is sent again as it is. */
export const addKeptPages = (app: FastifyInstance, installation: Installation, kept: KeptPages): void => {
  app.addHook('onRequest', (request, reply, done) => {
    const key = keyOfPage(request, installation)
    const page = key === null ? null : kept.find(key)
    if (page) send(reply, page)
    else done()
  })
  app.addHook('onClose', () => kept.stop())
}
