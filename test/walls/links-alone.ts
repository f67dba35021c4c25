// Links that open without an account: each its own purpose and its own record, and nothing of anybody else's.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { routes } from '../../src/app.ts'
import type { Installation } from '../../src/platform/context.ts'
import { linkToken } from '../../src/platform/links.ts'
import type { LinkPurpose } from '../../src/vocabulary/link-purpose.ts'
import { addressWith } from '../access-matrix/addresses.ts'
import { type SharedGroup, secrets } from './shared-group.ts'

export type Walls = { readonly installation: Installation; readonly app: FastifyInstance; readonly shared: SharedGroup }

/** A link, whose it is, and where their own addresses end. */
type Held = { readonly purpose: LinkPurpose; readonly token: string; readonly domain: string }

const ofLinks = routes.flatMap((route) =>
  route.access.purpose && route.method === 'GET' ? [{ ...route, purpose: route.access.purpose }] : [],
)
const purposes = [...new Set(ofLinks.map(({ purpose }) => purpose))]

const madeFor = ({ installation, shared }: Walls): readonly Held[] => {
  const { person, participant, interest } = shared.units.theirs
  const subjects: readonly (readonly [LinkPurpose, string])[] = [
    ['status', interest],
    ['confirm-interest', interest],
    ['headteacher', interest],
    ['place', interest],
    ['cancel', participant],
    ['evaluate', participant],
    ['details', person],
    ['calendar', person],
    ['calendar', shared.group],
    ['calendar', shared.hubIds.theirs],
  ]
  return subjects.map(([purpose, id]) => ({
    purpose,
    token: linkToken(installation.config, purpose, id, 5),
    domain: 'theirs-school.example',
  }))
}

/** Links in the mail of the world, two of each kind, with the domain of who got them. */
const mailedIn = async ({ installation }: Walls): Promise<readonly Held[]> => {
  const { rows } = await installation.connections.pool.query<{ to_address: string; body_text: string }>(
    'select to_address::text, body_text from messages order by created_at desc, id',
  )
  return purposes.flatMap((purpose) =>
    rows
      .flatMap(({ to_address, body_text }) => {
        const token = new RegExp(`/${purpose}/([A-Za-z0-9_-]{40,})`).exec(body_text)?.[1]
        return token ? [{ purpose, token, domain: to_address.split('@')[1] ?? '' }] : []
      })
      .slice(0, 2),
  )
}

const addressesIn = (text: string): readonly string[] => text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g) ?? []

// Who asked is told why not.
const isOwn = (kind: string, domain: string): boolean =>
  kind === 'reason of a decline' && domain.startsWith('ours-school')

/** What a link's page tells of others: their addresses, and what rule 10 keeps. */
const toldOfOthers = (text: string, { domain }: Held, known: ReadonlySet<string>): readonly string[] => [
  ...addressesIn(text).filter((address) => !address.endsWith(`@${domain}`) && !known.has(address.toLowerCase())),
  ...Object.entries(secrets.ours).flatMap(([kind, mark]) =>
    text.includes(mark) && !isOwn(kind, domain) ? [kind] : [],
  ),
]

export const linkTests = (walls: () => Walls): void => {
  const held = async () => [...madeFor(walls()), ...(await mailedIn(walls()))]

  test('there are links of every purpose to try', async () => {
    const tried = new Set((await held()).map(({ purpose }) => purpose))
    assert.deepEqual(
      purposes.filter((purpose) => !tried.has(purpose)),
      [],
    )
  })

  test('a link shows its record, and no address or confidence of anybody else', async () => {
    const { app, installation, shared } = walls()
    const { rows } = await installation.connections.pool.query<{ email: string }>(
      'select lower(email) as email from hubs where email is not null',
    )
    // Hubs, and the demonstration's calendars, which name each event by its session and this site.
    const known = new Set(rows.map(({ email }) => email))
    const told: string[] = []
    const opened = new Set<LinkPurpose>()
    for (const link of await held())
      for (const { path } of ofLinks.filter(({ purpose }) => purpose === link.purpose)) {
        const { url } = addressWith(path, { token: link.token, session: shared.soon })
        const { statusCode, body } = await app.inject({ url })
        assert.ok(statusCode < 500, url)
        if (statusCode === 200) opened.add(link.purpose)
        const text = body.replaceAll(/\r\n /g, '').replaceAll(/^UID:.*$/gm, '')
        told.push(...toldOfOthers(text, link, known).map((what) => `${path}: ${what} (link of ${link.domain})`))
      }
    assert.deepEqual([...new Set(told)], [])
    assert.deepEqual(
      purposes.filter((purpose) => !opened.has(purpose)),
      [],
    )
  })

  test('a link opens no page of another purpose', async () => {
    const { app, shared } = walls()
    const opened: string[] = []
    for (const link of await held())
      for (const { path } of ofLinks.filter(({ purpose }) => purpose !== link.purpose)) {
        const { statusCode } = await app.inject({
          url: addressWith(path, { token: link.token, session: shared.soon }).url,
        })
        if (statusCode !== 404) opened.push(`${link.purpose} at ${path}: ${statusCode}`)
      }
    assert.deepEqual(opened, [])
  })

  test('a link to cancel opens no session of another group', async () => {
    const { app, installation, shared } = walls()
    const token = linkToken(installation.config, 'cancel', shared.units.theirs.participant, 5)
    const { rows } = await installation.connections.pool.query<{ id: string }>(
      `select id from sessions where group_id <> $1 and status = 'confirmed' and on_date > '2021-10-20' limit 3`,
      [shared.group],
    )
    assert.ok(rows.length > 0)
    for (const { id } of rows) assert.equal((await app.inject({ url: `/cancel/${token}/${id}` })).statusCode, 404)
    for (const { id } of rows)
      assert.equal((await app.inject({ method: 'POST', url: `/cancel/${token}/${id}/agree` })).statusCode, 404)
  })
}
