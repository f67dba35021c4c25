// Everything that the site gives to anybody: every page, file and answer for programs, taken from the tables of routes, so that a new
// one joins by itself. Each is opened by whoever of the cast may, and read as words, whatever it is written in.
import type { FastifyInstance } from 'fastify'
import { endpoints, routes } from '../../src/app.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { addressWith } from '../access-matrix/addresses.ts'
import type { Records } from '../access-matrix/records.ts'
import { wordsOfPdf } from './pdf-text.ts'

export type Site = {
  readonly app: FastifyInstance
  readonly records: Records
  /** The token that stands in the address of a page opened by a link of its purpose. */
  readonly tokenFor: (purpose: string) => string
  /** What each reader sends along: a cookie, or a program its token; the first who may open an address does. */
  readonly readers: readonly Readonly<Record<string, string>>[]
  /** What is looked for on pages that search. */
  readonly search: string
}

type Opened = { readonly address: string; readonly type: string; readonly words: string }

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }

const decoded = (text: string): string =>
  text
    .replaceAll(/\r?\n[ \t]/g, '')
    .replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replaceAll(/\\(["\\/,;])/g, '$1')

/** The same however it is spaced, folded, escaped or written: what a name is looked for in, and the name itself. */
export const squashed = (text: string): string => decoded(text).replaceAll(/\s+/g, '').toLowerCase()

const wordsOf = (type: string, body: Buffer): string =>
  squashed(type.startsWith('application/pdf') ? wordsOfPdf(body) : body.toString('utf8'))

const open = async ({ app, readers }: Site, url: string): Promise<Opened | null> => {
  for (const headers of readers) {
    const answer = await app.inject({ url, headers: { 'sec-fetch-site': 'same-origin', ...headers } })
    const type = String(answer.headers['content-type'])
    if (answer.statusCode === 200) return { address: url, type, words: wordsOf(type, answer.rawPayload) }
  }
  return null
}

/** Files that come as the answer to a form: said by hand, with what the form must say. */
const filesByForm: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/network/participants': { year: '2021', hub: '', reason: 'To try what it gives' },
}

const taken = async (
  { app, readers }: Site,
  url: string,
  form: Readonly<Record<string, string>>,
): Promise<Opened | null> => {
  for (const headers of readers) {
    const answer = await app.inject({
      method: 'POST',
      url,
      headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(form).toString(),
    })
    const type = String(answer.headers['content-type'])
    if (answer.statusCode === 200) return { address: url, type, words: wordsOf(type, answer.rawPayload) }
  }
  return null
}

const recordsOf = ({ records, tokenFor }: Site, { access }: Route): Records =>
  access.purpose ? { ...records, token: tokenFor(access.purpose) } : records

/** An address, and what is found there when it has a box to search in. */
const openAndSearch = async (site: Site, url: string): Promise<readonly Opened[]> => {
  const opened = await open(site, url)
  if (!opened) return []
  const searched = opened.words.includes('name="q"')
    ? await open(site, `${url}?q=${encodeURIComponent(site.search)}`)
    : null
  return searched ? [opened, searched] : [opened]
}

// Pages that are kept in memory are kept as a visitor gets them.
const keptPages = (site: Site): Promise<readonly (Opened | null)[]> =>
  Promise.all(
    routes
      .filter(({ isKept }) => isKept)
      .map((route) => open({ ...site, readers: [{}] }, addressWith(route.path, site.records).url)),
  )

/** All that can be opened, by its address. */
export const everythingOffered = async (site: Site): Promise<readonly Opened[]> => {
  const pages = routes
    .filter(({ method }) => method === 'GET')
    .map((route) => addressWith(route.path, recordsOf(site, route)).url)
  const answers = endpoints.map(({ path }) => addressWith(path, site.records).url)
  const found: (Opened | null)[] = []
  for (const url of [...pages, ...answers]) found.push(...(await openAndSearch(site, url)))
  found.push(...(await keptPages(site)))
  for (const [url, form] of Object.entries(filesByForm)) {
    const file = await taken(site, url, form)
    if (!file) throw new Error(`${url} gives no file to anybody`)
    found.push(file)
  }
  return found.filter((each) => each !== null)
}
