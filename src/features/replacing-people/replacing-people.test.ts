import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject, makeSession } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Forbidden, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { interestById, namePeople } from '../interest/index.ts'
import { holdPlaceFor } from '../place-offers/index.ts'
import { changeParticipants, namedOfPlace } from '../places/index.ts'
import { askForException, decideOnException } from './actions/decide-exception.ts'
import { nameSuccessor } from './actions/name-successor.ts'
import { settleWithoutSuccessor } from './actions/settle-successor.ts'
import { askForSuccessors } from './jobs.ts'
import { successorAsked } from './queries.ts'
import { dayToName, isOverdueToTell, isReminderDue } from './successor.ts'

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
beforeEach(() => test.clock.set('2021-11-08T09:00:00Z'))

const db = () => test.installation.connections.kysely
const { see, send } = browser(() => app)
const day = (text: string) => Temporal.PlainDate.from(text)
const sweep = () => askForSuccessors(test.system())

const mailsTo = async (address: string): Promise<readonly { subject: string; text: string }[]> =>
  (
    await db()
      .selectFrom('messages')
      .select(['subject', 'body_text'])
      .where('to_address', '=', address)
      .orderBy('id')
      .execute()
  ).map(({ subject, body_text: text }) => ({ subject, text }))

const asking = async (address: string) =>
  (await mailsTo(address)).filter(({ subject }) => /who follows|nobody follows/.test(subject))

const giveRole = ({ installation }: TestInstallation, personId: string, groupId: string) =>
  installation.connections.kysely
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: personId,
      role: 'group_lead',
      group_id: groupId,
      from_on: day('2021-09-01'),
      granted_at: Temporal.Instant.from('2021-09-01T08:00:00Z'),
    })
    .execute()

/** A school with two people in a group that has met, and one of them leaves. */
const setting = async (project: Record<string, unknown> = {}, session = '2021-12-08') => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_min: 1, people_max: 3, ...project })
  const offerId = await makeOffer(db(), hub.id, projectId)
  const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, status: 'running' })
  await makeSession(db(), groupId, { on_date: day(session), status: 'confirmed' })
  const staff = test.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  const interest = await receivedInterest(test, { offerId }, 2)
  const { placeId } = await holdPlaceFor(test.system(), { interestId: interest.id, groupId })
  const people = await namedOfPlace(db(), placeId)
  const [stays, leaver] = [people.find(({ part }) => part === 'lead'), people.find(({ part }) => part === 'other')]
  assert.ok(stays && leaver)
  const participantId = (
    await db()
      .selectFrom('participants')
      .select('id')
      .where('person_id', '=', leaver.personId)
      .where('place_id', '=', placeId)
      .executeTakeFirstOrThrow()
  ).id
  const leaves = () => changeParticipants(staff, { placeId, people: [stays], why: 'Has left' })
  const link = `/successor/${linkToken(test.installation.config, 'successor', participantId, 60)}`
  const ofHub = `/hub/${hub.slug}/successors/${participantId}`
  return { hub, staff, cookie, groupId, placeId, interest, stays, leaver, participantId, leaves, link, ofHub }
}

const asked = async (participantId: string) => {
  const found = await successorAsked(db(), participantId, test.system().today)
  assert.ok(found)
  return found
}
const somebody = () => ({
  act: 'name',
  name: 'Sabela Following',
  email: `sabela-${newId()}@school.example`,
  post: 'class_teacher',
})

