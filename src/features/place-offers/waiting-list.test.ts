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
  makeSession,
} from '../../../test/support/records.ts'
import { Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { interestById } from '../interest/index.ts'
import { invariants } from '../interest/invariants.ts'
import { invariants as placeInvariants } from '../places/invariants.ts'
import { callOffGroup } from '../sessions/actions/form-group.ts'
import { proofsOfGroup, readProof } from '../waiting-lists/proof-queries.ts'
import {
  acceptPlaceOf,
  declinePlaceOf,
  moveUp,
  offerFreedPlace,
  offerPlaceTo,
  sayFewerIsFine,
  waitInterest,
  waitingForOffer,
  withdrawInterest,
} from './index.ts'
import { jobs, sweeps } from './jobs.ts'
import { faultsOf, type InLine, inTurn, peopleGiven, proofOf, turnOf, whyPassedOver } from './waiting-list.ts'

const minute = (at: number) => Temporal.Instant.fromEpochMilliseconds(1_634_544_000_000 + at * 60_000)
const moments = fc.integer({ min: 0, max: 20 }).map(minute)
const sometimes = fc.option(moments, { nil: null, freq: 2 })
const lines = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    hubId: fc.constantFrom('ours', 'theirs'),
    waitingSince: moments,
    people: fc.integer({ min: 1, max: 4 }),
    fewerIsFine: fc.boolean(),
    themeId: fc.constantFrom(null, 'mentor', 'curriculum'),
    met: fc.subarray([1, 2]),
    lostPlaceAt: sometimes,
    movedUpAt: sometimes,
  }),
  { selector: ({ id }) => id, maxLength: 9 },
)
const left = fc.record({ organisations: fc.nat(2), people: fc.nat(4) })
const rooms = fc.record({ left: fc.record({ ours: left, theirs: left }), themeId: fc.constantFrom(null, 'mentor') })
const few = { numRuns: 50 }

/** Whoever stands before whom, said again question by question, without arithmetic: the first question that tells the two apart decides. */
const comesBefore = (one: InLine, other: InLine): boolean => {
  const isUsual = !one.lostPlaceAt && !one.movedUpAt
  const questions: readonly (readonly [boolean, boolean])[] = [
    [one.lostPlaceAt !== null, other.lostPlaceAt !== null],
    ...(one.lostPlaceAt ? [] : [[one.movedUpAt !== null, other.movedUpAt !== null] as const, ...sooner(one, other)]),
    ...(isUsual ? [1, 2].map((rule) => [one.met.includes(rule), other.met.includes(rule)] as const) : []),
  ]
  const telling = questions.find(([mine, theirs]) => mine !== theirs)
  if (telling) return telling[0]
  const since = Temporal.Instant.compare(one.waitingSince, other.waitingSince)
  return since === 0 ? one.id < other.id : since < 0
}
const sooner = ({ movedUpAt: one }: InLine, { movedUpAt: other }: InLine): readonly (readonly [boolean, boolean])[] =>
  one && other ? [[Temporal.Instant.compare(one, other) < 0, Temporal.Instant.compare(one, other) > 0]] : []

