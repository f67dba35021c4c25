import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp, createWork } from '../../app.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import {
  type Interest,
  interestById,
  isReminderDue,
  type NamesLater,
  namePeople,
  namesByDay,
} from '../interest/index.ts'
import { holdPlaceFor, offerPlaceTo, waitInterest, withdrawInterest } from '../place-offers/index.ts'
import { setNamesOfOffer, setNamesOfProject } from './actions/set-names-later.ts'
import { askForNames, sweeps } from './jobs.ts'

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
const day = (text: string) => Temporal.PlainDate.from(text)
const until = (on: string): NamesLater => ({ when: 'day', on: day(on) })
const statusOf = ({ id }: Pick<Interest, 'id'>) => `/status/${linkToken(test.installation.config, 'status', id, 7)}`
const now = async ({ id }: Pick<Interest, 'id'>) => {
  const interest = await interestById(db(), id)
  assert.ok(interest)
  return interest
}
const mailsOf = async (address: string): Promise<readonly string[]> =>
  (await db().selectFrom('messages').select('subject').where('to_address', '=', address).execute()).map(
    ({ subject }) => subject,
  )
const sweep = () => sweeps['ask-for-names']?.(test.system())

const setting = async (rule: NamesLater | null = until('2021-11-05'), room: Record<string, unknown> = {}) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_min: 2, people_max: 3 })
  const offerId = await makeOffer(db(), hub.id, projectId)
  const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, ...room })
  const offer = { id: offerId, projectId, hubId: hub.id }
  if (rule) await setNamesOfOffer(test.system(), { offer, rule })
  const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  return { hub, projectId, offerId, groupId, offer, cookie, names: `/hub/${hub.slug}/offers/${offerId}/names` }
}

const somebody = (name = 'Cora Colleague') => ({
  name,
  email: `cora-${newId()}@school.example`,
  post: 'class_teacher' as const,
  held: true,
  part: 'other' as const,
})
const typed = ({ name, email }: ReturnType<typeof somebody>) => ({
  act: 'name',
  come_name: name,
  come_email: email,
  come_post: 'class_teacher',
  come_held: 'yes',
})

describe('when names are wanted', () => {
  it('is a day, or counted back from the first session, and is reminded of once in the week before', () => {
    assert.equal(namesByDay({ when: 'at_once' }, day('2021-11-17')), null)
    assert.equal(namesByDay({ when: 'days', days: 14 }, null), null)
    assert.equal(namesByDay({ when: 'days', days: 14 }, day('2021-11-17'))?.toString(), '2021-11-03')
    assert.equal(namesByDay(until('2021-11-05'), null)?.toString(), '2021-11-05')
    const by = day('2021-11-05')
    const due = (today: string, remindedAt: string | null, missing = 1) =>
      isReminderDue({ by, missing, remindedAt: remindedAt ? Temporal.Instant.from(remindedAt) : null }, day(today))
    for (const [today, remindedAt, expected] of [
      ['2021-10-28', null, false],
      ['2021-10-29', null, true],
      ['2021-11-05', null, true],
      ['2021-11-06', null, false],
      ['2021-10-30', '2021-10-29T05:00:00Z', false],
      ['2021-10-30', '2021-10-20T05:00:00Z', true],
    ] as const)
      assert.equal(due(today, remindedAt), expected, `${today} ${remindedAt}`)
    assert.equal(due('2021-10-30', null, 0), false)
  })

  it('is said by the hub for its offer, before what its project says', async () => {
    const { hub, projectId, offerId, cookie, names } = await setting(null)
    const ask = `/offers/${offerId}/interest/new`
    const school = await makeSchool(db())
    const people = async () =>
      (await see(String((await send(ask, { organisation: school })).headers.location).replace(/you$/, 'people'))).body
    assert.doesNotMatch(await people(), /whom you name later/)
    const national = test.as(actorWith(newId(), 'national_team'))
    await setNamesOfProject(national, {
      project: { id: projectId, hubId: null },
      rule: { when: 'days', days: 10 },
    })
    assert.match(await people(), /10 days before the first session, whose date is not set yet/)
    assert.match((await see(names, cookie)).body, /up to 10 days before the first session/)
    const wrong = await send(names, { when: 'day', 'on-day': '1', 'on-month': '9', 'on-year': '2021' }, cookie)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter the last day as 17 11 2021, today or later[\s\S]*value="2021"/)
    const right = { when: 'day', 'on-day': '5', 'on-month': '11', 'on-year': '2021' }
    assert.equal((await send(names, right, cookie)).statusCode, 303)
    assert.match(await people(), /by the end of 5 November 2021/)
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    assert.equal((await see(names, stranger)).statusCode, 404)
    assert.equal((await send(names, { when: 'at_once' }, stranger)).statusCode, 404)
    await send(`/hub/${hub.slug}/offers/${offerId}/names`, { when: 'at_once' }, cookie)
    assert.doesNotMatch(await people(), /whom you name later/)
  })
})

