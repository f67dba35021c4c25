import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import type { Context } from '../../platform/context.ts'
import { Conflict, NotFound, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { attendanceWithEarlier } from '../completion/earlier-attendance-queries.ts'
import { sweeps } from '../place-offers/jobs.ts'
import { tellEveryone } from '../sessions/index.ts'
import { arrangeMerger, takeBackMerger } from './actions/arrange-merger.ts'
import { mergeGroups } from './index.ts'
import { sweeps as mergingSweeps } from './jobs.ts'

// The requests here were never sent.
const withoutReceipts = 'Each expression of interest that counts has its receipt in the history'

describe('a group becomes part of another', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let [projectId, offerId, staffId, from, into] = ['', '', '', '', '']
  const db = () => test.installation.connections.kysely
  const staff = (): Context => test.as(actorWith(staffId, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const { see, send } = browser(() => app)
  const day = (text: string) => Temporal.PlainDate.from(text)
  const input = () => ({
    fromId: from,
    intoId: into,
    reason: 'Too few for two groups.',
    leadsJoin: false,
    addsRoom: false,
  })

  const due = () => mergingSweeps['merge-groups']?.(test.system())

  /** A school with a place, somebody who takes part, and the request behind it. */
  const school = async (groupId: string, name: string, how: { status?: string; people?: number } = {}) => {
    const organisationId = await makeSchool(db(), { name })
    const person = await makePerson(db(), `Teacher of ${name}`)
    const placeId = await makePlace(db(), { groupId, projectId, organisationId, ...how })
    const isHeld = how.status !== 'offered'
    const participantId = isHeld ? await makeParticipant(db(), placeId, person.id) : ''
    const interestId = newId()
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id: interestId,
        offer_id: offerId,
        project_id: projectId,
        organisation_id: organisationId,
        status: isHeld ? 'placed' : 'offered',
        place_id: placeId,
        sender_name: `Head of ${name}`,
        sender_email: `${name.toLowerCase()}-${interestId}@school.example`,
        sender_post: 'headteacher',
        created_at: test.clock.now(),
        confirmed_email_at: test.clock.now(),
        received_at: test.clock.now(),
        verdicts_reached_at: test.clock.now(),
      })
      .execute()
    return {
      organisationId,
      person,
      placeId,
      participantId,
      interestId,
      sender: `${name.toLowerCase()}-${interestId}@school.example`,
    }
  }
  const leadOf = async (groupId: string, name: string) => {
    const person = await makePerson(db(), name)
    const since = day('2021-09-01')
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: person.id, role: 'group_lead', group_id: groupId, from_on: since })
      .execute()
    return person
  }
  const mails = async (address: string) =>
    (
      await db()
        .selectFrom('messages')
        .select(['subject', 'body_text as text', 'invitations'])
        .where('to_address', '=', address)
        .where('key', 'like', '%joined:%')
        .union(
          db()
            .selectFrom('messages')
            .select(['subject', 'body_text as text', 'invitations'])
            .where('to_address', '=', address)
            .where('key', 'like', 'taken-in:%'),
        )
        .execute()
    ).map((row) => ({ ...row, methods: (row.invitations as { method: string }[]).map(({ method }) => method) }))
  const placesOf = async (groupId: string) =>
    (
      await db()
        .selectFrom('places as p')
        .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
        .select(['o.name', 'p.status'])
        .where('p.group_id', '=', groupId)
        .orderBy('o.name')
        .execute()
    ).map(({ name, status }) => `${name} ${status}`)
  const statusOf = async (id: string) =>
    db()
      .selectFrom('groups')
      .select(['status', 'merged_into_id', 'organisations_taken', 'people_taken'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  const interestOf = (id: string) =>
    db()
      .selectFrom('expressions_of_interest')
      .select(['status', 'place_id', 'offer_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    staffId = (await makePerson(db())).id
  })
  beforeEach(async () => {
    test.clock.set('2021-10-18T08:00:00Z')
    hub = await makeHub(db())
    projectId = await makeProject(db(), { title: 'Subject Leadership' })
    offerId = await makeOffer(db(), hub.id, projectId)
    from = await makeGroup(db(), hub.id, projectId, { name: 'North', offer_id: offerId, status: 'confirmed' })
    into = await makeGroup(db(), hub.id, projectId, {
      name: 'South',
      offer_id: offerId,
      status: 'confirmed',
      organisations_room: 3,
      people_room: 6,
    })
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('takes places, people, requests and leads along, calls its dates off, and tells everybody once', async () => {
    const oak = await school(from, 'Oak')
    const elm = await school(from, 'Elm', { status: 'offered' })
    await school(into, 'Ash')
    const [north, south] = [await leadOf(from, 'Nora'), await leadOf(into, 'Sol')]
    await makeSession(db(), from, { on_date: day('2021-11-17') })
    const later = await makeSession(db(), into, { on_date: day('2021-11-24') })
    await tellEveryone(staff(), from)
    assert.deepEqual(await mergeGroups(staff(), { ...input(), leadsJoin: true }), { places: 2, told: 5 })
    assert.deepEqual(await placesOf(into), ['Ash held', 'Elm offered', 'Oak held'])
    assert.deepEqual(await placesOf(from), [])
    assert.deepEqual(await statusOf(from), {
      status: 'merged',
      merged_into_id: into,
      organisations_taken: 0,
      people_taken: 0,
    })
    // Before the group has met the place is the same, with its people.
    assert.deepEqual(await interestOf(oak.interestId), { status: 'placed', place_id: oak.placeId, offer_id: offerId })
    const [told, ...more] = await mails(oak.person.address)
    assert.equal(more.length, 0)
    assert.deepEqual(told?.methods, ['CANCEL', 'REQUEST'])
    assert.match(
      told?.text ?? '',
      /North is part of South now\. Your place goes along[\s\S]*Too few for two groups[\s\S]*24 November 2021[\s\S]*no longer take place/,
    )
    assert.deepEqual(
      (await mails(north.address)).map(({ methods }) => methods),
      [['CANCEL', 'REQUEST']],
    )
    assert.match((await mails(south.address))[0]?.text ?? '', /These came along:\n- Elm\n- Oak/)
    assert.match((await mails(elm.sender))[0]?.text ?? '', /is in South now\. Answer by/)
    assert.match((await mails(oak.sender))[0]?.text ?? '', /goes along into South/)
    const busy = await db().selectFrom('session_leads').select('person_id').where('session_id', '=', later).execute()
    assert.deepEqual(busy.map((row) => row.person_id).toSorted(), [north.id, south.id].toSorted())
    const names = async (id: string) => (await historyOf(db(), { type: 'group', id })).map(({ name }) => name)
    assert.ok((await names(from)).includes('group.merged'))
    assert.ok((await names(into)).includes('group.taken-in'))
    assert.equal((await names(into)).filter((name) => name === 'place.moved').length, 2)
    await assert.rejects(mergeGroups(staff(), input()), /North is over/)
    await sweeps['settle-places']?.(test.system())
    assert.equal((await interestOf(oak.interestId)).status, 'placed')
    await test.requireNoFaults(withoutReceipts)
  })

  it('leaves what was held, with its marks, where it was, and counts it at the end of the year', async () => {
    await db().updateTable('groups').set({ status: 'running' }).where('id', 'in', [from, into]).execute()
    const oak = await school(from, 'Oak')
    const mark = async (sessionId: string, participantId: string) =>
      db()
        .insertInto('marks')
        .values({
          id: newId(),
          session_id: sessionId,
          participant_id: participantId,
          mark: 'present',
          recorded_at: test.clock.now(),
          received_at: test.clock.now(),
        })
        .execute()
    const held = await makeSession(db(), from, { on_date: day('2021-10-05'), status: 'held' })
    await makeSession(db(), into, { on_date: day('2021-10-06'), status: 'held' })
    const ahead = await makeSession(db(), into, { on_date: day('2021-11-24') })
    await mark(held, oak.participantId)
    await mergeGroups(staff(), input())
    assert.deepEqual([await placesOf(from), await placesOf(into)], [['Oak left'], ['Oak held']])
    const { place_id: placeId } = await interestOf(oak.interestId)
    const place = await db()
      .selectFrom('places')
      .select('continues_place_id')
      .where('id', '=', placeId ?? '')
      .executeTakeFirstOrThrow()
    assert.equal(place.continues_place_id, oak.placeId)
    const marks = await db()
      .selectFrom('marks')
      .select(['session_id', 'participant_id'])
      .where('participant_id', '=', oak.participantId)
      .execute()
    assert.deepEqual(marks, [{ session_id: held, participant_id: oak.participantId }])
    const people = await db()
      .selectFrom('participants')
      .select(['id', 'place_id', 'to_on', 'status'])
      .where('person_id', '=', oak.person.id)
      .orderBy('from_on')
      .execute()
    assert.deepEqual(
      people.map((each) => [each.place_id, each.to_on?.toString() ?? null, each.status]),
      [
        [oak.placeId, '2021-10-18', 'left'],
        [placeId, null, 'taking_part'],
      ],
    )
    // The dates of the other group are theirs; nothing says that they have left.
    await sweeps['settle-places']?.(test.system())
    assert.equal((await interestOf(oak.interestId)).status, 'placed')
    test.clock.set('2021-12-01T08:00:00Z')
    await db().updateTable('sessions').set({ status: 'held' }).where('id', '=', ahead).execute()
    await mark(ahead, people[1]?.id ?? '')
    const { attendance, heldFor } = await attendanceWithEarlier(db(), into)
    const line = attendance.participants.find(({ participantId }) => participantId === people[1]?.id)
    // One in each group; the one that the other group held before they came does not count for them.
    assert.deepEqual([line?.attended, line?.minutes, heldFor(placeId ?? '')], [2, 600, 2])
    assert.equal(attendance.organisations.find((each) => each.placeId === placeId)?.sessionsAttended, 2)
    await test.requireNoFaults(withoutReceipts)
  })

  it('takes requests along that would be left without a group, each with its turn', async () => {
    const otherOffer = await makeOffer(db(), hub.id, projectId, { slug: `other-${newId()}` })
    await db().updateTable('groups').set({ offer_id: otherOffer }).where('id', '=', into).execute()
    const wait = async (name: string, offer: string, organisationId: string) => {
      const id = newId()
      await db()
        .insertInto('expressions_of_interest')
        .values({
          id,
          offer_id: offer,
          project_id: projectId,
          organisation_id: organisationId,
          status: 'waiting',
          waiting_since: test.clock.now(),
          sender_name: name,
          sender_email: `${name}-${id}@school.example`,
          sender_post: 'headteacher',
          created_at: test.clock.now(),
          confirmed_email_at: test.clock.now(),
          received_at: test.clock.now(),
        })
        .execute()
      return id
    }
    const [beech, fir] = [await makeSchool(db()), await makeSchool(db())]
    const [first, asksAlready] = [await wait('beech', offerId, beech), await wait('fir', offerId, fir)]
    await wait('fir', otherOffer, fir)
    await mergeGroups(staff(), input())
    assert.deepEqual(
      [(await interestOf(first)).offer_id, (await interestOf(asksAlready)).offer_id],
      [otherOffer, offerId],
    )
    const names = (await historyOf(db(), { type: 'interest', id: first })).map(({ name }) => name)
    assert.deepEqual(names, ['interest.moved-to-offer'])
    await test.requireNoFaults(withoutReceipts)
  })

  it('is refused where it cannot be, and gives room only where that is wanted', async () => {
    await school(into, 'Ash', { people: 2 })
    await school(into, 'Yew', { people: 2 })
    await school(from, 'Oak', { people: 3 })
    await school(from, 'Elm', { people: 1 })
    await assert.rejects(mergeGroups(staff(), { ...input(), reason: ' ' }), /Say why/)
    await assert.rejects(mergeGroups(staff(), input()), /no room for 1 school and 2 people/)
    await assert.rejects(mergeGroups(staff(), { ...input(), intoId: from }), /part of itself/)
    await assert.rejects(mergeGroups(staff(), { ...input(), mark: 'seen' }), Conflict)
    const elsewhere = await makeGroup(db(), hub.id, await makeProject(db()))
    await assert.rejects(mergeGroups(staff(), { ...input(), intoId: elsewhere }), /another project/)
    const other = await makeHub(db())
    const theirs = await makeGroup(db(), other.id, projectId, { name: 'Theirs' })
    await assert.rejects(mergeGroups(staff(), { ...input(), intoId: theirs }), NotFound)
    // Shared with the hub it can be joined, and room is its lead hub’s to give.
    await db()
      .insertInto('group_partner_hubs')
      .values({ group_id: theirs, hub_id: hub.id, organisations_share: 1 })
      .execute()
    await assert.rejects(mergeGroups(staff(), { ...input(), intoId: theirs, addsRoom: true }), /Only the lead hub/)
    await assert.rejects(mergeGroups(staff(), { ...input(), intoId: theirs }), /no room for 1 school/)
    assert.equal((await statusOf(from)).status, 'confirmed')
    assert.deepEqual(await mergeGroups(staff(), { ...input(), addsRoom: true }), { places: 2, told: 4 })
    const room = await db()
      .selectFrom('groups')
      .select(['organisations_room', 'people_room'])
      .where('id', '=', into)
      .executeTakeFirstOrThrow()
    assert.deepEqual(room, { organisations_room: 4, people_room: 8 })
    await test.requireNoFaults(withoutReceipts)
  })

  it('happens once however many press at once, and never both ways', async () => {
    await school(from, 'Oak')
    await school(into, 'Ash')
    const done = await Promise.allSettled([
      mergeGroups(staff(), input()),
      mergeGroups(staff(), { ...input(), fromId: into, intoId: from }),
      mergeGroups(staff(), input()),
    ])
    assert.deepEqual(done.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const each of done)
      if (each.status === 'rejected') assert.ok(each.reason instanceof Refused, String(each.reason))
    assert.deepEqual([(await statusOf(from)).status, (await statusOf(into)).status].toSorted(), ['confirmed', 'merged'])
    await test.requireNoFaults(withoutReceipts)
  })

  it('is chosen, looked at and done on pages', async () => {
    const oak = await school(from, 'Oak')
    await leadOf(from, 'Nora')
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    assert.match((await see(`/groups/${from}/merge`, cookie)).body, /Which group does it become part of\?[\s\S]*South/)
    const preview = (await see(`/groups/${from}/merge?into=${into}`, cookie)).body
    assert.match(
      preview,
      /Who goes along: 1 school[\s\S]*Oak[\s\S]*South would have 1 places taken|Who goes along: 1 school[\s\S]*Oak/,
    )
    assert.match(preview, /Does Nora lead South too\?/)
    const mark = /name="mark" value="([^"]+)"/.exec(preview)?.[1] ?? ''
    const refused = await send(`/groups/${from}/merge`, { into, mark, reason: '', leads: 'join' }, cookie)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /Say why the groups become one/)
    await school(from, 'Late')
    const stale = await send(`/groups/${from}/merge`, { into, mark, reason: 'Few', leads: 'join' }, cookie)
    assert.equal(stale.statusCode, 409)
    assert.match(stale.body, /has changed since you looked[\s\S]*Few/)
    const fresh = /name="mark" value="([^"]+)"/.exec(stale.body)?.[1] ?? ''
    const done = await send(`/groups/${from}/merge`, { into, mark: fresh, reason: 'Few', leads: 'join' }, cookie)
    assert.equal(done.headers.location, `/groups/${from}/merge`)
    assert.match(
      (await see(`/groups/${from}/merge`, cookie)).body,
      /North becomes part of South on 18 October 2021 at 9:10am/,
    )
    assert.match((await see(`/groups/${from}`, cookie)).body, /It becomes part of South on 18 October 2021 at 9:10am/)
    await send(`/groups/${from}/merge`, { into, mark: fresh, reason: 'Few', leads: 'join' }, cookie)
    assert.deepEqual([(await statusOf(from)).status, await mails(oak.sender)], ['confirmed', []], 'nothing yet')
    const back = await send(`/groups/${from}/merge/take-back`, {}, cookie)
    assert.equal(back.headers.location, `/groups/${from}?said=stays`)
    assert.equal((await send(`/groups/${from}/merge/take-back`, {}, cookie)).statusCode, 303, 'pressed twice')
    test.clock.set('2021-10-18T08:10:00Z')
    await due()
    assert.deepEqual([(await statusOf(from)).status, await mails(oak.sender)], ['confirmed', []], 'nobody was told')
    await send(`/groups/${from}/merge`, { into, mark: fresh, reason: 'Few', leads: 'join' }, cookie)
    await school(from, 'Later')
    test.clock.set('2021-10-18T08:19:59Z')
    await due()
    assert.equal((await statusOf(from)).status, 'confirmed')
    test.clock.set('2021-10-18T08:20:00Z')
    await Promise.all([due(), due()])
    assert.match((await see(`/groups/${from}`, cookie)).body, /It goes on as <a[^>]*>South/)
    assert.deepEqual(await placesOf(into), ['Late held', 'Later held', 'Oak held'])
    assert.equal((await mails(oak.sender)).length, 1)
    const late = await send(`/groups/${from}/merge/take-back`, {}, cookie)
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /The ten minutes are over: North is part of South/)
    await test.requireNoFaults(withoutReceipts)
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: (await makeHub(db())).id })
    assert.equal((await see(`/groups/${into}/merge`, stranger)).statusCode, 404)
  })

  it('is left undone when it cannot be any more, and whoever arranged it is told why', async () => {
    const { address } = await db()
      .selectFrom('email_addresses')
      .select('address')
      .where('person_id', '=', staffId)
      .executeTakeFirstOrThrow()
    const oak = await school(from, 'Oak')
    await arrangeMerger(staff(), input())
    await assert.rejects(arrangeMerger(staff(), { ...input(), fromId: into, intoId: from }), /itself about to become/)
    const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
    const back = (await see(`/groups/${into}/merge?into=${from}`, cookie)).body
    assert.match(back, /North is itself about to become part of South/)
    assert.doesNotMatch(back, /name="reason"/)
    const third = await makeGroup(db(), hub.id, projectId, { name: 'East', offer_id: offerId, status: 'confirmed' })
    await assert.rejects(arrangeMerger(staff(), { ...input(), intoId: third }), /take that back first/)
    await db().updateTable('groups').set({ organisations_room: 0 }).where('id', '=', into).execute()
    test.clock.set('2021-10-18T08:10:00Z')
    await due()
    await due()
    assert.equal((await statusOf(from)).status, 'confirmed')
    assert.equal((await interestOf(oak.interestId)).place_id, oak.placeId)
    const told = await db().selectFrom('messages').select('body_text').where('to_address', '=', address).execute()
    assert.deepEqual(
      told.map(({ body_text }) => /South has no room for 1 school/.test(body_text)),
      [true],
    )
    const events = (await historyOf(db(), { type: 'group', id: from })).map(({ name }) => name)
    assert.deepEqual(events.slice(0, 2), ['group.merging-not-done', 'group.merging-arranged'])
  })

  it('is either taken back or done, whichever comes first', async () => {
    await school(from, 'Oak')
    await arrangeMerger(staff(), input())
    test.clock.set('2021-10-18T08:10:00Z')
    const [taken] = await Promise.allSettled([takeBackMerger(staff(), from), due(), due()])
    const isTakenBack = taken.status === 'fulfilled'
    assert.equal((await statusOf(from)).status, isTakenBack ? 'confirmed' : 'merged')
    await test.requireNoFaults(withoutReceipts)
  })
})
