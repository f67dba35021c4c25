import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import { invariants as placeInvariants } from '../places/invariants.ts'
import { acceptPlaceOf, declinePlaceOf, interestById, offerFreedPlace, offerPlaceTo, waitInterest } from './index.ts'
import { invariants } from './invariants.ts'
import { sweeps } from './jobs.ts'
import { type InLine, inTurn, turnOf, whyPassedOver } from './waiting-list.ts'

const lines = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    waitingSince: fc
      .integer({ min: 0, max: 20 })
      .map((minute) => Temporal.Instant.fromEpochMilliseconds(1_634_544_000_000 + minute * 60_000)),
    people: fc.integer({ min: 1, max: 4 }),
    themeId: fc.constantFrom(null, 'mentor', 'curriculum'),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
)
const rooms = fc.record({ organisations: fc.nat(2), people: fc.nat(4), themeId: fc.constantFrom(null, 'mentor') })

describe('whose turn it is', () => {
  it('is the same however the line was read', () => {
    fc.assert(
      fc.property(lines, fc.infiniteStream(fc.nat()), rooms, (line, dice, room) => {
        const shuffled = line
          .map((each) => ({ each, at: dice.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ each }) => each)
        assert.deepEqual(turnOf(shuffled, room), turnOf(line, room))
      }),
    )
  })

  it('is never somebody’s who brings more people than there is room for', () => {
    fc.assert(
      fc.property(lines, rooms, (line, room) => {
        const { next } = turnOf(line, room)
        if (next) assert.ok(next.people <= room.people && room.organisations > 0)
      }),
    )
  })

  it('passes over only those whom the place does not suit, and each of them with why', () => {
    fc.assert(
      fc.property(lines, rooms, (line, room) => {
        const { next, passedOver } = turnOf(line, room)
        for (const { waiting, why } of passedOver) {
          assert.equal(whyPassedOver(waiting, room), why)
          assert.notEqual(why, '')
        }
        const order = inTurn(line)
        const before = next ? order.slice(0, order.indexOf(next)) : order
        assert.deepEqual(
          passedOver.map(({ waiting }) => waiting),
          before,
        )
      }),
    )
  })

  it('is by the id for two who wait since the same moment', () => {
    const at = Temporal.Instant.from('2021-10-18T08:00:00Z')
    const one = (id: string): InLine => ({ id, waitingSince: at, people: 1, themeId: null })
    assert.deepEqual(
      inTurn([one('b'), one('a')]).map(({ id }) => id),
      ['a', 'b'],
    )
  })
})

let test: TestInstallation
before(async () => {
  test = await testInstallation()
})
after(() => test.release())
const db = () => test.installation.connections.kysely
const sweep = () => sweeps['lapse-places']?.(test.system()) ?? Promise.resolve()
const stateOf = async (id: string) => (await interestById(db(), id))?.status

const setting = async (room: Record<string, unknown>) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db())
  const offerId = await makeOffer(db(), hub.id, projectId)
  const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, ...room })
  const staff = actorWith((await makePerson(db())).id, 'hub_lead', { hubId: hub.id, hubSlug: hub.slug })
  return { projectId, offerId, groupId, staff }
}

/** Schools in line, one minute after the other. */
const inLine = async (
  place: Awaited<ReturnType<typeof setting>>,
  people: readonly number[],
): Promise<readonly string[]> => {
  const ids: string[] = []
  for (const [at, count] of people.entries()) {
    test.clock.set(Temporal.Instant.from('2021-10-18T09:00:00Z').add({ minutes: at }).toString())
    const interest = await receivedInterest(test, { offerId: place.offerId }, count)
    await waitInterest(test.as(place.staff), { interestId: interest.id })
    ids.push(interest.id)
  }
  return ids
}

const offered = async (place: Awaited<ReturnType<typeof setting>>, howMany: number): Promise<readonly string[]> => {
  test.clock.set('2021-10-18T08:00:00Z')
  const ids: string[] = []
  for (let at = 0; at < howMany; at += 1) {
    const interest = await receivedInterest(test, { offerId: place.offerId }, 1)
    await offerPlaceTo(test.as(place.staff), { interestId: interest.id, groupId: place.groupId })
    ids.push(interest.id)
  }
  return ids
}

