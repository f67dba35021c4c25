import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import { makeCriterion, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { confirmInterest, verdictsOfInterest } from '../interest/index.ts'
import { withdrawInterest } from '../place-offers/index.ts'

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
const { see, send } = browser(() => app)

const setting = async (sentence: string, rule: Parameters<typeof makeCriterion>[2]['rule']) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db())
  await makeCriterion(db(), projectId, { sentence, rule })
  return { hub, offerId: await makeOffer(db(), hub.id, projectId) }
}
const taught = { fact: 'person.experience', years: 3 }
const settled = { fact: 'person.post', in: ['head_of_department'], held: true, since: { months: 24 } }
const answers = async (id: string) => (await verdictsOfInterest(db(), id)).map(({ answer }) => answer)
const said = { act: 'state', fact: 'person.experience', 'person.experience': '5', fact_source: 'told by telephone' }
const told = { 'told_on-day': '14', 'told_on-month': '10', 'told_on-year': '2021' }

describe('a fact that is missing', () => {
  it('is stated by staff of the hub, with how they know and when: it is known from then on, and history tells it', async () => {
    const { hub, offerId } = await setting('Whoever comes has taught for three years.', taught)
    const interest = await receivedInterest(test, { offerId, organisationId: await makeSchool(db()) })
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const own = `/hub/${hub.slug}/interest/${interest.id}`
    assert.deepEqual(await answers(interest.id), ['not_yet_known'])
    assert.match((await see(own, cookie)).body, /For how many years has whoever would take part been teaching\?/)
    for (const [wrong, message] of [
      [{ 'person.experience': 'many' }, /Enter a number in figures/],
      [{ fact_source: ' ' }, /Say how you know it/],
      [{ 'told_on-day': '19' }, /You were told today or before/],
      [{ 'told_on-day': '' }, /Enter the day you were told/],
    ] as const) {
      const answer = await send(own, { ...said, ...told, ...wrong }, cookie)
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, message)
    }
    assert.equal((await send(own, { ...said, ...told }, cookie)).statusCode, 303)
    const [verdict] = await verdictsOfInterest(db(), interest.id)
    assert.equal(verdict?.answer, 'yes')
    assert.deepEqual(verdict?.facts, [
      {
        label: 'Years of teaching of those who would take part',
        value: '5',
        source: 'the hub: told by telephone',
        asOf: '2021-10-14',
      },
    ])
    const page = (await see(own, cookie)).body
    assert.match(page, /The hub stated a fact that was missing[\s\S]*Years of teaching/)
    assert.match(page, /What the rules say changed/)
    assert.equal((await send(own, { ...said, ...told }, cookie)).statusCode, 409, 'sent twice it is known by then')
  })

  it('is stated by nobody of another hub, and not once the request has ended', async () => {
    const { hub, offerId } = await setting('Whoever comes has taught for three years.', taught)
    const interest = await receivedInterest(test, { offerId, organisationId: await makeSchool(db()) })
    const own = `/hub/${hub.slug}/interest/${interest.id}`
    const elsewhere = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    assert.equal((await send(own, { ...said, ...told }, elsewhere)).statusCode, 404)
    await withdrawInterest(test.as(byLinkOf('status', interest.id)), { interestId: interest.id })
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    assert.ok(!(await see(own, cookie)).body.includes('State what is not yet known'))
    assert.equal((await send(own, { ...said, ...told }, cookie)).statusCode, 409)
  })

  it('is asked on the way to the form, one at a time, and comes into the request without an account', async () => {
    const { hub, offerId } = await setting('Whoever comes leads a department, for two years at least.', settled)
    const school = await makeSchool(db(), { name: 'Quince Hill School' })
    const begin = `/offers/${offerId}/interest/new`
    const asked = new URLSearchParams({ organisation: school, 'person.post': 'head_of_department' })
    assert.match((await see(`${begin}?organisation=${school}`)).body, /What is the post, now, of whoever/)
    assert.match((await see(`${begin}?${asked}`)).body, /Since when has that post been held\?/)
    asked.set('person.since', '1 September 2018')
    const answered = (await see(`${begin}?${asked}`)).body
    assert.match(answered, /Every rule is met/)
    assert.match(answered, /type="hidden" name="person.since" value="1 September 2018"/)
    const begun = await send(begin, Object.fromEntries(asked))
    assert.equal(begun.statusCode, 303)
    const form = String(begun.headers['location']).replace(/\/you$/, '')
    assert.match((await see(`${form}/people`)).body, /value="head_of_department" selected/)
    const step = (name: string, fields: Record<string, string>) => send(`${form}/${name}`, { times: '0', ...fields })
    const me = { name: 'Sam Sender', email: 'sam.sender@quince.example', post: 'class_teacher' }
    await step('you', me)
    await step('people', {
      person_1_name: 'Lee Lead',
      person_1_email: 'lee.lead@quince.example',
      person_1_post: 'head_of_department',
      person_1_held: 'now',
    })
    await step('preferences', {})
    assert.match((await see(`${form}/check`)).body, /Every rule is met/)
    assert.equal((await send(`${form}/send`, {})).statusCode, 303)
    const { id } = await db()
      .selectFrom('expressions_of_interest')
      .select('id')
      .where('offer_id', '=', offerId)
      .executeTakeFirstOrThrow()
    await confirmInterest(test.as(byLinkOf('confirm-interest', id)), id)
    assert.deepEqual(await answers(id), ['yes'])
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    assert.match((await see(`/hub/${hub.slug}/interest/${id}`, cookie)).body, /since 1 September 2018/)
  })
})