describe('people who are named later', () => {
  it('are a number in the request, no more than the project takes, and count for its place', async () => {
    const { offerId, groupId } = await setting()
    const ask = `/offers/${offerId}/interest/new`
    const whole = { step: 'send', name: 'Sam', email: `sam-${newId()}@school.example`, post: 'head_of_department' }
    const school = await makeSchool(db())
    const asked = (unnamed: string) =>
      send(ask, { ...whole, organisation: school, form_key: newId(), self: 'yes', unnamed })
    assert.match((await asked('3')).body, /Enter at most 2: this project takes 3 people, and 1 is named/)
    assert.match((await asked('some')).body, /as a number/)
    assert.equal((await asked('1')).statusCode, 303)
    const interest = await receivedInterest(test, { offerId, unnamed: 1 }, 1)
    assert.equal(interest.unnamed, 1)
    const { placeId } = await offerPlaceTo(test.system(), { interestId: interest.id, groupId })
    const place = await db().selectFrom('places').select('people_count').where('id', '=', placeId).executeTakeFirst()
    assert.equal(place?.people_count, 2)
    assert.equal((await now(interest)).unnamed, 1)
  })

  const remindedAmong = async (ids: readonly string[]) =>
    (
      await db()
        .selectFrom('names_asked_for')
        .select('interest_id')
        .where('interest_id', 'in', [...ids])
        .where('reminded_at', 'is not', null)
        .execute()
    ).length

  it('are asked for of all who owe them, however many do', async () => {
    const { offerId } = await setting()
    const owing = [1, 2, 3].map(() => receivedInterest(test, { offerId, unnamed: 1 }, 1))
    const ids = (await Promise.all(owing)).map(({ id }) => id)
    // A Saturday: it waits for Monday.
    test.clock.set('2021-10-30T08:00:00Z')
    await askForNames(test.system(), 1)
    assert.equal(await remindedAmong(ids), 0)
    test.clock.set('2021-11-01T08:00:00Z')
    await askForNames(test.system(), 1)
    assert.equal(await remindedAmong(ids), 3)
  })

  it('are named by the link, as many as are missing, before and under a place, and never twice', async () => {
    const { offerId, groupId } = await setting()
    const interest = await receivedInterest(test, { offerId, unnamed: 2 }, 1)
    const status = statusOf(interest)
    assert.match((await see(status)).body, /2 people are not yet named\. Name them by the end of 5 November 2021/)
    const wrong = await send(status, { act: 'name', come_name: 'Cora' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Choose what they do[\s\S]*value="Cora"/)
    const first = somebody()
    assert.equal((await send(status, typed(first))).statusCode, 303)
    assert.equal((await send(status, typed(first))).statusCode, 303, 'pressed twice')
    assert.equal((await now(interest)).unnamed, 1)
    const { placeId } = await offerPlaceTo(test.system(), { interestId: interest.id, groupId })
    const both = await Promise.allSettled(
      [somebody('One Tab'), somebody('Other Tab')].map((each) =>
        namePeople(test.as(byLinkOf('status', interest.id)), { interestId: interest.id, people: [each] }),
      ),
    )
    assert.deepEqual(both.map(({ status: how }) => how).toSorted(), ['fulfilled', 'rejected'])
    const held = await now(interest)
    assert.deepEqual([held.unnamed, held.people.length], [0, 3])
    const taking = await db().selectFrom('participants').select('id').where('place_id', '=', placeId).execute()
    assert.equal(taking.length, 3)
    assert.doesNotMatch((await see(status)).body, /not yet named/)
    const more = await send(status, typed(somebody()))
    assert.equal(more.statusCode, 422)
    assert.match(more.body, /Everybody is named already/)
  })

  it('are named by no other link, and by a lead of the school who is signed in', async () => {
    const { offerId } = await setting()
    const [interest, other] = [
      await receivedInterest(test, { offerId, unnamed: 1 }),
      await receivedInterest(test, { offerId, unnamed: 1 }),
    ]
    const input = { interestId: interest.id, people: [somebody()] }
    await assert.rejects(namePeople(test.as(byLinkOf('status', other.id)), input), /Only whoever asked/)
    const lead = await signedInAs(test, 'school_lead', { organisation_id: interest.organisation.id })
    assert.match((await see('/my', lead)).body, /\/status\//)
    assert.equal((await send(statusOf(interest), typed(somebody()), lead)).statusCode, 303)
    assert.equal((await now(interest)).unnamed, 0)
  })

  it('are reminded of once, told of once when late, and the hub gives their room to the next in line', async () => {
    const { offerId, groupId, cookie, names } = await setting(until('2021-11-05'), {
      people_room: 3,
      organisations_room: 5,
    })
    await db()
      .updateTable('projects')
      .set({ people_min: 1 })
      .where('id', '=', (from) => from.selectFrom('offers').select('project_id').where('id', '=', offerId))
      .execute()
    const late = await receivedInterest(test, { offerId, unnamed: 1 }, 1)
    const nobody = await receivedInterest(test, { offerId, unnamed: 1, people: [] })
    const bodies = async (email: string) =>
      (await db().selectFrom('messages').select('body_text').where('to_address', '=', email).orderBy('id').execute())
        .map(({ body_text }) => body_text)
        .filter((text) => /1 person is not yet named\. Name them by the end of 5 November 2021/.test(text))
    assert.equal((await bodies(late.sender.email)).length, 1, 'the receipt says by when')
    const sure = await receivedInterest(test, { offerId, unnamed: 1, people: [] })
    await holdPlaceFor(test.system(), { interestId: sure.id, groupId })
    assert.equal((await bodies(sure.sender.email)).length, 2, 'and so does the mail about the place')
    await withdrawInterest(test.system(), { interestId: sure.id })
    await offerPlaceTo(test.system(), { interestId: late.id, groupId })
    assert.equal((await bodies(late.sender.email)).length, 2, 'and the mail that offers a place')
    await offerPlaceTo(test.system(), { interestId: nobody.id, groupId })
    const next = await receivedInterest(test, { offerId })
    await waitInterest(test.system(), { interestId: next.id })
    await sweep()
    assert.equal((await mailsOf(late.sender.email)).filter((each) => /who will come/.test(each)).length, 0)
    test.clock.set('2021-10-29T08:00:00Z')
    await sweep()
    await sweep()
    assert.equal((await mailsOf(late.sender.email)).filter((each) => /who will come/.test(each)).length, 1)
    test.clock.set('2021-11-05T23:59:00Z')
    await sweep()
    assert.doesNotMatch((await see(names, cookie)).body, /Overdue/)
    const stillMissing = async () =>
      (await mailsOf(late.sender.email)).filter((each) => /still not named/.test(each)).length
    test.clock.set('2021-11-06T08:00:00Z')
    await sweep()
    assert.equal(await stillMissing(), 0, 'it is a Saturday')
    test.clock.set('2021-11-08T08:00:00Z')
    await sweep()
    await sweep()
    assert.equal(await stillMissing(), 1)
    await db()
      .updateTable('names_later')
      .set({ by_on: Temporal.PlainDate.from('2021-11-12') })
      .where('offer_id', '=', offerId)
      .execute()
    test.clock.set('2021-11-12T20:00:00Z')
    await sweep()
    assert.equal(await stillMissing(), 1, 'the day was put off, and has not passed')
    test.clock.set('2021-11-15T08:00:00Z')
    await sweep()
    await sweep()
    assert.equal(await stillMissing(), 2, 'put off, it is told again when it is over')
    await db()
      .updateTable('names_later')
      .set({ by_on: Temporal.PlainDate.from('2021-11-05') })
      .where('offer_id', '=', offerId)
      .execute()
    const due = /They were to be named by the end of 5 November 2021: name them soon/
    assert.match((await see(statusOf(late))).body, due)
    const begun = await send(`/offers/${offerId}/interest/new`, { organisation: await makeSchool(db()) })
    const people = (await see(String(begun.headers.location).replace(/you$/, 'people'))).body
    assert.doesNotMatch(people, /whom you name later/, 'its day is over')
    const page = (await see(names, cookie)).body
    assert.match(
      page,
      new RegExp(`Overdue[\\s\\S]*${late.organisation.name}|${late.organisation.name}[\\s\\S]*Overdue`),
    )
    const refused = await send(`${names}/${nobody.id}`, { act: 'release' }, cookie)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /is named\. Decline the request, or take its place back/)
    assert.equal((await send(`${names}/${late.id}`, { act: 'release' }, cookie)).statusCode, 303)
    assert.match(
      (await send(`${names}/${late.id}`, { act: 'release' }, cookie)).body,
      /Nobody of this request is missing any more/,
    )
    assert.equal((await now(late)).unnamed, 0)
    const { rows } = await test.installation.connections.pool.query<{ payload: unknown }>(
      `select payload from graphile_worker._private_jobs where payload->>'groupId' = $1`,
      [groupId],
    )
    assert.equal(rows.length, 1)
    const { jobs, close } = createWork(test.installation)
    await jobs['offer-freed-room']?.(test.system(), rows[0]?.payload)
    close()
    assert.equal((await now(next)).status, 'offered')
    assert.equal((await send(`${names}/${next.id}`, { act: 'remind' }, cookie)).statusCode, 422)
    assert.equal((await send(`${names}/${late.id}`, {}, cookie)).statusCode, 422)
  })
})

describe('a project for people one by one', () => {
  it('gives the place to the person who asks, and asks for nobody else', async () => {
    const hub = await makeHub(db())
    const offerId = await makeOffer(db(), hub.id, await makeProject(db(), { unit: 'person' }))
    const school = await makeSchool(db())
    const begun = String((await send(`/offers/${offerId}/interest/new`, { organisation: school })).headers.location)
    assert.match((await see(begun)).body, /the place is for you, who ask/)
    assert.equal((await see(begun.replace(/you$/, 'people'))).statusCode, 404)
    const email = `ines-${newId()}@school.example`
    const whole = { organisation: school, step: 'send', form_key: newId(), name: 'Ines', email, post: 'class_teacher' }
    const other = { person_1_name: 'Somebody Else', person_1_email: 'else@school.example' }
    assert.equal((await send(`/offers/${offerId}/interest/new`, { ...whole, ...other })).statusCode, 303)
    const named = await db()
      .selectFrom('interest_people as n')
      .innerJoin('expressions_of_interest as i', 'i.id', 'n.interest_id')
      .select('n.email')
      .where('i.offer_id', '=', offerId)
      .execute()
    assert.deepEqual(named, [{ email }])
  })
})
