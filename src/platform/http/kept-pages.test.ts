import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { sessionCookie } from './cookies.ts'
import { keepPages } from './kept-pages.ts'

let here: TestInstallation
let app: FastifyInstance
let hub: { id: string; slug: string }
before(async () => {
  here = await testInstallation()
  app = await createApp(here.installation, keepPages(here.installation.connections.url))
  const db = here.installation.connections.kysely
  hub = await makeHub(db, 'west')
  await makeOffer(db, hub.id, await makeProject(db), { slug: 'first' })
})
after(async () => {
  await app.close()
  await here.release()
})

const title = async (headers: Record<string, string> = {}): Promise<string> =>
  /<h1[^>]*>([^<]*)/.exec((await app.inject({ url: `/hubs/${hub.slug}`, headers })).body)?.[1] ?? ''

const rename = (name: string) =>
  sql`update hub_names set name = ${name} where hub_id = ${hub.id}`.execute(here.installation.connections.kysely)

const until = async (expected: string): Promise<void> => {
  for (let tries = 0; tries < 100; tries += 1) {
    if ((await title()).includes(expected)) return
    await wait(20)
  }
  assert.fail(`the page never says ${expected}`)
}

test('a visitor sees a change as soon as it is committed, however often the page was kept before', async () => {
  for (const name of ['West', 'West Country', 'Far West']) {
    await rename(name)
    await until(name)
    for (let again = 0; again < 5; again += 1) assert.match(await title(), new RegExp(name))
  }
})

test('a page made while a record changes is not kept as it was before', async () => {
  for (let round = 0; round < 20; round += 1) {
    const name = `Round ${round}`
    await Promise.all([title(), rename(name), title(), title()])
    await until(name)
    await wait(5)
    assert.match(await title(), new RegExp(name))
  }
})

test('a page that is kept is sent with all that stood round it, to whoever is not signed in alone', async () => {
  const url = `/hubs/${hub.slug}`
  const ask = (headers: Record<string, string> = {}) => app.inject({ url, headers })
  const { 'content-length': _, date, ...first } = (await ask({ cookie: `${sessionCookie}=nobody` })).headers
  await ask()
  const again = await ask({ cookie: 'another=1' })
  const { 'content-length': length, date: later, ...round } = again.headers
  assert.ok(round['content-security-policy'])
  assert.deepEqual(new Set(Object.keys(round)), new Set([...Object.keys(first), 'vary']))
  assert.equal(round['cache-control'], 'no-cache')
  assert.equal(Number(length), Buffer.byteLength(again.body))
})
