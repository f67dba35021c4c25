import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import { makeCriterion, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { json } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import { type Asked, changeInterest, confirmInterest, interestById, verdictsOfInterest } from '../interest/index.ts'
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

/** What a request asks for, as its form would send it again. */
const askedAgain = async (id: string): Promise<Asked> => {
  const interest = await interestById(db(), id)
  assert.ok(interest)
  const { people, answers: answered, preferences, sender, themeId, commitments } = interest
  return {
    ...{ offerId: interest.offerId, organisationId: interest.organisation.id, formKey: newId() },
    ...{
      sender,
      people: people.map((each) => ({ ...each, held: each.held ?? true })),
      unnamed: interest.unnamed,
      answers: answered,
      preferences,
      themeId,
      commitments,
    },
    ...{ fewerIsFine: interest.fewerIsFine, travelLimitMiles: null, accessNeeds: null, comments: null },
    ...{ policyId: null, headteacher: null },
  }
}

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

describe('an answer to a question of the project', () => {
  const asked = (hub: { slug: string }, id: string) => `/hub/${hub.slug}/interest/${id}/answers`
  const put = async () => {
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    const question = { project_id: projectId, choices: json([]) }
    await db()
      .insertInto('project_questions')
      .values([
        { ...question, id: newId(), key: 'pupils', position: 1, kind: 'number', label: 'How many pupils move up?' },
        {
          ...question,
          id: newId(),
          key: 'hopes',
          position: 2,
          kind: 'text',
          label: 'What do you hope for?',
          is_required: true,
        },
        { ...question, id: newId(), key: 'overview', position: 3, kind: 'file', label: 'Your overview' },
      ])
      .execute()
    const rule = { fact: 'answer', key: 'pupils', atLeast: 30 }
    await makeCriterion(db(), projectId, { sentence: 'Thirty pupils move up.', rule })
    const offerId = await makeOffer(db(), hub.id, projectId)
    const interest = await receivedInterest(test, { offerId, organisationId: await makeSchool(db()) })
    return { hub, interest, cookie: await signedInAs(test, 'hub_administrator', { hub_id: hub.id }) }
  }
  const latest = (body: string) => ({ seen: /name="seen" value="(\d+)"/.exec(body)?.[1] ?? '' })
  const how = { fact_source: 'told by telephone', ...told }

  it('is stated by the hub that was told: it counts, the rules answer anew, and the history tells what and how', async () => {
    const { hub, interest, cookie } = await put()
    const page = asked(hub, interest.id)
    const own = `/hub/${hub.slug}/interest/${interest.id}`
    assert.deepEqual(await answers(interest.id), ['not_yet_known'])
    assert.ok((await see(own, cookie)).body.includes(page))
    const shown = (await see(page, cookie)).body
    assert.match(shown, /How many pupils move up\?[\s\S]*What do you hope for\?/)
    assert.doesNotMatch(shown, /Your overview/, 'a file is sent by whoever has it')
    for (const [wrong, message] of [
      [{}, /Answer at least one of the questions/],
      [{ answer_pupils: 'some' }, /Enter a number in figures/],
      [{ answer_pupils: '60', fact_source: '' }, /Say how you know it/],
      [{ answer_pupils: '60', 'told_on-day': '19' }, /You were told today or before/],
      [{ answer_pupils: '60', 'told_on-month': 'x' }, /Enter the day you were told/],
      [{ answer_hopes: 'long '.repeat(2000) }, /use at most 4000 characters/],
    ] as const) {
      const answer = await send(page, { ...latest(shown), ...how, ...wrong }, cookie)
      assert.equal(answer.statusCode, 422, JSON.stringify(wrong))
      assert.match(answer.body, message)
    }
    const filled = { ...latest(shown), ...how, answer_pupils: '60', answer_hopes: 'More talk' }
    const [first, second] = [await send(page, filled, cookie), await send(page, filled, cookie)]
    assert.deepEqual([first.statusCode, second.statusCode], [303, 409], 'sent twice it is known by then')
    const [verdict] = await verdictsOfInterest(db(), interest.id)
    assert.equal(verdict?.answer, 'yes')
    assert.deepEqual(verdict?.facts, [
      { label: 'How many pupils move up?', value: '60', source: 'the hub: told by telephone', asOf: '2021-10-14' },
    ])
    const after = (await see(own, cookie)).body
    assert.match(after, /stated what was answered[\s\S]*“How many pupils move up\?”, “What do you hope for\?”/)
    const again = (await see(page, cookie)).body
    assert.match(again, /name="answer_pupils"[^>]*value="60"/)
    const fewer = await send(page, { ...latest(again), ...how, answer_pupils: '12', answer_hopes: 'More talk' }, cookie)
    assert.equal(fewer.statusCode, 303)
    assert.deepEqual(await answers(interest.id), ['no'])
    assert.match((await see(own, cookie)).body, /stated what was answered[\s\S]*“How many pupils move up\?”</)
    await test.requireNoFaults()
  })

  it('is not stated over what somebody has changed, nor by another hub, nor once the request has ended', async () => {
    const { hub, interest, cookie } = await put()
    const page = asked(hub, interest.id)
    const seen = latest((await see(page, cookie)).body)
    const filled = { ...seen, ...how, answer_pupils: '60' }
    const elsewhere = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    assert.deepEqual(
      [(await see(page, elsewhere)).statusCode, (await send(page, filled, elsewhere)).statusCode],
      [404, 404],
    )
    await changeInterest(test.as(byLinkOf('status', interest.id)), {
      interestId: interest.id,
      asked: { ...(await askedAgain(interest.id)), comments: 'Tuesdays suit us.' },
    })
    const late = await send(page, filled, cookie)
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /Somebody has changed the request[\s\S]*name="answer_pupils"[^>]*value="60"/)
    assert.deepEqual(await answers(interest.id), ['not_yet_known'])
    await withdrawInterest(test.as(byLinkOf('status', interest.id)), { interestId: interest.id })
    assert.doesNotMatch((await see(page, cookie)).body, /name="answer_pupils"/)
    assert.equal((await send(page, { ...how, answer_pupils: '60' }, cookie)).statusCode, 422)
  })

  it('is the school’s own again once it answers otherwise', async () => {
    const { hub, interest, cookie } = await put()
    await send(asked(hub, interest.id), { ...how, answer_pupils: '12' }, cookie)
    const again = await askedAgain(interest.id)
    const own = again.answers.map((each) => ({ ...each, value: 45, shown: '45' }))
    await changeInterest(test.as(byLinkOf('status', interest.id)), {
      interestId: interest.id,
      asked: { ...again, answers: own },
    })
    const [verdict] = await verdictsOfInterest(db(), interest.id)
    assert.deepEqual([verdict?.answer, verdict?.facts[0]?.source], ['yes', 'what the sender says'])
  })
})