describe('whose turn it is', () => {
  it('is the same however the line was read, and nobody stands before somebody who comes before them', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const order = inTurn(line)
        assert.deepEqual(inTurn(line.toReversed()), order)
        for (const [at, one] of order.entries())
          for (const other of order.slice(at + 1)) assert.ok(comesBefore(one, other) && !comesBefore(other, one))
      }),
      few,
    )
  })

  it('is never somebody’s who brings more people than there is room for, unless it said that fewer is fine', () => {
    fc.assert(
      fc.property(lines, rooms, (line, room) => {
        const { next } = turnOf(line, room)
        if (!next) return
        const free = room.left[next.hubId as 'ours' | 'theirs']
        assert.ok(free.organisations > 0 && free.people > 0)
        assert.ok(next.fewerIsFine || next.people <= free.people)
        assert.equal(peopleGiven(next, room), Math.min(next.people, free.people))
      }),
      few,
    )
  })

  it('is proved by what the history keeps, and by nothing else', () => {
    fc.assert(
      fc.property(lines, rooms, fc.nat(8), (line, room, at) => {
        const { next, passedOver } = turnOf(line, room)
        for (const { waiting, why } of passedOver) assert.equal(whyPassedOver(waiting, room), why)
        const skipped = passedOver.map(({ waiting, why }) => ({ id: waiting.id, why }))
        const outcome = { skipped, offeredTo: next?.id ?? null, isLeftToHub: false, placeId: null }
        const proof = readProof(JSON.parse(JSON.stringify(proofOf(line, room, outcome))))
        assert.deepEqual(faultsOf(proof), [])
        // Had it gone to somebody else of the line, the proof would say so.
        const other = inTurn(line)[at % Math.max(1, line.length)]
        if (other && next && other.id !== next.id)
          assert.notDeepEqual(
            faultsOf({ ...proof, offeredTo: other.id, line: [...proof.line, { ...other, why: null }] }),
            [],
          )
      }),
      few,
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
    const respondBy = Temporal.Instant.from('2021-10-25T22:59:00Z')
    await offerPlaceTo(test.as(place.staff), { interestId: interest.id, groupId: place.groupId, respondBy })
    ids.push(interest.id)
  }
  return ids
}

const nobody = { offeredTo: null, offered: [], isLeftToHub: false }

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
        '2021-10-28T16:00:00Z',
        'three working days, from the next morning on',
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
    assert.deepEqual(await offerFreedPlace(test.system(), place.groupId), nobody)
    const [waiting] = await inLine(place, [1])
    await db().updateTable('groups').set({ status: 'cancelled' }).where('id', '=', place.groupId).execute()
    assert.deepEqual(await offerFreedPlace(test.system(), place.groupId), nobody)
    assert.equal(await stateOf(waiting ?? ''), 'waiting')
    await makeSchool(db())
  })

  const proofs = (groupId: string) => proofsOfGroup(db(), groupId)
  const decline = (id: string) => declinePlaceOf(test.as(byLinkOf('place', id)), { interestId: id, staysInLine: false })
  const waitsFor = async (
    offerId: string,
    staff: Actor,
    people = 1,
    more: Partial<Parameters<typeof receivedInterest>[1]> = {},
  ) => {
    const { id } = await receivedInterest(test, { offerId, ...more }, people)
    await waitInterest(test.as(staff), { interestId: id })
    return id
  }

  it('gives a place for fewer to a school that said that fewer is fine, and names its lead first', async () => {
    const place = await setting({ organisations_room: 1, people_room: 1 })
    const [holder = ''] = await offered(place, 1)
    const [two = ''] = await inLine(place, [2])
    await sayFewerIsFine(test.as(byLinkOf('status', two)), { interestId: two, fewerIsFine: true })
    await decline(holder)
    const interest = await interestById(db(), two)
    assert.deepEqual([interest?.status, interest?.place?.people], ['offered', 1])
    const named = await db()
      .selectFrom('participants')
      .select('part')
      .where('place_id', '=', interest?.place?.id ?? '')
      .execute()
    assert.deepEqual(named, [{ part: 'lead' }])
    const letter = await db()
      .selectFrom('messages')
      .select('body_text')
      .where('key', 'like', `interest:${two}:offered:%`)
      .executeTakeFirst()
    assert.match(letter?.body_text ?? '', /for 1 of the 2 people you named/)
  })

  it('moves somebody up only with a reason, which the proof shows', async () => {
    const place = await setting({ organisations_room: 1 })
    const [holder = ''] = await offered(place, 1)
    const [first = '', second = ''] = await inLine(place, [1, 1])
    const staff = test.as(place.staff)
    await assert.rejects(moveUp(staff, { interestId: second, reason: ' ' }), /Say why/)
    await moveUp(staff, { interestId: second, reason: 'It hosts the group' })
    await decline(holder)
    assert.deepEqual([await stateOf(first), await stateOf(second)], ['waiting', 'offered'])
    const [proof] = await proofs(place.groupId)
    assert.deepEqual([proof?.offeredTo, proof?.reasons[second]], [second, 'It hosts the group'])
    assert.deepEqual(proof && faultsOf(proof), [])
  })

  it('is put in order by the rules that give priority, and only then by time', async () => {
    const place = await setting({ organisations_room: 1 })
    const [holder = ''] = await offered(place, 1)
    const [early = '', late = ''] = await inLine(place, [1, 1])
    const verdict = {
      id: newId(),
      interest_id: late,
      position: 1,
      strength: 'priority',
      sentence: 'Far from others',
      rule: '{}',
      answer: 'yes',
      facts: '[]',
      reached_at: test.system().now,
    }
    await db()
      .insertInto('interest_verdicts')
      .values(verdict as never)
      .execute()
    await decline(holder)
    assert.deepEqual([await stateOf(early), await stateOf(late)], ['waiting', 'offered'])
  })

  it('leaves a place to the hub when the first session is too near to ask, and says so once', async () => {
    const place = await setting({ organisations_room: 2 })
    const [one = '', other = ''] = await offered(place, 2)
    const [waiting = ''] = await inLine(place, [1])
    await makeSession(db(), place.groupId, { on_date: Temporal.PlainDate.from('2021-10-20') })
    test.clock.set('2021-10-18T15:00:00Z')
    await decline(one)
    await decline(other)
    assert.equal(await stateOf(waiting), 'waiting')
    const [proof] = await proofs(place.groupId)
    assert.equal(proof?.isLeftToHub, true)
    assert.deepEqual(proof && faultsOf(proof), [])
    const told = await db()
      .selectFrom('messages')
      .select('to_address')
      .where('key', 'like', `group:${place.groupId}:free:%`)
      .execute()
    assert.equal(told.length, 1, 'at the public address of a hub of which nobody is known')
  })

  it('reminds once, before the time to answer ends, and nobody who has answered', async () => {
    const place = await setting({ organisations_room: 2 })
    test.clock.set('2021-10-18T08:00:00Z')
    const ids = [await waitsFor(place.offerId, place.staff), await waitsFor(place.offerId, place.staff)]
    await offerFreedPlace(test.system(), place.groupId)
    await offerFreedPlace(test.system(), place.groupId)
    const [answers = '', forgets = ''] = ids
    await acceptPlaceOf(test.as(byLinkOf('place', answers)), { interestId: answers })
    const remind = () => sweeps['remind-of-places']?.(test.system())
    test.clock.set('2021-10-20T07:59:59Z')
    await remind()
    test.clock.set('2021-10-20T08:00:00Z')
    await Promise.all([remind(), remind()])
    await remind()
    const letters = await db()
      .selectFrom('messages')
      .select('key')
      .where('key', 'like', 'interest:%:reminded:%')
      .execute()
    assert.deepEqual(
      letters.map(({ key }) => key.split(':')[1]),
      [forgets],
    )
  })

  it('catches up after an outage of a week in the order of the deadlines', async () => {
    const place = await setting({ organisations_room: 2 })
    const [late = '', early = ''] = await offered(place, 2)
    const at = (text: string) => ({ respond_by: Temporal.Instant.from(text) })
    for (const [id, when] of [
      [late, '2021-10-22T09:00:00Z'],
      [early, '2021-10-21T09:00:00Z'],
    ] as const)
      await db()
        .updateTable('places')
        .set(at(when))
        .where('id', '=', (await interestById(db(), id))?.place?.id ?? '')
        .execute()
    const line = await inLine(place, [1, 1])
    test.clock.set('2021-10-29T09:00:00Z')
    await Promise.all([sweep(), sweep()])
    const passed = (await proofs(place.groupId)).toReversed()
    assert.deepEqual(
      passed.map(({ offeredTo }) => offeredTo),
      line,
    )
    const lapsed = await db()
      .selectFrom('events')
      .select('subject_id')
      .where('name', '=', 'interest.lapsed')
      .where('subject_id', 'in', [late, early])
      .orderBy('id')
      .execute()
    assert.deepEqual(
      lapsed.map(({ subject_id }) => subject_id),
      [early, late],
    )
  })

  it('takes those whose group is called off first: elsewhere as they wished, or at the head with the time they had', async () => {
    const place = await setting({ organisations_room: 3, people_room: 6 })
    const ids = await offered(place, 3)
    const [wishes = '', second = '', third = ''] = ids
    await acceptPlaceOf(test.as(byLinkOf('place', wishes)), { interestId: wishes })
    const [waiting = ''] = await inLine(place, [1])
    await moveUp(test.as(place.staff), { interestId: waiting, reason: 'It hosts the group' })
    const hubId = (await interestById(db(), wishes))?.hub.id ?? ''
    const other = { offer_id: place.offerId, organisations_room: 1, people_room: 2 }
    await makeGroup(db(), hubId, place.projectId, { ...other, name: 'A nearer one' })
    const wished = await makeGroup(db(), hubId, place.projectId, { ...other, name: 'Z wished for' })
    await db()
      .insertInto('interest_preferences')
      .values({ interest_id: wishes, position: 1, kind: 'group', value: wished } as never)
      .execute()
    test.clock.set('2021-10-19T09:00:00Z')
    await callOffGroup(test.as(place.staff), { groupId: place.groupId, reason: 'The lead is ill' })
    await sweeps['settle-places']?.(test.system())
    await jobs['offer-elsewhere']?.(test.system(), { groupId: place.groupId })
    await jobs['offer-elsewhere']?.(test.system(), { groupId: place.groupId })
    const seen = await Promise.all([...ids, waiting].map((id) => interestById(db(), id)))
    assert.deepEqual(
      seen.map((each) => each?.status),
      ['offered', 'offered', 'waiting', 'waiting'],
    )
    assert.equal(seen[0]?.place?.groupName, 'Z wished for')
    assert.equal(seen[2]?.waitingSince?.toString(), seen[2]?.receivedAt?.toString())
    const [head] = inTurn(await waitingForOffer(db(), place.offerId))
    assert.equal(head?.id, third, 'even before who was moved up')
    assert.ok(second)
    await withdrawInterest(test.as(byLinkOf('status', third)), { interestId: third })
    const { status_reason } = await db()
      .selectFrom('expressions_of_interest')
      .select('status_reason')
      .where('id', '=', third)
      .executeTakeFirstOrThrow()
    assert.equal(status_reason, null, 'who withdraws says why, or nothing: not what was before')
  })

  it('passes on within a hub’s share first, and to all hubs once shares are released', async () => {
    const place = await setting({ organisations_room: 2, people_room: 4 })
    const partner = await makeHub(db())
    await db()
      .insertInto('group_partner_hubs')
      .values({ group_id: place.groupId, hub_id: partner.id, organisations_share: 1 })
      .execute()
    const theirOffer = await makeOffer(db(), partner.id, place.projectId)
    const theirs = actorWith((await makePerson(db())).id, 'hub_lead', { hubId: partner.id, hubSlug: partner.slug })
    const [holder = ''] = await offered(place, 1)
    test.clock.set('2021-10-18T08:30:00Z')
    const ofPartner = [await waitsFor(theirOffer, theirs), await waitsFor(theirOffer, theirs)]
    test.clock.set('2021-10-18T08:40:00Z')
    const ours = await waitsFor(place.offerId, place.staff)
    assert.deepEqual((await offerFreedPlace(test.system(), place.groupId)).offeredTo, ofPartner[0])
    await decline(holder)
    assert.deepEqual(await Promise.all([...ofPartner, ours].map(stateOf)), ['offered', 'waiting', 'offered'])
    await db()
      .updateTable('groups')
      .set({ shares_ended_at: test.system().now, organisations_room: 3 })
      .where('id', '=', place.groupId)
      .execute()
    assert.equal((await offerFreedPlace(test.system(), place.groupId)).offeredTo, ofPartner[1])
    for (const proof of await proofs(place.groupId)) assert.deepEqual(faultsOf(proof), [])
  })

  it('holds under two hundred who accept, decline, withdraw, join the line, are moved up and placed at once', async () => {
    const place = await setting({ organisations_room: 12, people_room: 20 })
    test.clock.set('2021-10-18T08:00:00Z')
    const staff = test.as(place.staff)
    const asks = await Promise.all(
      Array.from({ length: 90 }, (_, at) => receivedInterest(test, { offerId: place.offerId }, 1 + (at % 2))),
    )
    const ids = asks.map(({ id }) => id)
    const [holding, waiting, coming] = [ids.slice(0, 12), ids.slice(12, 60), ids.slice(60)]
    for (const interestId of holding) await offerPlaceTo(staff, { interestId, groupId: place.groupId }).catch(() => {})
    await Promise.all(waiting.map((interestId) => waitInterest(staff, { interestId })))
    const link = (id: string) => test.as(byLinkOf('place', id))
    const actors = [
      ...holding.flatMap((interestId) => [
        () => acceptPlaceOf(link(interestId), { interestId }),
        () => declinePlaceOf(link(interestId), { interestId, staysInLine: true }),
        () => withdrawInterest(link(interestId), { interestId }),
      ]),
      ...waiting.flatMap((interestId, at) => [
        ...(at % 3 === 0 ? [() => withdrawInterest(link(interestId), { interestId })] : []),
        ...(at % 3 === 1 ? [() => moveUp(staff, { interestId, reason: 'Said so' })] : []),
        () => sayFewerIsFine(link(interestId), { interestId, fewerIsFine: at % 2 === 0 }),
      ]),
      ...coming.flatMap((interestId) => [
        () => waitInterest(staff, { interestId }),
        () => offerPlaceTo(staff, { interestId, groupId: place.groupId }),
      ]),
      ...Array.from({ length: 10 }, () => () => offerFreedPlace(test.system(), place.groupId)),
    ]
    assert.ok(actors.length >= 180)
    const outcomes = await Promise.allSettled(actors.map((act) => act()))
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refused, String(outcome.reason))
    const all = await proofs(place.groupId)
    assert.ok(all.length > 0)
    for (const proof of all) assert.deepEqual(faultsOf(proof), [])
    assert.deepEqual(await findFaults(db(), [...invariants, ...placeInvariants]), [])
  })

  it('leaves nothing that breaks the rules of the rooms', async () => {
    assert.deepEqual(await findFaults(db(), [...invariants, ...placeInvariants]), [])
  })
})