describe('the day by which a successor is named', () => {
  const days = fc.integer({ min: 0, max: 400 }).map((more) => day('2021-09-01').add({ days: more }))
  it('is within a fortnight, before the next session where that can be, and never at less than three days', () =>
    fc.assert(
      fc.property(days, fc.option(days), (today, next) => {
        const by = dayToName(today, next)
        const notice = today.until(by).days
        assert.ok(notice >= 3 && notice <= 14)
        // The same, day by day: the last day that keeps both limits.
        const fits = [...Array(15).keys()].filter(
          (each) => each >= 3 && (next === null || today.add({ days: each + 3 }).until(next).days >= 0),
        )
        assert.equal(notice, fits.at(-1) ?? 3)
      }),
    ))
  it('is reminded of once in its last three days, and is overdue once for each day set', () => {
    const plain = {
      byOn: day('2021-11-22'),
      askedAt: Temporal.Instant.from('2021-11-08T09:00:00Z'),
      remindedAt: null,
      overdueToldFor: null,
      saysNobody: false,
      exception: 'not_needed' as const,
    }
    const due = (today: string, more: Partial<Parameters<typeof isReminderDue>[0]> = {}) =>
      isReminderDue({ ...plain, ...more }, day(today))
    assert.deepEqual(
      ['2021-11-18', '2021-11-19', '2021-11-22', '2021-11-23'].map((today) => due(today)),
      [false, true, true, false],
    )
    assert.equal(due('2021-11-21', { remindedAt: Temporal.Instant.from('2021-11-19T08:00:00Z') }), false)
    assert.equal(due('2021-11-21', { saysNobody: true }), false)
    assert.deepEqual(
      (['needed', 'asked', 'refused', 'granted'] as const).map((exception) => due('2021-11-21', { exception })),
      [true, false, false, true],
    )
    const late = (today: string, more: Partial<Parameters<typeof isReminderDue>[0]> = {}) =>
      isOverdueToTell({ ...plain, ...more }, day(today))
    assert.deepEqual(
      ['2021-11-22', '2021-11-23'].map((today) => late(today)),
      [false, true],
    )
    assert.equal(late('2021-11-23', { overdueToldFor: day('2021-11-22') }), false)
    assert.equal(late('2021-12-23', { overdueToldFor: day('2021-11-01') }), true)
  })
})

