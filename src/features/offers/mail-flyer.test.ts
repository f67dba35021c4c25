import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject } from '../../../test/support/records.ts'
import { signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'

describe('sending a flyer by mail', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let offer: string
  let staff: string
  let stranger: string
  const db = () => test.installation.connections.kysely
  const path = (id = offer) => `/hub/${hub.slug}/offers/${id}/mail`
  const see = (url: string, cookie: string) => app.inject({ method: 'GET', url, headers: { cookie } })
  const send = (cookie: string, fields: Record<string, string>, url = path()) =>
    app.inject({
      method: 'POST',
      url,
      headers: {
        cookie,
        origin: test.installation.config.baseUrl,
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ note: '', form: newId(), ...fields }).toString(),
    })
  const mails = () =>
    db()
      .selectFrom('messages')
      .select(['to_address', 'subject', 'body_text', 'body_html'])
      .orderBy('to_address')
      .execute()

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db(), 'london-west')
    const other = await makeHub(db(), 'london-east')
    const project = await makeProject(db(), { title: 'Stronger <Algebra>', free_to_participants: true })
    await db()
      .insertInto('project_sections')
      .values({
        id: newId(),
        project_id: project,
        key: 'outline',
        heading: 'Outline',
        body: 'It is **new**, see [the site](https://site.example).\n\n- one & two\n- three',
        position: 0,
      })
      .execute()
    offer = await makeOffer(db(), hub.id, project)
    staff = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    stranger = await signedInAs(test, 'hub_administrator', { hub_id: other.id })
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('is for staff of the hub, and for offers that are published', async () => {
    assert.equal((await see(path(), staff)).statusCode, 200)
    const draft = await makeOffer(db(), hub.id, await makeProject(db()), { status: 'draft' })
    assert.equal((await see(path(draft), staff)).statusCode, 404)
    const fields = { addresses: 'a@school.example', act: 'send' }
    assert.equal((await see(path(), stranger)).statusCode, 404)
    assert.equal((await send(stranger, fields)).statusCode, 404)
    assert.equal((await send(stranger, fields, `/hub/london-east/offers/${offer}/mail`)).statusCode, 404)
    assert.equal((await send(staff, fields, path(draft))).statusCode, 404)
    assert.deepEqual(await mails(), [])
  })

  it('says which addresses are none, and keeps what was typed', async () => {
    const wrong = await send(staff, { addresses: 'a@school.example, b.school', note: 'Dear colleagues' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Not an email address: b\.school/)
    assert.match(wrong.body, /Dear colleagues<\/textarea>/)
    assert.match((await send(staff, { addresses: ' ' })).body, /Enter at least one email address/)
    const many = Array.from({ length: 51 }, (_, at) => `a${at}@school.example`).join('\n')
    assert.match((await send(staff, { addresses: many })).body, /at most 50 addresses at a time\. These are 51/)
    assert.match((await send(staff, { addresses: 'a@school.example', form: 'x' })).body, /Open the page again/)
  })

  it('shows who gets what first, then writes once to each of them alone', async () => {
    const fields = { addresses: 'B@school.example; a@school.example a@school.example', note: 'For you', form: newId() }
    const shown = await send(staff, fields)
    assert.match(shown.body, /will be sent to 2 addresses[\s\S]*<li>b@school\.example<\/li><li>a@school\.example<\/li>/)
    assert.deepEqual(await mails(), [])
    const done = await send(staff, { ...fields, act: 'send' })
    assert.equal(done.headers['location'], `${path()}?sent=2`)
    assert.equal((await send(staff, { ...fields, act: 'send' })).statusCode, 303)
    const sent = await mails()
    assert.deepEqual(
      sent.map(({ to_address: to }) => to),
      ['a@school.example', 'b@school.example'],
    )
    const [mail] = sent
    assert.match(mail?.subject ?? '', /: Stronger <Algebra>$/)
    assert.match(mail?.body_text ?? '', /For you[\s\S]*Outline\n-------\n\nIt is new[\s\S]*- one & two\n- three/)
    assert.match(mail?.body_text ?? '', /\/o\/[0-9a-f]{10}-1/)
    assert.doesNotMatch(mail?.body_text ?? '', /b@school/)
    assert.match(mail?.body_html ?? '', /<strong>new<\/strong>, see <a href="https:\/\/site\.example"/)
    assert.match(mail?.body_html ?? '', /<li[^>]*>one &amp; two<\/li>/)
    assert.match(mail?.body_html ?? '', /Stronger &lt;Algebra&gt;/)
    const { count } = await db()
      .selectFrom('events')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('name', '=', 'flyer.mailed')
      .where('subject_id', '=', offer)
      .executeTakeFirstOrThrow()
    assert.equal(Number(count), 1)
  })

  it('waits after ten times within an hour', async () => {
    let status = 0
    for (let sent = 0; sent < 10; sent += 1)
      status = (await send(staff, { addresses: 'a@school.example', act: 'send' })).statusCode
    assert.equal(status, 429)
  })
})
