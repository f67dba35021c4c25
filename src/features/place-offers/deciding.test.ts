import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject, makeSession } from '../../../test/support/records.ts'
import { Forbidden, found } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { interestById, standingOf } from '../interest/index.ts'
import { invariants } from '../interest/invariants.ts'
import { completePlace, endPlace } from '../places/index.ts'
import {
  acceptPlaceOf,
  declineInterest,
  declinePlaceOf,
  holdPlaceFor,
  offerPlaceTo,
  waitInterest,
  withdrawInterest,
} from './index.ts'
import { sweeps } from './jobs.ts'

let test: TestInstallation
before(async () => {
  test = await testInstallation()
})
after(() => test.release())
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))

const db = () => test.installation.connections.kysely
const status = async (id: string) => (await interestById(db(), id))?.status
const mailTo = async (address: string) =>
  await db()
    .selectFrom('messages')
    .select(['subject', 'body_text', 'key'])
    .where('to_address', '=', address)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
const eventsOf = async (id: string) =>
  (await historyOf(db(), { type: 'interest', id })).map(({ name }) => name).reverse()
const byLink = (purpose: string, id: string) => test.as(byLinkOf(purpose, id))

type Place = { hub: { id: string; slug: string }; projectId: string; offerId: string; staff: Actor }
const setting = async (project: Record<string, unknown> = {}, offer: Record<string, unknown> = {}): Promise<Place> => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), project)
  const offerId = await makeOffer(db(), hub.id, projectId, offer)
  const person = await makePerson(db())
  const staff = actorWith(person.id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug })
  return { hub, projectId, offerId, staff }
}
const group = (place: Place, values: Record<string, unknown> = {}) =>
  makeGroup(db(), place.hub.id, place.projectId, { offer_id: place.offerId, ...values })