describe('somebody who leaves during the year', () => {
  it('is asked for once by the school’s link, and whoever follows takes part with the dates', async () => {
    const { interest, groupId, leaves, leaver, participantId, placeId, link, cookie, hub } = await setting()
    await sweep()
    assert.equal((await asking(interest.sender.email)).length, 0, 'nobody has left')
    await leaves()
    await sweep()
    await sweep()
    const [mail, ...others] = await asking(interest.sender.email)
    assert.deepEqual(others, [])
    assert.match(mail?.text ?? '', /name them by the end of 22 November 2021; the group meets next on 8 December 2021/)
    assert.match(mail?.text ?? '', /\/successor\//)
    const status = await see(`/status/${linkToken(test.installation.config, 'status', interest.id, 7)}`)
    assert.match(status.body, /has left\.[\s\S]*Say who follows[\s\S]*by the end of 22 November 2021/)
    assert.equal((await interestById(db(), interest.id))?.unnamed, 0, 'it is no name that is owed from before')
    assert.match((await see(`/hub/${hub.slug}`, cookie)).body, /Who follows/)
    assert.match(
      (await see(`/hub/${hub.slug}/successors`, cookie)).body,
      /The school names somebody by the end of 22 November 2021/,
    )
    assert.match(
      (await see(`/groups/${groupId}`, cookie)).body,
      /has left\.[\s\S]*names who follows by 22 November 2021/,
    )
    const wrong = await send(link, { act: 'name', name: 'Sabela' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Enter an email address[\s\S]*value="Sabela"/)
    const typed = somebody()
    assert.equal((await send(link, typed)).statusCode, 303)
    const again = await send(link, typed)
    assert.match(again.body, /Sabela Following follows\. Nothing more is needed/)
    const people = await namedOfPlace(db(), placeId)
    assert.equal(people.length, 2)
    assert.ok(!people.some(({ personId }) => personId === leaver.personId))
    assert.equal((await asked(participantId)).status, 'named')
    assert.ok(
      (await mailsTo(typed.email)).some(({ text }) => /8 December 2021/.test(text)),
      'the dates',
    )
    assert.match((await see(`/hub/${hub.slug}/successors`, cookie)).body, /Sabela Following follows/)
  })

  it('is reminded of, then the hub is told, and nothing is taken away', async () => {
    const { interest, leaves, participantId, placeId, ofHub, cookie } = await setting()
    await leaves()
    await sweep()
    test.clock.set('2021-11-19T09:00:00Z')
    await sweep()
    await sweep()
    assert.equal((await asking(interest.sender.email)).length, 2)
    test.clock.set('2021-11-23T09:00:00Z')
    await sweep()
    await sweep()
    assert.equal((await asking(interest.sender.email)).length, 3)
    const overdue = await db()
      .selectFrom('messages')
      .select('to_address')
      .where('key', 'like', `successor:${participantId}:overdue:%:hub:%`)
      .execute()
    assert.equal(overdue.length, 1)
    const place = await db()
      .selectFrom('places')
      .select(['status', 'people_count'])
      .where('id', '=', placeId)
      .executeTakeFirstOrThrow()
    assert.deepEqual(place, { status: 'held', people_count: 2 })
    assert.match((await see(ofHub, cookie)).body, /Nobody was named by 22 November 2021/)
    const early = await send(ofHub, { act: 'day', 'by-day': '1', 'by-month': '11', 'by-year': '2021' }, cookie)
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /Enter the day as 17 11 2021, today or later/)
    const later = { act: 'day', 'by-day': '30', 'by-month': '11', 'by-year': '2021' }
    assert.equal((await send(ofHub, later, cookie)).statusCode, 303)
    assert.match((await asking(interest.sender.email)).at(-1)?.subject ?? '', /until 30 November 2021/)
    test.clock.set('2021-12-01T09:00:00Z')
    await sweep()
    assert.equal((await asked(participantId)).overdueToldFor?.toString(), '2021-11-30')
  })

  it('is mail to come that the hub reads first and holds, and that waits for a working day', async () => {
    const { interest, leaves, participantId, hub, cookie } = await setting()
    await leaves()
    await sweep()
    const list = `/hub/${hub.slug}/mail`
    assert.match((await see(`${list}?kind=successor-reminder`, cookie)).body, /Reminder to say who follows/)
    const one = `${list}/successor-reminder.${participantId}`
    assert.match((await see(one, cookie)).body, /We have not heard yet who follows[\s\S]*22 November 2021/)
    assert.equal((await send(one, { deed: 'hold' }, cookie)).statusCode, 303)
    test.clock.set('2021-11-19T09:00:00Z')
    await sweep()
    assert.equal((await asking(interest.sender.email)).length, 1, 'held')
    assert.equal((await send(one, { deed: 'release' }, cookie)).statusCode, 303)
    test.clock.set('2021-11-20T09:00:00Z')
    await sweep()
    assert.equal((await asking(interest.sender.email)).length, 1, 'nobody reads it on a Saturday')
    test.clock.set('2021-11-22T09:00:00Z')
    await sweep()
    assert.match((await asking(interest.sender.email)).at(-1)?.subject ?? '', /Please say by 22 November 2021/)
    assert.match((await see(list, cookie)).body, /Successor not named in time/)
  })

  it('has nobody who follows when the school says so and the hub settles it: the room goes on to others', async () => {
    const { leaves, link, ofHub, cookie, placeId, participantId } = await setting()
    await leaves()
    await sweep()
    assert.equal((await send(link, { act: 'nobody', reason: 'We are too few this year' })).statusCode, 303)
    assert.match((await see(ofHub, cookie)).body, /The school says that nobody follows/)
    test.clock.set('2021-11-30T09:00:00Z')
    await sweep()
    assert.equal((await asked(participantId)).overdueToldFor, null, 'the school has answered')
    const without = await send(ofHub, { act: 'settle', reason: '' }, cookie)
    assert.equal(without.statusCode, 422)
    assert.equal((await send(ofHub, { act: 'settle', reason: 'As the school says' }, cookie)).statusCode, 303)
    const place = await db()
      .selectFrom('places')
      .select('people_count')
      .where('id', '=', placeId)
      .executeTakeFirstOrThrow()
    assert.equal(place.people_count, 1)
    assert.match((await see(link)).body, /Nobody follows: the hub has settled it/)
    await sweep()
    assert.equal((await asked(participantId)).status, 'none')
  })

  it('is closed by itself when the hub names somebody in another way, or the place is over', async () => {
    const one = await setting()
    await one.leaves()
    await sweep()
    const added = [
      { name: 'Named There', email: `there-${newId()}@school.example`, part: 'other', post: null } as const,
    ]
    await changeParticipants(one.staff, { placeId: one.placeId, people: [one.stays], added, peopleCount: 2 })
    await sweep()
    assert.equal((await asked(one.participantId)).status, 'named')
    const other = await setting()
    await other.leaves()
    await sweep()
    await db().updateTable('places').set({ status: 'left' }).where('id', '=', other.placeId).execute()
    await sweep()
    assert.equal((await asked(other.participantId)).status, 'over')
    assert.match((await see(other.link)).body, /The place is over/)
  })

  it('is nothing to another hub or another link, and two answers at once are one', async () => {
    const { leaves, participantId, ofHub, hub, placeId, interest } = await setting()
    await leaves()
    await sweep()
    const foreign = await makeHub(db())
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: foreign.id })
    assert.equal((await see(ofHub, stranger)).statusCode, 404)
    assert.equal((await see(`/hub/${foreign.slug}/successors/${participantId}`, stranger)).statusCode, 404)
    assert.equal((await see(`/my/successors/${participantId}`, stranger)).statusCode, 404)
    const { act: _, ...person } = { ...somebody(), post: 'class_teacher' as const }
    await assert.rejects(
      nameSuccessor(test.as(byLinkOf('successor', newId())), { participantId, ...person }),
      /Only the school/,
    )
    const lead = await signedInAs(test, 'school_lead', { organisation_id: interest.organisation.id })
    assert.match((await see(`/my/successors/${participantId}`, lead)).body, /Who follows/)
    const byLink = test.as(byLinkOf('successor', participantId))
    const both = await Promise.allSettled([
      nameSuccessor(byLink, { participantId, ...person }),
      nameSuccessor(byLink, { participantId, ...person, email: `other-${newId()}@school.example` }),
    ])
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.equal((await namedOfPlace(db(), placeId)).length, 2)
    assert.ok(hub)
    await assert.rejects(
      namePeople(test.as(byLinkOf('status', interest.id)), {
        interestId: interest.id,
        people: [{ ...person, email: `third-${newId()}@school.example`, held: true, part: 'other' }],
      }),
      /Everybody is named already/,
    )
  })
})

