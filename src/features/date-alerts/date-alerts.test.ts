import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { Forbidden } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { confirmDateAlert } from './actions/answer-date-alert.ts'
import { askForDates } from './actions/ask-for-dates.ts'
import { letUnconfirmedLapse, tellOfDates } from './actions/tell-of-dates.ts'
import { waitingForDates } from './queries.ts'

describe('who waits for the dates of an offer', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  const link = (id: string) => test.as({ kind: 'link', purpose: 'date-alert', subjectId: id })
  const undated = async (values: Record<string, unknown> = {}) =>
    makeOffer(db(), hub.id, await makeProject(db()), { updated_at: test.clock.now(), ...values })
  const idOf = async (offerId: string, address: string): Promise<string | undefined> =>
    (
      await db()
        .selectFrom('date_alerts')
        .select('id')
        .where('offer_id', '=', offerId)
        .where('address', '=', address)
        .executeTakeFirst()
    )?.id
  const mailsTo = (address: string) =>
    db()
      .selectFrom('messages')
      .select(['subject', 'body_text'])
      .where('to_address', '=', address)
      .orderBy('id')
      .execute()
  const waits = async (offerId: string, address: string): Promise<string> => {
    await askForDates(test.visitor(), { offerId, address })
    const id = (await idOf(offerId, address)) ?? ''
    await confirmDateAlert(link(id), id)
    return id
  }
  const plan = (offerId: string, on: string | null, certainty = on ? 'provisional' : 'unknown', position = 1) =>
    db()
      .insertInto('planned_dates')
      .values({
        id: newId(),
        offer_id: offerId,
        position,
        on_date: on ? Temporal.PlainDate.from(on) : null,
        mode: 'unknown',
        certainty,
      })
      .execute()
  const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://hubs.example' }
  const send = (url: string, fields: Record<string, string>) =>
    app.inject({ method: 'POST', url, headers: form, payload: new URLSearchParams(fields).toString() })

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db())
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('leaves an address, confirms it by mail, and is told once when dates are there; then nothing is kept', async () => {
    const offerId = await undated()
    const flyer = await app.inject({ url: `/offers/${offerId}` })
    const page = await app.inject({ url: String(flyer.headers.location) })
    assert.ok(page.body.includes(`href="/offers/${offerId}/dates"`))
    const asked = await send(`/offers/${offerId}/dates`, { email: 'wren@school.example' })
    assert.equal(asked.headers.location, `/offers/${offerId}/dates/asked`)
    assert.equal((await waitingForDates(db(), hub.id)).get(offerId), undefined)
    const [mail] = await mailsTo('wren@school.example')
    const address = /(\/date-alert\/\S+)/.exec(mail?.body_text ?? '')?.[1] ?? ''
    assert.match((await app.inject({ url: address })).body, /Is this you\?/)
    assert.equal((await send(address, { act: 'confirm' })).statusCode, 303)
    assert.match((await app.inject({ url: address })).body, /You will be told the dates/)
    assert.equal((await waitingForDates(db(), hub.id)).get(offerId), 1)
    await plan(offerId, null)
    await tellOfDates(test.system())
    assert.equal((await mailsTo('wren@school.example')).length, 1)
    await db().deleteFrom('planned_dates').where('offer_id', '=', offerId).execute()
    await plan(offerId, '2021-11-17')
    test.clock.set(test.clock.now().add({ minutes: 20 }).toString())
    await tellOfDates(test.system())
    assert.equal((await mailsTo('wren@school.example')).length, 1, 'a provisional day is none to be told of')
    const provisional = await app.inject({ url: String(flyer.headers.location) })
    assert.match(
      provisional.body,
      /\(provisional\)[\s\S]*These days may still change\. <a[^>]*>Tell me when the dates are known/,
    )
    assert.match((await app.inject({ url: `/offers/${offerId}/dates` })).body, /Your email address/)
    const confirmed = { certainty: 'confirmed' }
    await db().updateTable('planned_dates').set(confirmed).where('offer_id', '=', offerId).execute()
    await plan(offerId, '2022-01-19', 'provisional', 2)
    await db().updateTable('offers').set({ updated_at: test.clock.now() }).where('id', '=', offerId).execute()
    await tellOfDates(test.system())
    assert.equal((await mailsTo('wren@school.example')).length, 1)
    test.clock.set(test.clock.now().add({ minutes: 15 }).toString())
    await Promise.all([tellOfDates(test.system()), tellOfDates(test.system())])
    const mails = await mailsTo('wren@school.example')
    assert.equal(mails.length, 2)
    assert.match(
      mails[1]?.body_text ?? '',
      /17 November 2021: [\s\S]*19 January 2022 \(provisional\)[\s\S]*may still change[\s\S]*deleted your address/,
    )
    assert.equal(await idOf(offerId, 'wren@school.example'), undefined)
    assert.match((await app.inject({ url: address })).body, /Your address is on no list/)
    assert.match((await send(address, { act: 'confirm' })).body, /You have been told already/)
    const dated = await app.inject({ url: String(flyer.headers.location) })
    assert.ok(!dated.body.includes(`/offers/${offerId}/dates`))
    assert.match((await send(`/offers/${offerId}/dates`, { email: 'late@school.example' })).body, /nothing to wait for/)
    const told = (await historyOf(db(), { type: 'offer', id: offerId })).find(({ name }) => name === 'date-alert.told')
    assert.deepEqual(told?.particulars, { told: 1 })
  })

  it('is told once that the offer was withdrawn, with its reason', async () => {
    const offerId = await undated()
    await waits(offerId, 'ash@school.example')
    await askForDates(test.visitor(), { offerId, address: 'unsure@school.example' })
    const ended = { status: 'withdrawn', status_reason: 'We found no lead.' }
    await db().updateTable('offers').set(ended).where('id', '=', offerId).execute()
    await tellOfDates(test.system())
    await tellOfDates(test.system())
    const mails = await mailsTo('ash@school.example')
    assert.equal(mails.length, 2)
    assert.match(mails[1]?.body_text ?? '', /We found no lead\./)
    assert.equal((await mailsTo('unsure@school.example')).length, 1)
    assert.equal(await idOf(offerId, 'unsure@school.example'), undefined)
  })

  it('stops by the link, and only by their own', async () => {
    const offerId = await undated()
    const id = await waits(offerId, 'rowan@school.example')
    await assert.rejects(confirmDateAlert(link(newId()), id), Forbidden)
    const [mail] = await mailsTo('rowan@school.example')
    const address = /(\/date-alert\/\S+)/.exec(mail?.body_text ?? '')?.[1] ?? ''
    assert.equal((await send(address, { act: 'stop' })).statusCode, 303)
    assert.equal((await send(address, { act: 'stop' })).statusCode, 303)
    assert.equal(await idOf(offerId, 'rowan@school.example'), undefined)
    assert.equal((await app.inject({ url: '/date-alert/nonsense' })).statusCode, 404)
  })

  it('is one, also when they ask twice at once; what is answered tells nobody whether the address was known', async () => {
    const offerId = await undated()
    const email = 'hazel@school.example'
    const answers = await Promise.all([1, 2, 3].map(() => send(`/offers/${offerId}/dates`, { email })))
    assert.equal((await mailsTo(email)).length, 1)
    const id = (await idOf(offerId, email)) ?? ''
    await confirmDateAlert(link(id), id)
    const again = await send(`/offers/${offerId}/dates`, { email: 'Hazel@School.example' })
    const fresh = await send(`/offers/${offerId}/dates`, { email: 'new@school.example' })
    for (const answer of [...answers, again])
      assert.deepEqual(
        [answer.statusCode, answer.headers.location, answer.body],
        [fresh.statusCode, fresh.headers.location, fresh.body],
      )
    await send(`/offers/${offerId}/dates`, { email })
    assert.equal((await send(`/offers/${offerId}/dates`, { email })).statusCode, 429)
    const wrong = await send(`/offers/${offerId}/dates`, { email: 'hazel@gmial.com' })
    assert.match(wrong.body, /Did you mean hazel@gmail\.com\?[\s\S]*value="hazel@gmial\.com"/)
  })

  it('goes after a week where nobody confirms, and finds no draft to wait for', async () => {
    const offerId = await undated()
    await askForDates(test.visitor(), { offerId, address: 'nobody@school.example' })
    const id = (await idOf(offerId, 'nobody@school.example')) ?? ''
    await letUnconfirmedLapse(test.system())
    assert.ok(await idOf(offerId, 'nobody@school.example'))
    test.clock.set(
      test.clock
        .now()
        .add({ hours: 24 * 7 + 1 })
        .toString(),
    )
    await letUnconfirmedLapse(test.system())
    assert.equal(await idOf(offerId, 'nobody@school.example'), undefined)
    await assert.rejects(confirmDateAlert(link(id), id), /too late to confirm/)
    const draft = await undated({ status: 'draft' })
    assert.equal((await app.inject({ url: `/offers/${draft}/dates` })).statusCode, 404)
  })

  it('is told once that one can ask to join, beside those who wait for the dates of the same offer', async () => {
    const offerId = await undated({
      opens_on: Temporal.PlainDate.from('2021-11-01'),
      closes_on: Temporal.PlainDate.from('2021-12-10'),
    })
    const page = await app.inject({ url: `/offers/${offerId}/dates?for=opening` })
    assert.match(page.body, /Tell me when it opens/)
    const wrong = await send(`/offers/${offerId}/dates`, { for: 'opening', email: 'nobody' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /name="for" value="opening"/)
    assert.equal(
      (await send(`/offers/${offerId}/dates`, { for: 'opening', email: 'yew@school.example' })).statusCode,
      303,
    )
    const id = (await idOf(offerId, 'yew@school.example')) ?? ''
    await confirmDateAlert(link(id), id)
    await waits(offerId, 'elm@school.example')
    await tellOfDates(test.system())
    assert.equal((await mailsTo('yew@school.example')).length, 1)
    test.clock.set('2021-11-01T00:00:30Z')
    await Promise.all([tellOfDates(test.system()), tellOfDates(test.system())])
    const mails = await mailsTo('yew@school.example')
    assert.equal(mails.length, 2)
    assert.match(mails[1]?.body_text ?? '', /From today you can ask[\s\S]*until 10 December 2021/)
    assert.equal((await mailsTo('elm@school.example')).length, 1)
    assert.equal(await idOf(offerId, 'yew@school.example'), undefined)
    assert.match(
      (await send(`/offers/${offerId}/dates`, { for: 'opening', email: 'late@school.example' })).body,
      /nothing to wait for/,
    )
  })

  it('is told that asking is over where the window has gone by before they were told', async () => {
    const offerId = await undated({ opens_on: Temporal.PlainDate.from('2022-01-10') })
    await askForDates(test.visitor(), { offerId, address: 'fir@school.example', what: 'opening' })
    const id = (await idOf(offerId, 'fir@school.example')) ?? ''
    await confirmDateAlert(link(id), id)
    const gone = { opens_on: Temporal.PlainDate.from('2021-10-01'), closes_on: Temporal.PlainDate.from('2021-10-02') }
    await db().updateTable('offers').set(gone).where('id', '=', offerId).execute()
    await tellOfDates(test.system())
    assert.match(
      (await mailsTo('fir@school.example'))[1]?.body_text ?? '',
      /Nobody can ask to join this offer any more/,
    )
  })
})