describe('the waiting list', () => {
  it('passes on every place when several lapse at once and two workers sweep at once, each once and in turn', async () => {
    const place = await setting({ organisations_room: 5, people_room: 5 })
    const first = await offered(place, 5)
    const line = await inLine(place, [1, 1, 1, 1, 1, 1, 1])
    test.clock.set('2021-10-25T22:59:00Z')
    await sweep()
    assert.deepEqual(await Promise.all(first.map(stateOf)), Array(5).fill('offered'), 'the deadline itself is in time')
    test.clock.set('2021-10-25T22:59:01Z')
    await Promise.all([sweep(), sweep(), sweep()])
    assert.deepEqual(await Promise.all(first.map(stateOf)), Array(5).fill('lapsed'))
    assert.deepEqual(await Promise.all(line.map(stateOf)), [...Array(5).fill('offered'), 'waiting', 'waiting'])
    for (const id of line.slice(0, 5)) {
      const events = (await historyOf(db(), { type: 'interest', id })).filter(
        ({ name }) => name === 'interest.place-offered',
      )
      assert.equal(events.length, 1)
      assert.equal(events[0]?.particulars['by'], 'waiting-list')
      assert.equal(
        (await interestById(db(), id))?.place?.respondBy?.toString(),
        '2021-11-01T23:59:00Z',
        'a new deadline, across the clock change',
      )
    }
  })

  it('proves its order from the history alone', async () => {
    const place = await setting({ organisations_room: 3, people_room: 3 })
    await offered(place, 3)
    const line = await inLine(place, [2, 1, 3, 1, 1])
    test.clock.set('2021-10-26T08:00:00Z')
    await Promise.all([sweep(), sweep()])
    const offers = await db()
      .selectFrom('events')
      .select(['id', 'subject_id', 'particulars'])
      .where('name', '=', 'interest.place-offered')
      .where('subject_id', 'in', line)
      .orderBy('id')
      .execute()
    const since = offers.map(({ particulars }) => String((particulars as { waitingSince: string }).waitingSince))
    assert.deepEqual(since, since.toSorted())
    assert.deepEqual(
      offers.map(({ subject_id }) => subject_id),
      [line[1], line[3], line[4]],
    )
    const skipped = (await historyOf(db(), { type: 'interest', id: line[0] ?? '' })).filter(
      ({ name }) => name === 'interest.passed-over',
    )
    assert.match(String(skipped[0]?.particulars['why']), /Brings 2 people; the group has room for 1 more/)
  })

  it('never offers room for one to a school that brings two', async () => {
    const place = await setting({ organisations_room: 1, people_room: 1 })
    const [holder] = await offered(place, 1)
    const [two] = await inLine(place, [2])
    await declinePlaceOf(test.as(byLinkOf('place', holder ?? '')), { interestId: holder ?? '', staysInLine: false })
    assert.equal(await stateOf(two ?? ''), 'waiting')
  })

  it('passes over a school that has a place in the project already, and goes on to the next', async () => {
    const place = await setting({ organisations_room: 1 })
    const [holder] = await offered(place, 1)
    const [placed, next] = await inLine(place, [1, 1])
    const organisationId = (await interestById(db(), placed ?? ''))?.organisation.id ?? ''
    const elsewhere = await makeGroup(db(), (await makeHub(db())).id, place.projectId)
    await makePlace(db(), { groupId: elsewhere, projectId: place.projectId, organisationId })
    await declinePlaceOf(test.as(byLinkOf('place', holder ?? '')), { interestId: holder ?? '', staysInLine: false })
    assert.equal(await stateOf(placed ?? ''), 'waiting')
    assert.equal(await stateOf(next ?? ''), 'offered')
  })

  it('settles an acceptance that races with the lapse one way, never both', async () => {
    const place = await setting({ organisations_room: 6, people_room: 6 })
    const ids = await offered(place, 6)
    const line = await inLine(place, [1, 1, 1, 1, 1, 1])
    test.clock.set('2021-10-25T22:59:00Z')
    const accepting = ids.map((id) => test.as(byLinkOf('place', id)))
    test.clock.set('2021-10-25T22:59:01Z')
    const answers = Promise.allSettled(
      accepting.map((context, at) => acceptPlaceOf(context, { interestId: ids[at] ?? '' })),
    )
    await Promise.all([sweep(), sweep(), answers])
    for (const [at, answer] of (await answers).entries()) {
      const state = await stateOf(ids[at] ?? '')
      assert.equal(state, answer.status === 'fulfilled' ? 'placed' : 'lapsed')
      if (answer.status === 'rejected') assert.ok(answer.reason instanceof Refused)
    }
    const lapsed = (await Promise.all(ids.map(stateOf))).filter((state) => state === 'lapsed').length
    const passedOn = (await Promise.all(line.map(stateOf))).filter((state) => state === 'offered').length
    assert.equal(passedOn, lapsed)
  })

  it('fills places that are declined all at once, each with another school, without a place too many', async () => {
    const place = await setting({ organisations_room: 4, people_room: 4 })
    const ids = await offered(place, 4)
    const line = await inLine(place, [1, 1, 1, 1, 1])
    test.clock.set('2021-10-20T08:00:00Z')
    await Promise.all(
      ids.map((id) => declinePlaceOf(test.as(byLinkOf('place', id)), { interestId: id, staysInLine: false })),
    )
    assert.deepEqual(await Promise.all(line.map(stateOf)), [...Array(4).fill('offered'), 'waiting'])
  })

  it('offers nothing when nobody waits, or the group is called off', async () => {
    const place = await setting({ organisations_room: 1 })
    assert.deepEqual(await offerFreedPlace(test.system(), place.groupId), { offeredTo: null })
    const [waiting] = await inLine(place, [1])
    await db().updateTable('groups').set({ status: 'cancelled' }).where('id', '=', place.groupId).execute()
    assert.deepEqual(await offerFreedPlace(test.system(), place.groupId), { offeredTo: null })
    assert.equal(await stateOf(waiting ?? ''), 'waiting')
    await makeSchool(db())
  })

  it('leaves nothing that breaks the rules of the rooms', async () => {
    assert.deepEqual(await findFaults(db(), [...invariants, ...placeInvariants]), [])
  })
})