describe('a decision on interest', () => {
  it('is the hub’s own: another hub decides nothing', async () => {
    const place = await setting()
    const interest = await receivedInterest(test, { offerId: place.offerId })
    const foreign = test.as((await setting()).staff)
    const groupId = await group(place)
    const tries = [
      () => waitInterest(foreign, { interestId: interest.id }),
      () => declineInterest(foreign, { interestId: interest.id, reason: 'No' }),
      () => offerPlaceTo(foreign, { interestId: interest.id, groupId }),
      () => holdPlaceFor(foreign, { interestId: interest.id, groupId }),
      () => withdrawInterest(foreign, { interestId: interest.id }),
      () => acceptPlaceOf(byLink('status', groupId), { interestId: interest.id }),
    ]
    for (const attempt of tries) await assert.rejects(attempt(), Forbidden)
    assert.equal(await status(interest.id), 'confirmed')
  })

  it('offers a place that is accepted by the mailed link, once', async () => {
    const place = await setting()
    const interest = await receivedInterest(test, { offerId: place.offerId }, 2)
    const groupId = await group(place)
    await offerPlaceTo(test.as(place.staff), { interestId: interest.id, groupId })
    const offered = await interestById(db(), interest.id)
    assert.equal(offered?.place?.respondBy?.toString(), '2021-10-20T16:00:00Z')
    assert.match((await mailTo(interest.sender.email)).at(-1)?.body_text ?? '', /20 October 2021 at 5pm/)
    await Promise.all([1, 2, 3].map(() => acceptPlaceOf(byLink('place', interest.id), { interestId: interest.id })))
    assert.equal(await status(interest.id), 'placed')
    assert.equal((await eventsOf(interest.id)).filter((name) => name === 'interest.placed').length, 1)
    const taken = await db()
      .selectFrom('groups')
      .select(['organisations_taken', 'people_taken'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow()
    assert.deepEqual(taken, { organisations_taken: 1, people_taken: 2 })
  })

  it('sends the dates for the calendar to those who take part, as soon as the place is theirs', async () => {
    const place = await setting()
    const interest = await receivedInterest(test, { offerId: place.offerId }, 2)
    const groupId = await group(place)
    await makeSession(db(), groupId)
    await offerPlaceTo(test.as(place.staff), { interestId: interest.id, groupId })
    const other = interest.people[1]?.email ?? ''
    assert.equal((await mailTo(other)).length, 0)
    await acceptPlaceOf(byLink('place', interest.id), { interestId: interest.id })
    assert.match((await mailTo(other))[0]?.body_text ?? '', /17 November 2021/)
  })

  it('refuses a group without room, in words, and changes nothing', async () => {
    const place = await setting()
    const interest = await receivedInterest(test, { offerId: place.offerId }, 2)
    const groupId = await group(place, { people_room: 1 })
    await assert.rejects(
      offerPlaceTo(test.as(place.staff), { interestId: interest.id, groupId }),
      /room for 1 more person/,
    )
    assert.equal(await status(interest.id), 'confirmed')
  })

  it('refuses a group of another project', async () => {
    const place = await setting()
    const interest = await receivedInterest(test, { offerId: place.offerId })
    const groupId = await makeGroup(db(), place.hub.id, await makeProject(db()))
    await assert.rejects(holdPlaceFor(test.as(place.staff), { interestId: interest.id, groupId }), /another project/)
  })

  it('gives the freed place on when a school that has it withdraws, and tells the hub', async () => {
    const place = await setting()
    const groupId = await group(place, { organisations_room: 1, people_room: 2 })
    const first = await receivedInterest(test, { offerId: place.offerId })
    const second = await receivedInterest(test, { offerId: place.offerId })
    await holdPlaceFor(test.as(place.staff), { interestId: first.id, groupId })
    await waitInterest(test.as(place.staff), { interestId: second.id })
    await withdrawInterest(byLink('status', first.id), { interestId: first.id })
    assert.equal(await status(first.id), 'withdrawn')
    assert.equal(await status(second.id), 'offered')
    assert.ok(
      (await mailTo(`${place.hub.slug}@hubs.example`)).some(({ subject }) => /no longer takes its place/.test(subject)),
    )
  })

  it('lets a school say no to a place and stay in line, at its end, and not be asked about the same place at once', async () => {
    const place = await setting()
    const groupId = await group(place, { organisations_room: 1 })
    const only = await receivedInterest(test, { offerId: place.offerId })
    await offerPlaceTo(test.as(place.staff), { interestId: only.id, groupId })
    await declinePlaceOf(byLink('place', only.id), { interestId: only.id, staysInLine: true })
    assert.equal(await status(only.id), 'waiting')
  })

  it('follows a place that was given back in another room', async () => {
    const place = await setting()
    const groupId = await group(place)
    const interest = await receivedInterest(test, { offerId: place.offerId })
    const { placeId } = await holdPlaceFor(test.as(place.staff), { interestId: interest.id, groupId })
    await db().updateTable('places').set({ status: 'released' }).where('id', '=', placeId).execute()
    await db().updateTable('groups').set({ status: 'cancelled' }).where('id', '=', groupId).execute()
    await sweeps['settle-places']?.(test.system())
    assert.equal(await status(interest.id), 'waiting')
    assert.match((await mailTo(interest.sender.email)).at(-1)?.subject ?? '', /called off/)
  })

  it('tells who was offered a place that ended before its last day, without a word of a deadline', async () => {
    const place = await setting()
    const groupId = await group(place)
    const interest = await receivedInterest(test, { offerId: place.offerId })
    const { placeId } = await offerPlaceTo(test.as(place.staff), { interestId: interest.id, groupId })
    await endPlace(test.as(place.staff), placeId, 'Given by mistake')
    await sweeps['settle-places']?.(test.system())
    assert.equal(await status(interest.id), 'lapsed')
    const letter = (await mailTo(interest.sender.email)).at(-1)
    assert.match(letter?.subject ?? '', /offered to you no more/)
  })

  it('ends with a place that is left in the year, so that the school may ask again', async () => {
    const place = await setting()
    const groupId = await group(place)
    const [left, done] = [
      await receivedInterest(test, { offerId: place.offerId }),
      await receivedInterest(test, { offerId: place.offerId }),
    ]
    const { placeId } = await holdPlaceFor(test.as(place.staff), { interestId: left.id, groupId })
    const kept = await holdPlaceFor(test.as(place.staff), { interestId: done.id, groupId })
    await makeSession(db(), groupId, { status: 'held', on_date: Temporal.PlainDate.from('2021-10-01') })
    await endPlace(test.as(place.staff), placeId, 'No cover')
    await completePlace(test.as(place.staff), kept.placeId)
    await sweeps['settle-places']?.(test.system())
    assert.equal(await status(left.id), 'withdrawn')
    assert.equal(await status(done.id), 'placed')
    assert.equal(standingOf(found(await interestById(db(), done.id))).heading, 'Completed')
    const again = await receivedInterest(test, { offerId: place.offerId, organisationId: left.organisation.id })
    assert.equal(again.status, 'confirmed')
  })

  it('leaves nothing that breaks the rules of the room', async () => {
    assert.deepEqual(await findFaults(db(), invariants), [])
  })
})
