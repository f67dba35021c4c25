import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { runInNewContext } from 'node:vm'
import type { FastifyInstance } from 'fastify'
import { parse } from 'node-html-parser'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { atomOf } from '../../platform/atom.ts'
import { json } from '../../platform/database/index.ts'
import { frameLine, scriptLine } from './address.ts'
import { instantsOfOffers, instantsOfProjects } from './queries.ts'

const hostile = '</script><img src=x onerror=alert(1)> & "quoted" \u2028'

describe('what a hub offers, elsewhere', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  const see = (url: string) => app.inject({ method: 'GET', url })

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db(), 'london-west')
    const make = async (title: string, values: Record<string, unknown> = {}, project: Record<string, unknown> = {}) =>
      makeOffer(db(), hub.id, await makeProject(db(), { title, summary: 'A summary.', ...project }), values)
    await make('Stronger Algebra', { closes_on: Temporal.PlainDate.from('2021-11-05') })
    await make(hostile)
    await make('Not yet out', { status: 'draft' })
    await make('Called off', { status: 'withdrawn' })
    await make('Project called off', {}, { status: 'withdrawn' })
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  type Entries = { readonly entries: readonly { title: string; address: string; facts: readonly string[] }[] }

  /** The script, run where it draws nothing: what it would have drawn. */
  const drawnBy = (script: string): Entries => {
    let given: Entries = { entries: [] }
    runInNewContext(script.replace(/drawOffers\((?=\{)/, 'tell('), {
      document: { currentScript: null },
      tell: (offered: Entries) => {
        given = JSON.parse(JSON.stringify(offered))
      },
    })
    return given
  }

  it('is a script that any website may load and that names what can be joined, and nothing else', async () => {
    const answer = await see(`/embed/${hub.slug}.js`)
    assert.equal(answer.statusCode, 200)
    assert.equal(answer.headers['content-type'], 'text/javascript; charset=utf-8')
    assert.equal(answer.headers['cross-origin-resource-policy'], 'cross-origin')
    assert.ok(answer.body.length < 20_000)
    const { entries } = drawnBy(answer.body)
    assert.deepEqual(
      entries.map(({ title }) => title),
      [hostile, 'Stronger Algebra'],
    )
    const { baseUrl } = test.installation.config
    assert.ok(entries.every(({ address }) => address.startsWith(`${baseUrl}/hubs/london-west/offers/2021-22/`)))
    assert.ok(entries[1]?.facts.includes('You can ask to join until 5 November 2021.'))
    assert.doesNotMatch(answer.body, /innerHTML|eval\(|fetch\(|cookie|localStorage/)
    assert.equal((await see('/embed/nobody.js')).statusCode, 404)
  })

  it('is a page for a frame, which alone of all pages may be framed', async () => {
    const answer = await see(`/embed/${hub.slug}`)
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none'.*frame-ancestors \*$/)
    assert.equal(answer.headers['x-frame-options'], undefined)
    const other = (await see(`/hubs/${hub.slug}`)).headers
    assert.match(String(other['content-security-policy']), /frame-ancestors 'none'/)
    assert.equal(other['x-frame-options'], 'SAMEORIGIN')
    const page = parse(answer.body)
    assert.deepEqual(
      page.querySelectorAll('h2').map((heading) => heading.textContent),
      [hostile, 'Stronger Algebra'],
    )
    assert.equal(page.querySelectorAll('img, script').length, 0)
    assert.ok(page.querySelectorAll('a').every((link) => link.getAttribute('target') === '_top'))
  })

  it('is a feed, whose entries keep their ids and whose texts stay texts', async () => {
    const answer = await see(`/hubs/${hub.slug}/offers.atom`)
    assert.equal(answer.headers['content-type'], 'application/atom+xml; charset=utf-8')
    assert.match(answer.body, /^<\?xml/)
    assert.equal(answer.body.match(/<entry>/g)?.length, 2)
    assert.doesNotMatch(answer.body, /<img/)
    const ids = (text: string) => [...text.matchAll(/<id>(urn:uuid:[^<]+)/g)].map(([, id]) => id).sort()
    assert.deepEqual(ids((await see(`/hubs/${hub.slug}/offers.atom`)).body), ids(answer.body))
    const corrected = '2031-05-04T09:00:00Z'
    const { id } = await db()
      .updateTable('projects')
      .set({ summary: 'Put right' })
      .where('title', '=', 'Stronger Algebra')
      .returning('id')
      .executeTakeFirstOrThrow()
    await db()
      .insertInto('project_versions')
      .values({
        ...{ project_id: id, number: 1, act: 'corrected', content: json({}) },
        made_at: Temporal.Instant.from(corrected),
      })
      .execute()
    const offers = await db().selectFrom('offers').select('id').where('project_id', '=', id).execute()
    const offerIds = offers.map((offer) => offer.id)
    const told = [
      ...(await instantsOfOffers(db(), offerIds)).values(),
      ...(await instantsOfProjects(db(), [id])).values(),
    ]
    assert.equal(told.length, offerIds.length + 1)
    for (const { updated } of told) assert.equal(String(updated), corrected)
    const projects = await see('/projects.atom')
    assert.match(projects.body, /Stronger Algebra, 2021\/22/)
    assert.doesNotMatch(projects.body, /Project called off/)
    for (const feed of [answer.body, projects.body])
      for (const part of ['<id>', '<updated>', '<title>', '<author>', 'rel="self"'])
        assert.ok(feed.includes(part), part)
  })

  it('has a feed that stays readable, whatever stands in a title, and whatever a title ends', () => {
    const at = Temporal.Instant.from('2021-09-06T08:00:00Z')
    const entry = { id: 'x', title: 'Bell \u0007 ]]> end', address: 'http://h.example/x', summary: hostile }
    const feed = atomOf({
      title: 'Hub & co',
      address: 'http://h.example',
      feed: 'http://h.example/f',
      entries: [{ ...entry, categories: ['Secondary'], author: 'Hub & co', at: { published: at, updated: at } }],
      otherwise: at,
    })
    assert.ok(!feed.includes(String.fromCharCode(7)))
    assert.doesNotMatch(feed, /<img|Hub & co/)
    assert.ok(feed.includes('Bell   ]]&gt; end'))
    assert.equal(feed.match(/<entry>/g)?.length, 1)
  })

  it('is told to the hub as lines to copy', () => {
    const site = { baseUrl: 'https://hubs.example', hub: { slug: 'london-west', name: 'London "West"' } }
    assert.equal(scriptLine(site), '<script src="https://hubs.example/embed/london-west.js" async></script>')
    const frame = parse(frameLine(site)).querySelector('iframe')
    assert.equal(frame?.getAttribute('src'), 'https://hubs.example/embed/london-west')
    assert.equal(frame?.getAttribute('title'), 'What London "West" offers')
  })
})
