import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createApp, routes } from '../../src/app.ts'
import { signInAsCast } from '../../src/features/sign-in/actions/sign-in.ts'
import { createContext } from '../../src/platform/context.ts'
import type { Route } from '../../src/platform/http/routes.ts'
import { sessionCookieOf } from '../../src/platform/http/server.ts'
import { type Demonstration, startDemonstration, sweptOnce } from '../support/demonstration.ts'
import { addressWith, formOf, keyOf, namesIn, nobodys } from './addresses.ts'
import { castEmails, castOrder, expected } from './expected.ts'
import { foreignRecords, linkRecords, otherToken, ownRecords, type Records } from './records.ts'

let world: Demonstration
let app: FastifyInstance
const baseUrl = 'https://hubs.example'
let own: Records
let foreign: Records
let links: Awaited<ReturnType<typeof linkRecords>>
const cookies = new Map<string, string>()

const signIn = async (member: string, email: string) => {
  const context = createContext(world.installation, { kind: 'visitor' }, 'test')
  cookies.set(member, (await signInAsCast(context, { email, device: null })).token)
}

before(async () => {
  world = await startDemonstration(sweptOnce)
  // Passkeys have an address only where the site has a name and is not in the clear.
  const config = { ...world.installation.config, mostWrites: 1_000_000, baseUrl }
  app = await createApp({ ...world.installation, config })
  for (const [member, email] of Object.entries(castEmails)) if (email) await signIn(member, email)
  own = await ownRecords(world.installation)
  foreign = await foreignRecords(world.installation)
  links = await linkRecords(world.installation, own)
})
after(async () => {
  await app?.close()
  await world?.stop()
})

const headersFor = (member: string, method: Route['method']): Record<string, string> => {
  const token = cookies.get(member)
  return {
    'sec-fetch-site': 'same-origin',
    ...(token ? { cookie: `${sessionCookieOf(baseUrl)}=${token}` } : {}),
    ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
  }
}

type Asked = { readonly method: Route['method']; readonly url: string; readonly form: Readonly<Record<string, string>> }

// Pages that were opened and do not lead to the reader’s own details. What stands in a frame of another website leads nowhere else.
const footless = new Set<string>()

/** What came of it, in the letters of the table. */
const outcome = async ({ method, url, form }: Asked, member: string): Promise<string> => {
  const payload = method === 'POST' ? { payload: new URLSearchParams(form).toString() } : {}
  const answer = await app.inject({ method, url, headers: headersFor(member, method), ...payload })
  const isPage =
    answer.statusCode === 200 &&
    String(answer.headers['content-type']).startsWith('text/html') &&
    !url.startsWith('/embed/')
  if (isPage && !answer.body.includes('href="/account/details"')) footless.add(url)
  if (answer.statusCode === 302 && String(answer.headers.location).startsWith('/sign-in')) return 's'
  if (answer.statusCode === 403) return '3'
  if (answer.statusCode === 404) return '4'
  return answer.statusCode < 500 && answer.statusCode !== 429 ? '2' : `[${answer.statusCode}]`
}

const outcomes = async (asked: Asked, members: readonly string[] = castOrder): Promise<string> => {
  let letters = ''
  for (const member of members) letters += await outcome(asked, member)
  return letters
}

/** Those who have a part in one of the two records, and a visitor. */
const near = ['visitor', 'group lead', 'hub lead', 'administrator of another hub']

const recordsFor = (route: Route): Readonly<Record<'own' | 'foreign', Records>> => {
  const { purpose } = route.access
  if (!purpose) return { own, foreign }
  const good = { ...own, ...links(route) }
  return { own: good, foreign: { ...good, token: otherToken(world.installation, purpose) } }
}

/** A page that can be opened by nobody while its record is missing. */
const nobody = (letters: string): string => letters.replaceAll('2', '4')

const differences = async (route: Route): Promise<readonly string[]> => {
  const row = expected[keyOf(route)]
  if (!row) return [`${keyOf(route)} has no row`]
  const records = recordsFor(route)
  const found: string[] = []
  // An address that names no record is the same for both, unless asking it changes who asks.
  const known = new Map<string, string>()
  for (const side of ['own', 'foreign'] as const) {
    const { url, exists } = addressWith(route.path, records[side])
    const asked = { method: route.method, url, form: formOf(route, records[side]) }
    // The same link in every hand is the same; a form of it is taken once.
    const isOnce = route.method === 'POST' && route.access.purpose !== undefined && side === 'own'
    const letters =
      known.get(url) ?? (isOnce ? (await outcome(asked, 'visitor')).repeat(castOrder.length) : await outcomes(asked))
    if (!ending(route)) known.set(url, letters)
    const wanted = exists ? row[side] : nobody(row[side])
    if (letters !== wanted) found.push(`${keyOf(route)} ${side}: is ${letters}, should be ${wanted} (${url})`)
  }
  return found
}

const inTurn = async (chosen: readonly Route[], of: (route: Route) => Promise<readonly string[]>) => {
  const found: string[] = []
  for (const route of chosen) found.push(...(await of(route)))
  return found
}

const ending = (route: Route) => /sign-out|sessions\/end/.test(route.path)
const reading = routes.filter(({ method }) => method === 'GET')
const writing = routes.filter((route) => route.method === 'POST' && !ending(route))

describe('who may open what', () => {
  test('every route has its row, and every row its route', () => {
    const declared = routes.map(keyOf)
    const rows = Object.keys(expected)
    const missing = declared.filter((key) => !rows.includes(key))
    const surplus = rows.filter((key) => !declared.includes(key))
    assert.deepEqual({ missing, surplus }, { missing: [], surplus: [] })
  })

  test('pages are opened by those whose they are, and by nobody else', async () => {
    assert.deepEqual(await inTurn(reading, differences), [])
    assert.deepEqual([...footless], [], 'every page ends with the way to one’s own details')
  })

  test('a record is not found below another hub or group than its own, nor another’s below one’s own', async () => {
    const strangeIn = (route: Route): readonly string[] => {
      // A year and a month are nobody's records.
      const names = namesIn(route.path).filter((name) => name !== 'year' && name !== 'month')
      const isBelow = names.length > 1 && (names[0] === 'hub' || names[0] === 'group')
      return isBelow && !route.path.startsWith('/hubs/') ? names.filter((name) => foreign[name] !== own[name]) : []
    }
    const crossed = async (route: Route): Promise<readonly string[]> => {
      const found: string[] = []
      for (const strange of strangeIn(route)) {
        const { url } = addressWith(route.path, { ...own, [strange]: foreign[strange] ?? nobodys })
        const letters = await outcomes({ method: route.method, url, form: formOf(route, own) }, near)
        if (!/^[s4][43]+$/.test(letters)) found.push(`${keyOf(route)} with a foreign ${strange}: ${letters} (${url})`)
      }
      return found
    }
    assert.deepEqual(await inTurn([...reading, ...writing], crossed), [])
  })

  test('forms are taken from those who may send them, and from nobody else', async () => {
    assert.deepEqual(await inTurn(writing, differences), [])
  })

  test('whoever is signed in can end that', async () => {
    const end = async (route: Route) => {
      for (const [member, email] of Object.entries(castEmails)) if (email) await signIn(member, email)
      return differences(route)
    }
    assert.deepEqual(await inTurn(routes.filter(ending), end), [])
  })
})
