import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import {
  makeCriterion,
  makeGroup,
  makeHub,
  makeOffer,
  makePolicy,
  makeProject,
  makeProvider,
  makeSchool,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { interestById } from '../interest/index.ts'
import { offerPlaceTo, waitInterest } from '../place-offers/index.ts'

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
const link = (purpose: 'status' | 'place' | 'headteacher' | 'confirm-interest', id: string) =>
  `/${purpose}/${linkToken(test.installation.config, purpose, id, 7)}`

const setting = async (project: Record<string, unknown> = {}, offer: Record<string, unknown> = {}) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_max: 2, ...project })
  const offerId = await makeOffer(db(), hub.id, projectId, offer)
  return { hub, projectId, offerId, ask: `/offers/${offerId}/interest/new` }
}

const filled = (
  organisation: string,
  values: Record<string, string | string[]> = {},
): Record<string, string | string[]> => ({
  organisation,
  form_key: newId(),
  step: 'send',
  name: 'Sam Sender',
  email: `sam-${newId()}@school.example`,
  post: 'head_of_department',
  self: 'yes',
  ...values,
})

describe('asking to join', () => {
  it('finds the school, says whether it can join and why, and takes the request in one sitting', async () => {
    const { ask, projectId, offerId } = await setting()
    await makeCriterion(db(), projectId, {
      sentence: 'Your school is state-funded.',
      rule: { fact: 'organisation.state_funded', is: true },
    })
    await makeCriterion(db(), projectId, {
      sentence: 'You commit to the whole year.',
      rule: { fact: 'commitment', key: 'full_year', declared: true },
    })
    const school = await makeSchool(db(), { name: 'Saint Swithun’s Academy', urn: 955_101 })
    const results = await page(`${ask}?q=st+swithuns`)
    assert.equal(results.statusCode, 200)
    assert.match(results.body, new RegExp(`organisation=${school}`))
    const can = await page(`${ask}?organisation=${school}`)
    assert.match(can.body, /Can Saint Swithun’s Academy join\?/)
    assert.match(can.body, /Your school is state-funded\./)
    assert.match(can.body, /not yet known/i)
    const body = filled(school, { commitments: 'full_year' })
    const sent = await send(ask, body)
    assert.equal(sent.statusCode, 303)
    assert.equal(sent.headers.location, `/offers/${offerId}/interest/sent`)
    assert.match((await page(String(sent.headers.location))).body, /Check your email/)
    const again = await send(ask, body)
    assert.equal(again.headers.location, sent.headers.location)
    const drafts = await db()
      .selectFrom('expressions_of_interest')
      .select('status')
      .where('offer_id', '=', offerId)
      .execute()
    assert.deepEqual(drafts, [{ status: 'draft' }])
  })

  it('begins the form with what was answered to see whether the school can join', async () => {
    const { ask, projectId } = await setting()
    const rule = { fact: 'commitment', key: 'full_year', declared: true }
    await makeCriterion(db(), projectId, { sentence: 'You commit to the whole year.', rule })
    const school = await makeSchool(db())
    const said = '&person.post=maths_subject_lead&commitment.full_year=yes&commitment.other=no&name=Mallory'
    const can = (await page(`${ask}?organisation=${school}${said}`)).body
    const fields = [...can.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)]
    const posted = Object.fromEntries(fields.map(([, name = '', value = '']) => [name, value]))
    assert.deepEqual(
      [posted['person.post'], posted['commitment.full_year'], posted['name']],
      ['maths_subject_lead', 'yes', undefined],
    )
    const you = String((await send(ask, posted)).headers.location)
    assert.match((await page(you)).body, /value="maths_subject_lead" selected/)
    assert.match((await page(you.replace(/you$/, 'agreement'))).body, /value="full_year"[^>]*checked/)
  })

  it('is nothing to anybody but who confirms it, until it is confirmed', async () => {
    const { ask } = await setting()
    const body = filled(await makeSchool(db()))
    assert.equal((await send(ask, body)).statusCode, 303)
    const { id } = await db()
      .selectFrom('expressions_of_interest')
      .select('id')
      .where('sender_email', '=', String(body['email']))
      .executeTakeFirstOrThrow()
    for (const purpose of ['status', 'place', 'headteacher'] as const) {
      assert.equal((await app.inject({ url: link(purpose, id) })).statusCode, 404)
      assert.equal((await send(link(purpose, id), { act: 'withdraw', answer: 'confirmed' })).statusCode, 404)
    }
    assert.equal((await app.inject({ url: link('confirm-interest', id) })).statusCode, 200)
  })

  it('says so when no school has the URN, or nothing was typed', async () => {
    const { ask } = await setting()
    const unknown = await page(`${ask}?q=999123`)
    assert.equal(unknown.statusCode, 422)
    assert.match(unknown.body, /No school has the URN 999123/)
    assert.equal((await page(`${ask}?q=+`)).statusCode, 422)
    assert.match((await page(`${ask}?q=zzzzqqqq`)).body, /Nothing found/)
  })

  it('offers a closed school’s successor, and takes nothing for the closed one', async () => {
    const { ask } = await setting()
    const closed = await makeSchool(db(), { name: 'Old Elm School', urn: 955_102, status: 'closed' })
    const successor = await makeSchool(db(), { name: 'New Elm Academy', urn: 955_103 })
    await db()
      .insertInto('organisation_successors')
      .values({ predecessor_id: closed, successor_id: successor })
      .execute()
    assert.match((await page(`${ask}?q=955102`)).body, new RegExp(`organisation=${successor}`))
    const can = await page(`${ask}?organisation=${closed}`)
    assert.match(can.body, /Ask for New Elm Academy/)
    assert.doesNotMatch(can.body, /name="email"/)
    assert.equal((await send(ask, filled(closed))).statusCode, 409)
  })

  it('finds schools for a project of providers where the one theme of the offer lets them in, and asks for that theme', async () => {
    const { ask, projectId, offerId } = await setting({ audiences: ['itt'] })
    const school = await makeSchool(db(), { name: 'Wickhambrook Secondary School' })
    const [themeId, otherId] = [newId(), newId()]
    const theme = { project_id: projectId, kind: 'theme', focus: 'What it is about' }
    await db()
      .insertInto('project_themes')
      .values([
        { ...theme, id: themeId, position: 1, suffix: 'Mentor', title: 'Mentor' },
        { ...theme, id: otherId, position: 2, suffix: 'Pedagogy', title: 'Pedagogy' },
      ])
      .execute()
    const rule = { fact: 'organisation.itt_kind', in: ['hei'] }
    const widens = await makeCriterion(db(), projectId, { sentence: 'You train teachers.', rule })
    const own = { fact: 'organisation.kind', in: ['school'] }
    const theirs = await makeCriterion(db(), projectId, { sentence: 'Your school has mentors.', rule: own })
    await db().updateTable('criteria').set({ theme_id: themeId, widens_id: widens }).where('id', '=', theirs).execute()
    const fix = (id: string | null) =>
      db().updateTable('offers').set({ theme_id: id }).where('id', '=', offerId).execute()
    await fix(null)
    assert.match((await page(`${ask}?organisation=${school}`)).body, /Yes[\s\S]*with the theme Mentor: choose it/)
    await fix(themeId)
    assert.match((await page(`${ask}?q=wickhambrook`)).body, /Wickhambrook Secondary/)
    await send(ask, filled(school, { post: 'mentor' }))
    const asked = await db()
      .selectFrom('expressions_of_interest')
      .select(['id', 'theme_id'])
      .where('offer_id', '=', offerId)
      .executeTakeFirstOrThrow()
    assert.equal(asked.theme_id, themeId)
    await send(link('confirm-interest', asked.id), {})
    const verdicts = await db()
      .selectFrom('interest_verdicts')
      .select(['answer', 'sentence'])
      .where('interest_id', '=', asked.id)
      .execute()
    assert.deepEqual(verdicts, [
      { answer: 'yes', sentence: 'You train teachers. Or, by the theme Mentor: your school has mentors.' },
    ])
    await fix(otherId)
    assert.doesNotMatch((await page(`${ask}?q=wickhambrook`)).body, /Wickhambrook Secondary/)
    assert.doesNotMatch((await page(`${ask}?organisation=${school}`)).body, /with the theme/)
  })

  it('searches providers of teacher training for a project of theirs, and asks them for no headteacher', async () => {
    const { ask, offerId } = await setting({ audiences: ['itt'], headteacher_confirms: true })
    const provider = await makeProvider(db(), { name: 'University of Wexcombe' })
    await makeSchool(db(), { name: 'Wexcombe Primary School' })
    const results = (await page(`${ask}?q=wexcombe`)).body
    assert.match(results, /University of Wexcombe/)
    assert.doesNotMatch(results, /Wexcombe Primary/)
    const begun = String((await send(ask, { organisation: provider })).headers.location)
    const agreement = (await page(begun.replace(/you$/, 'agreement'))).body
    assert.match(agreement, /Head of teacher training’s email address/)
    const wrong = await send(ask, filled(provider, { post: 'itt_tutor' }))
    assert.match(wrong.body, /Enter the name of the head of teacher training/)
    const head = { headteacher_name: 'Dean', headteacher_email: `dean-${newId()}@wexcombe.example` }
    assert.equal((await send(ask, filled(provider, { post: 'itt_tutor', ...head }))).statusCode, 303)
    const { id } = await db()
      .selectFrom('expressions_of_interest')
      .select('id')
      .where('offer_id', '=', offerId)
      .executeTakeFirstOrThrow()
    await send(link('confirm-interest', id), {})
    const shown = [
      results,
      agreement,
      wrong.body,
      (await page(`${ask}?organisation=${provider}`)).body,
      (await page(link('headteacher', id))).body,
      (await page(link('status', id))).body,
    ]
    const mails = await db().selectFrom('messages').select(['subject', 'body_text']).execute()
    const told = mails.filter(({ body_text }) => body_text.includes('University of Wexcombe'))
    assert.equal(told.length, 4, 'to confirm the address, to agree, that it is received, and to the hub')
    const read = [...shown, ...told.map(({ subject, body_text }) => `${subject} ${body_text}`)]
    for (const words of read.map((each) =>
      (/<main[\s\S]*<\/main>/.exec(each)?.[0] ?? each).replaceAll(/<[^>]*>|https?:\S+|Headteacher or principal/g, ' '),
    ))
      assert.doesNotMatch(words, /headteacher|your school/i)
    await send(link('headteacher', id), { answer: 'refused', word: 'Not this year.' })
    assert.match(
      (await page(link('status', id))).body,
      /head of teacher training did not confirm that the institution can take part\. Not this year\./,
    )
  })

  it('lists every error at once, keeps what was typed, and suggests the address that was meant', async () => {
    const { ask } = await setting({ headteacher_confirms: true })
    const school = await makeSchool(db())
    const wrong = await send(ask, {
      organisation: school,
      form_key: newId(),
      step: 'send',
      name: 'Sam',
      email: 'sam@gmial.com',
      person_1_name: 'Pat',
      travel: 'far',
      telephone: '12',
    })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Error: /)
    for (const message of [
      /did you mean sam@gmail\.com/,
      /Choose what you do/,
      /Enter the email address of the lead participant/,
      /how many miles/,
      /telephone number like/,
      /Enter the name of the headteacher/,
    ])
      assert.match(wrong.body, message)
    const href = /href="(\/interest-form\/[^"]+)"/.exec(wrong.body)?.[1] ?? ''
    assert.match((await page(`${href}/people`)).body, /value="Pat"/)
    const sure = filled(school, {
      email: 'sam@gmial.com',
      sure: 'sam@gmial.com',
      headteacher_name: 'H',
      headteacher_email: 'h@school.example',
    })
    assert.equal((await send(ask, sure)).statusCode, 303)
  })

  it('needs the hub’s policy agreed to in the wording that is shown', async () => {
    const { ask, hub, offerId } = await setting()
    const policyId = await makePolicy(db(), hub.id, { wording: 'A charge of £75 may be made.' })
    await db().updateTable('offers').set({ policy_id: policyId }).where('id', '=', offerId).execute()
    const school = await makeSchool(db())
    const begun = String((await send(ask, { organisation: school })).headers.location)
    assert.match((await page(begun.replace(/you$/, 'agreement'))).body, /A charge of £75 may be made/)
    assert.equal((await send(ask, filled(school))).statusCode, 422)
    assert.equal((await send(ask, filled(school, { policy: newId() }))).statusCode, 422)
    assert.equal((await send(ask, filled(school, { policy: policyId }))).statusCode, 303)
  })

  it('is over a second after the window has closed, on the page and when sent', async () => {
    const { ask } = await setting({}, { closes_on: Temporal.PlainDate.from('2021-10-18') })
    const school = await makeSchool(db())
    test.clock.set('2021-10-18T22:59:59Z')
    assert.match((await page(ask)).body, /Which school or college asks/)
    test.clock.set('2021-10-18T23:00:00Z')
    assert.match((await page(ask)).body, /closed on 18 October 2021/)
    assert.match((await send(ask, filled(school))).body, /You cannot ask to join now/)
  })

  it('is not found for a draft offer, an unknown one, an unknown school', async () => {
    const { ask } = await setting({}, { status: 'draft' })
    const open = await setting()
    for (const url of [
      ask,
      `/offers/${newId()}/interest/new`,
      '/offers/x/interest/new',
      `${open.ask}?organisation=${newId()}`,
      `${open.ask}?organisation=x`,
    ])
      assert.equal((await page(url)).statusCode, 404, url)
  })

  it('is not offered by the pages once the project is withdrawn, neither to a school nor to its hub', async () => {
    const { ask, hub, offerId } = await setting({ status: 'withdrawn' })
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const enter = `/hub/${hub.slug}/offers/${offerId}/interest/new`
    for (const shown of [await page(ask), await page(enter, cookie)]) {
      assert.match(shown.body, /You cannot ask to join now[\s\S]*project has been withdrawn/)
      assert.doesNotMatch(shown.body, /<form method="get"/)
    }
    assert.ok(!(await page(`/hub/${hub.slug}`, cookie)).body.includes(enter))
    const school = await makeSchool(db())
    await send(enter, filled(school), cookie)
    assert.equal(
      await db().selectFrom('expressions_of_interest').select('id').where('offer_id', '=', offerId).executeTakeFirst(),
      undefined,
    )
  })

  it('answers a visitor in the same way whether or not the school has asked already', async () => {
    const { ask, offerId } = await setting()
    const first = await receivedInterest(test, { offerId })
    const again = await send(ask, filled(first.organisation.id))
    const fresh = await send(ask, filled(await makeSchool(db())))
    assert.equal(again.statusCode, fresh.statusCode)
    assert.equal(again.headers.location, `/offers/${offerId}/interest/sent`)
    assert.equal(fresh.headers.location, again.headers.location)
    const shown = (await page(`/offers/${offerId}/interest/sent?already=yes`)).body
    assert.match(shown, /Check your email/)
    assert.doesNotMatch(shown, /already/)
  })
})

