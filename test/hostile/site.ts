import type { FastifyInstance } from 'fastify'
import { createApp, routes } from '../../src/app.ts'
import { signInAsCast } from '../../src/features/sign-in/actions/sign-in.ts'
import { createContext } from '../../src/platform/context.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { sessionCookie } from '../../src/platform/http/server.ts'
import { addressWith } from '../access-matrix/addresses.ts'
import { castEmails } from '../access-matrix/expected.ts'
import { linkRecords, ownRecords } from '../access-matrix/records.ts'
import { type Demonstration, startDemonstration } from '../support/demonstration.ts'
import { type Form, formsOn } from './forms.ts'

export type Answered = { readonly status: number; readonly body: string; readonly location: string }

/** The demonstration, as each member of the cast reaches it. */
export type Site = {
  readonly world: Demonstration
  readonly app: FastifyInstance
  readonly members: readonly string[]
  /** The addresses of the pages, with records that the world has put in. */
  readonly pages: readonly string[]
  readonly open: (member: string, url: string) => Promise<Answered>
  readonly send: (member: string, url: string, payload: string, type?: string) => Promise<Answered>
  readonly close: () => Promise<void>
}

const signedIn = async ({ installation }: Demonstration): Promise<ReadonlyMap<string, string>> => {
  const context = createContext(installation, { kind: 'visitor' }, 'test')
  const cookies = new Map<string, string>()
  for (const [member, email] of Object.entries(castEmails)) {
    if (email) cookies.set(member, (await signInAsCast(context, { email, device: null })).token)
  }
  return cookies
}

const pagesOf = async ({ installation }: Demonstration): Promise<readonly string[]> => {
  const own = await ownRecords(installation)
  const links = await linkRecords(installation, own)
  const pages = routes
    .filter(({ method }) => method === 'GET')
    .map((route) => addressWith(route.path, { ...own, ...(route.access.purpose ? links(route) : {}) }).url)
  // The form that asks to join stands behind two steps.
  const asking = pages.filter((page) => page.endsWith('/interest/new'))
  return [...pages, ...asking.map((page) => `${page}?organisation=${own['school']}`)]
}

/** A day in November: registers are taken, and offers of places have ended. */
const day = '2021-11-18T10:00:00Z'

export const openSite = async (): Promise<Site> => {
  const world = await startDemonstration()
  await world.moveClock(day)
  const cookies = await signedIn(world)
  const app = await createApp({
    ...world.installation,
    config: { ...world.installation.config, mostWrites: 1_000_000 },
  })
  const headersOf = (member: string): Record<string, string> => {
    const token = cookies.get(member)
    return { 'sec-fetch-site': 'same-origin', ...(token ? { cookie: `${sessionCookie}=${token}` } : {}) }
  }
  const ask = async (
    method: Route['method'],
    { member, url, payload, type }: { member: string; url: string; payload?: string; type?: string },
  ): Promise<Answered> => {
    const headers = { ...headersOf(member), ...(type ? { 'content-type': type } : {}) }
    const answer = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) })
    return { status: answer.statusCode, body: answer.body, location: String(answer.headers.location ?? '') }
  }
  return {
    world,
    app,
    members: Object.keys(castEmails),
    pages: await pagesOf(world),
    open: (member, url) => ask('GET', { member, url }),
    send: (member, url, payload, type = 'application/x-www-form-urlencoded') =>
      ask('POST', { member, url, payload, type }),
    close: async () => {
      await app.close()
      await world.stop()
    },
  }
}

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`)

const patternsOf = (method: Route['method']) =>
  routes.filter((route) => route.method === method).map((route) => ({ route, pattern: patternOf(route.path) }))
const [writing, reading] = [patternsOf('POST'), patternsOf('GET')]

const routeAmong = (all: typeof writing, address: string): Route | undefined => {
  const path = address.split('?')[0] ?? ''
  const fits = all.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route)
  return fits.find((route) => route.path === path) ?? fits[0]
}

/** The route a form is sent to. */
export const routeOf = (action: string): Route | undefined => routeAmong(writing, action)

export type Found = { readonly member: string; readonly form: Form }

/** The site looked through: every kind of form, and each page with the first who was let in. */
export type Seen = { readonly forms: readonly Found[]; readonly opened: ReadonlyMap<string, string> }

const linksOn = (page: string): readonly string[] =>
  [...page.matchAll(/href="(\/[^"#]*)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&'))

/** The name of a field without the record it is about. */
export const kindOf = (name: string): string => name.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{45,}/g, '*')

const keyOf = ({ action, fields }: Form): string => `${routeOf(action)?.path} ${Object.keys(fields).map(kindOf).join()}`

/** What everybody may open looks the same to whoever is signed in, and what a link opens to whoever holds it. */
const looksTheSame = (member: string, url: string): boolean => {
  if (member === 'visitor') return false
  const access = routeAmong(reading, url)?.access
  return access?.purpose !== undefined || (access?.sentence === 'everyone' && member !== 'hub lead')
}

/** The pages that a member is led to from these, each kind of page once, with the pages they are led to from there. */
const pagesSeenBy = async (site: Site, member: string): Promise<ReadonlyMap<string, string>> => {
  const bodies = new Map<string, string>()
  const kinds = new Set<string>()
  const look = async (url: string): Promise<readonly string[]> => {
    if (kinds.has(kindOf(url)) || looksTheSame(member, url)) return []
    kinds.add(kindOf(url))
    const { status, body } = await site.open(member, url)
    if (status !== 200) return []
    bodies.set(url, body)
    return linksOn(body)
  }
  // Nobody fills in what is printed, and it takes longest to make.
  for (const page of site.pages.filter((each) => !each.endsWith('.pdf')))
    for (const link of await look(page)) if (!link.endsWith('.pdf')) await look(link)
  return bodies
}

// They are shown the forms of their likes: another hub's are those of the hub, and an analyst reads.
const seesNoOther = new Set(['administrator of another hub', 'analyst'])

/** Every kind of form that the pages show to somebody, one form of each set of fields for each route, and who opened which of them. */
export const lookThrough = async (site: Site): Promise<Seen> => {
  const found = new Map<string, Found>()
  const opened = new Map<string, string>()
  const ours = new Set(site.pages)
  for (const member of site.members.filter((each) => !seesNoOther.has(each))) {
    const pages = await pagesSeenBy(site, member)
    for (const url of pages.keys()) if (ours.has(url) && !opened.has(url)) opened.set(url, member)
    for (const form of [...pages].flatMap(([url, body]) => formsOn(body, url))) {
      const key = keyOf(form)
      if (!found.has(key)) found.set(key, { member, form })
    }
  }
  return { forms: [...found.values()], opened }
}