describe('where the same people come all year', () => {
  const samePeople = { same_people_all_year: true }

  it('nobody follows before the hub has made an exception, which the school asks for with its reason', async () => {
    const { interest, leaves, link, ofHub, cookie, placeId, participantId, groupId } = await setting(samePeople)
    const lead = await makePerson(db())
    await giveRole(test, lead.id, groupId)
    await leaves()
    await sweep()
    assert.match((await asking(interest.sender.email))[0]?.text ?? '', /somebody follows only if .* makes an exception/)
    const school = await see(link)
    assert.match(school.body, /Ask for an exception/)
    assert.doesNotMatch(school.body, /Name who follows/)
    const refused = await send(link, somebody())
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /nobody follows who has left unless the hub makes an exception\. Ask for it first/)
    assert.equal((await namedOfPlace(db(), placeId)).length, 1)
    assert.equal((await send(link, { act: 'exception', why: '' })).statusCode, 422)
    const reason = 'She is on leave, and her successor leads maths from now on.'
    assert.equal((await send(link, { act: 'exception', why: reason })).statusCode, 303)
    test.clock.set('2021-11-30T09:00:00Z')
    await sweep()
    assert.equal((await asked(participantId)).overdueToldFor, null, 'the hub is next')
    assert.match((await see(ofHub, cookie)).body, /on leave, and her successor leads maths/)
    const open = await send(ofHub, { act: 'exception', granted: 'yes', answer: '' }, cookie)
    assert.equal(open.statusCode, 422)
    assert.match(open.body, /Say why: the school and the leads read it/)
    const granted = { act: 'exception', granted: 'yes', answer: 'The part in the school stays the same.' }
    assert.equal((await send(ofHub, granted, cookie)).statusCode, 303)
    const told = (await mailsTo(interest.sender.email)).at(-1)
    assert.match(told?.text ?? '', /makes an exception[\s\S]*The part in the school stays the same/)
    assert.match((await mailsTo(lead.address)).at(-1)?.text ?? '', /lets somebody follow/)
    assert.equal((await asked(participantId)).byOn.toString(), '2021-12-05')
    assert.equal((await send(link, somebody())).statusCode, 303)
    assert.equal((await namedOfPlace(db(), placeId)).length, 2)
    const history = await historyOf(db(), { type: 'place', id: placeId })
    assert.deepEqual(
      history
        .map(({ name }) => name)
        .filter((name) => /^(exception|successor)\./.test(name))
        .toSorted(),
      ['exception.asked', 'exception.granted', 'successor.asked', 'successor.named'],
    )
  })

  it('a school, a lead and another hub make no exception, and one that is refused can be asked for again', async () => {
    const { leaves, link, ofHub, cookie, participantId, groupId, interest } = await setting(samePeople)
    await leaves()
    await sweep()
    const decision = { participantId, granted: true, reason: 'Because' }
    const lead = actorWith(newId(), 'group_lead', { groupId })
    const school = actorWith(newId(), 'school_lead', { organisationId: interest.organisation.id })
    const foreign = actorWith(newId(), 'hub_administrator', { hubId: (await makeHub(db())).id })
    for (const actor of [lead, school, foreign, byLinkOf('successor', participantId)])
      await assert.rejects(decideOnException(test.as(actor), decision), Forbidden)
    await send(link, { act: 'exception', why: 'We would like somebody else' })
    await send(ofHub, { act: 'exception', granted: 'no', answer: 'The year is nearly over' }, cookie)
    assert.match((await see(link)).body, /makes no exception: “The year is nearly over”/)
    assert.equal((await send(link, somebody())).statusCode, 422)
    assert.equal((await send(link, { act: 'exception', why: 'She does not come back' })).statusCode, 303)
    assert.equal((await asked(participantId)).exception, 'asked')
  })

  it('nothing is decided without a reason, or with one that nobody would read, whoever asks the action', async () => {
    const { leaves, participantId, staff } = await setting(samePeople)
    await leaves()
    await sweep()
    for (const reason of ['', ' \n ', 'long '.repeat(101)]) {
      await assert.rejects(decideOnException(staff, { participantId, granted: true, reason }), Refused)
      await assert.rejects(settleWithoutSuccessor(staff, { participantId, reason }), Refused)
      await assert.rejects(
        askForException(test.as(byLinkOf('successor', participantId)), { participantId, reason }),
        Refused,
      )
    }
    assert.equal((await asked(participantId)).exception, 'needed')
    await decideOnException(staff, { participantId, granted: true, reason: 'The part stays the same.' })
    assert.equal((await asked(participantId)).exceptionAnswer, 'The part stays the same.')
  })

  it('a school names nobody past the exception by other ways, and people who were never named still are', async () => {
    const { leaves, placeId, stays, leaver, interest, staff } = await setting(samePeople)
    const atSchool = test.as(actorWith(newId(), 'school_lead', { organisationId: interest.organisation.id }))
    const added = [{ name: 'Slipped In', email: `in-${newId()}@school.example`, part: 'other', post: null } as const]
    await assert.rejects(
      changeParticipants(atSchool, { placeId, people: [stays], added, why: 'We say so' }),
      /keeps the same people all year/,
    )
    await changeParticipants(staff, { placeId, people: [stays, leaver], peopleCount: 3 })
    const named = [
      { name: 'Never Named', email: `never-${newId()}@school.example`, part: 'other', post: null } as const,
    ]
    await changeParticipants(atSchool, { placeId, people: [stays, leaver], added: named })
    const third = (await namedOfPlace(db(), placeId)).filter(({ personId }) => personId !== leaver.personId)
    await leaves()
    await sweep()
    await assert.rejects(
      changeParticipants(atSchool, { placeId, people: [stays], added, peopleCount: 3 }),
      /nobody follows who has left/,
    )
    assert.equal(third.length, 2)
  })
})