describe('a mailed link', () => {
  it('confirms only when its button is pressed, and leads to the status', async () => {
    const { ask, offerId } = await setting()
    await send(ask, filled(await makeSchool(db())))
    const { id } = await db()
      .selectFrom('expressions_of_interest')
      .select('id')
      .where('offer_id', '=', offerId)
      .executeTakeFirstOrThrow()
    const confirm = link('confirm-interest', id)
    assert.match((await page(confirm)).body, /Confirm and send/)
    assert.equal((await interestById(db(), id))?.status, 'draft')
    const pressed = await send(confirm, {})
    assert.equal(pressed.statusCode, 303)
    assert.equal((await send(confirm, {})).statusCode, 303)
    assert.equal((await page(confirm)).statusCode, 303)
    const status = await page(String(pressed.headers.location))
    assert.match(status.body, /With the hub/)
    assert.match(status.body, /Withdraw this request/)
  })

  it('is good for its own request and purpose alone', async () => {
    const { offerId } = await setting()
    const one = await receivedInterest(test, { offerId })
    const token = linkToken(test.installation.config, 'status', one.id, 7)
    for (const url of [
      `/place/${token}`,
      `/headteacher/${token}`,
      `/confirm-interest/${token}`,
      `/status/${token.slice(0, -2)}xx`,
      '/status/x',
    ])
      assert.equal((await page(url)).statusCode, 404, url)
  })

  it('accepts a place once, and says so when pressed again or too late', async () => {
    const { offerId, hub, projectId } = await setting()
    const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, name: 'Acton Work Group' })
    const interest = await receivedInterest(test, { offerId })
    await offerPlaceTo(test.system(), { interestId: interest.id, groupId })
    const place = link('place', interest.id)
    assert.match((await page(place)).body, /Acton Work Group/)
    assert.equal((await send(place, { act: 'accept' })).statusCode, 303)
    assert.equal((await send(place, { act: 'accept' })).statusCode, 303)
    assert.match((await page(link('status', interest.id))).body, /You have a place/)
    const late = await receivedInterest(test, { offerId })
    await offerPlaceTo(test.system(), { interestId: late.id, groupId })
    test.clock.set('2021-10-25T22:59:01Z')
    const refused = await send(link('place', late.id), { act: 'accept' })
    assert.equal(refused.statusCode, 409)
    assert.match(refused.body, /ended on 20 October 2021/)
  })

  it('keeps from the school who was passed over and what was overruled', async () => {
    const { offerId, hub, projectId } = await setting()
    const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, people_room: 1 })
    const holder = await receivedInterest(test, { offerId })
    await offerPlaceTo(test.system(), { interestId: holder.id, groupId })
    const two = await receivedInterest(test, { offerId }, 2)
    await waitInterest(test.system(), { interestId: two.id })
    await send(link('place', holder.id), { act: 'decline' })
    const status = (await page(link('status', two.id))).body
    assert.match(status, /On the waiting list/)
    assert.doesNotMatch(status, /Passed over/)
  })

  it('asks the headteacher, who answers once', async () => {
    const { offerId } = await setting({ headteacher_confirms: true })
    const interest = await receivedInterest(test, {
      offerId,
      headteacher: { name: 'Hal', email: 'hal@school.example' },
    })
    const head = link('headteacher', interest.id)
    assert.match((await page(head)).body, /It asks the headteacher to confirm/)
    assert.equal((await send(head, {})).statusCode, 422)
    assert.equal((await send(head, { answer: 'confirmed' })).statusCode, 303)
    assert.match((await page(head)).body, /Thank you: you have confirmed/)
    assert.equal((await send(head, { answer: 'refused' })).statusCode, 409)
  })
})

describe('a request entered by the hub', () => {
  it('is that of a school that telephoned, and may come after the window too', async () => {
    const { offerId, hub } = await setting({}, { closes_on: Temporal.PlainDate.from('2021-09-30') })
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const url = `/hub/${hub.slug}/offers/${offerId}/interest/new`
    const school = await makeSchool(db())
    assert.equal((await page(url, cookie)).statusCode, 200)
    const entered = await send(url, filled(school), cookie)
    assert.equal(entered.statusCode, 303)
    assert.match(
      (await page(String(entered.headers.location), cookie)).body,
      /entered the request on the organisation’s behalf/,
    )
  })
})
