import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import { makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { filledIn, paragraphsOf, unknownBlanks } from './message-text.ts'
import { startingTexts } from './starting-texts.ts'

let test: TestInstallation
let app: Awaited<ReturnType<typeof createApp>>
before(async () => {
  test = await testInstallation()
  app = await createApp(test.installation)
})
after(async () => {
  await app.close()
  await test.release()
})
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const { see: page, send } = browser(() => app)

const setting = async () => {
  const hub = await makeHub(db())
  const offerId = await makeOffer(db(), hub.id, await makeProject(db(), { title: 'Fractions' }))
  const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  return { hub, offerId, cookie, messages: `/hub/${hub.slug}/messages`, acts: `/hub/${hub.slug}/acts` }
}

describe('the blanks of a message', () => {
  const values = {
    name: 'Nadia',
    school: '{project} School',
    project: 'Fractions',
    hub: 'Here',
    dates: 'Monday',
    contact: 'a@b.example',
    'status link': 'https://x.example/s',
  }
  it('are filled in once, whatever a value says', () => {
    assert.equal(filledIn('{school}: { project }, {nobody}', values), '{project} School: Fractions, {nobody}')
  })
  it('that are none are told', () => {
    assert.deepEqual(unknownBlanks('{school} {scool} {scool} {status link} {}'), ['scool', ''])
  })
  it('are known in every text that comes with the product', () => {
    assert.deepEqual(
      startingTexts.flatMap(({ subject, body }) => unknownBlanks(`${subject} ${body}`)),
      [],
    )
    assert.deepEqual(paragraphsOf('One\r\nline\n\n\nTwo\n'), ['One\nline', 'Two'])
  })
})

describe('the texts of a hub', () => {
  it('begin as the product’s, become its own in versions, and are put away', async () => {
    const { hub, cookie, messages } = await setting()
    assert.match((await page(messages, cookie)).body, /Ask who will come/)
    const starting = `${messages}/who-will-come`
    const typed = { title: 'Who comes?', subject: 'who comes?', body: 'Tell us, {nmae}.', seen: '0' }
    const wrong = await send(starting, typed, cookie)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /There is no blank {nmae}/)
    const right = { ...typed, body: 'Tell us, {name}.' }
    assert.equal((await send(starting, right, cookie)).statusCode, 303)
    assert.equal((await page(starting, cookie)).statusCode, 404, 'it stands at its own address now')
    const [own] = await db().selectFrom('message_templates').select('id').where('hub_id', '=', hub.id).execute()
    const at = `${messages}/${own?.id}`
    const versions = () =>
      db()
        .selectFrom('message_template_versions')
        .select('number')
        .where('template_id', '=', own?.id ?? '')
        .execute()
    assert.equal((await send(at, { ...right, seen: '1' }, cookie)).statusCode, 303)
    assert.equal((await versions()).length, 1, 'the same again is no version')
    assert.equal((await send(at, { ...right, subject: 'who will come?', seen: '1' }, cookie)).statusCode, 303)
    const overtaken = await send(at, { ...right, subject: 'names, please', seen: '1' }, cookie)
    assert.equal(overtaken.statusCode, 409)
    assert.match(overtaken.body, /value="names, please"/)
    assert.match(overtaken.body, /name="seen" value="2"/)
    assert.equal((await versions()).length, 2)
    assert.equal((await send(`${at}/retire`, {}, cookie)).statusCode, 303)
    assert.match((await page(messages, cookie)).body, /Put away/)
    const other = await setting()
    assert.equal((await page(`${other.messages}/${own?.id}`, other.cookie)).statusCode, 404)
    assert.match((await page(other.messages, other.cookie)).body, /Ask who will come/)
  })
})

describe('a message to many', () => {
  it('shows each what they get, is held, goes once to each person, and can be taken back', async () => {
    const { hub, offerId, cookie, messages, acts } = await setting()
    const sender = {
      name: 'Terry Trust',
      email: 'terry@trust.example',
      telephone: null,
      post: 'head_of_department' as const,
    }
    const chosen: string[] = []
    for (const [name, by] of [
      ['Upper School', sender],
      ['Lower School', sender],
      ['Other School', undefined],
    ] as const) {
      const organisationId = await makeSchool(db(), { name })
      chosen.push((await receivedInterest(test, { offerId, organisationId, ...(by ? { sender: by } : {}) })).id)
    }
    await send(
      `${messages}/new`,
      { title: 'Soon', subject: 'soon', body: 'For {school}.\n\n{dates}\n\n{status link}' },
      cookie,
    )
    const [own] = await db().selectFrom('message_templates').select('id').where('hub_id', '=', hub.id).execute()
    const begin = async () => String((await send(acts, { scope: 'chosen', chosen }, cookie)).headers['location'])
    const act = await begin()
    assert.match((await send(act, { kind: 'message' }, cookie)).body, /Choose a text/)
    assert.match(
      (await send(act, { kind: 'message', text: 'own', subject: 'x', body: '{y}' }, cookie)).body,
      /no blank {y}/,
    )
    await send(act, { kind: 'message', text: own?.id ?? '' }, cookie)
    const preview = (await page(act, cookie)).body
    assert.match(preview, /For Upper School/)
    assert.match(preview, /For Other School/)
    assert.match(preview, /The dates are not known yet/)
    await send(`${act}/carry-out`, {}, cookie)
    await send(`${act}/carry-out`, {}, cookie)
    const held = () =>
      db().selectFrom('messages').selectAll().where('held_for', '=', act.slice(-36)).orderBy('to_address').execute()
    const [first, second, ...more] = await held()
    assert.equal(more.length, 0)
    const toTrust = first?.to_address === sender.email ? first : second
    assert.match(toTrust?.body_text ?? '', /For Upper School[\s\S]*For Lower School/)
    assert.match(toTrust?.body_text ?? '', /is part of the service/)
    await send(`${act}/undo`, {}, cookie)
    assert.deepEqual(await held(), [])
    const shown = (await page(`/hub/${hub.slug}/interest/${chosen[0]}`, cookie)).body
    assert.match(shown, /The hub wrote a message to the sender/)
    assert.match(shown, /taken back before it was sent/)
    const own2 = await begin()
    await send(own2, { kind: 'message', text: 'own', subject: 'a word', body: 'Dear {name}, welcome.' }, cookie)
    await send(`${own2}/carry-out`, {}, cookie)
    assert.match((await page(own2, cookie)).body, /2 mails wait until/)
  })
})
