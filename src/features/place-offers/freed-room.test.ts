import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makePlace, makeProject, makeSchool } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { holdBack } from '../groups/index.ts'
import { interestById } from '../interest/index.ts'
import { releaseHeldBack } from '../shares/index.ts'
import { proofsOfGroup } from '../waiting-lists/proof-queries.ts'
import {
  declinePlaceOf,
  faultsOf,
  holdPlaceFor,
  offerFreedPlace,
  offerPlaceTo,
  waitInterest,
  withdrawInterest,
} from './index.ts'
import { jobs } from './jobs.ts'

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

const setting = async (room: { organisations_room: number; people_room: number }) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_max: 6 })
  const offerId = await makeOffer(db(), hub.id, projectId)
  const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId, ...room })
  const cookie = await signedInAs(test, 'hub_lead', { hub_id: hub.id })
  const staff = test.as(actorWith('00000000-0000-7000-8000-000000000001', 'hub_lead', { hubId: hub.id }))
  return { hub, offerId, projectId, groupId, cookie, staff }
}
type Setting = Awaited<ReturnType<typeof setting>>

const asks = async ({ offerId }: Setting, people: number) =>
  (await receivedInterest(test, { offerId, unnamed: people - 1 }, 1)).id

const placed = async (here: Setting, people: number) => {
  const interestId = await asks(here, people)
  await holdPlaceFor(test.system(), { interestId, groupId: here.groupId })
  return interestId
}

/** Schools in line, one minute after the other. */
const inLine = async (here: Setting, people: readonly number[]): Promise<readonly string[]> => {
  const ids: string[] = []
  for (const [at, count] of people.entries()) {
    test.clock.set(Temporal.Instant.from('2021-10-18T09:00:00Z').add({ minutes: at }).toString())
    const interestId = await asks(here, count)
    await waitInterest(test.system(), { interestId })
    ids.push(interestId)
  }
  return ids
}

const states = (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await interestById(db(), id))?.status))

type Freed = { readonly groupId: string; readonly mark: string }

const freedIn = async (groupId: string): Promise<readonly Freed[]> => {
  const { rows } = await sql<{ payload: Freed }>`select j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'offer-freed-room' and j.payload->>'groupId' = ${groupId} order by j.id`.execute(
    test.installation.connections.kysely,
  )
  return rows.map(({ payload }) => payload)
}

/** Says for how many people a place is, on its page. */
const saysFor = async ({ cookie }: Setting, url: string, count: string) => {
  const mark = /name="mark" value="([^"]+)"/.exec((await see(url, cookie)).body)?.[1] ?? ''
  return send(url, { mark, people_count: count }, cookie)
}

/** The job that a change left behind, done twice as after a kill. */
const passedOn = async (groupId: string): Promise<void> => {
  for (const payload of await freedIn(groupId))
    await Promise.all([
      jobs['offer-freed-room']?.(test.system(), payload),
      jobs['offer-freed-room']?.(test.system(), payload),
    ])
}

const inOrder = async ({ groupId }: Setting) => {
  const proofs = await proofsOfGroup(db(), groupId)
  for (const proof of proofs) assert.deepEqual(faultsOf(proof), [])
  return proofs.toReversed().map(({ offeredTo }) => offeredTo)
}

describe('room that becomes free', () => {
  it('goes on to the next who fits until nothing of it is left, each turn with its proof', async () => {
    const here = await setting({ organisations_room: 5, people_room: 4 })
    const leaves = await placed(here, 4)
    const line = await inLine(here, [2, 3, 2, 1])
    await withdrawInterest(test.as(byLinkOf('status', leaves)), { interestId: leaves })
    assert.deepEqual(await states(line), ['offered', 'waiting', 'offered', 'waiting'])
    assert.deepEqual(await inOrder(here), [line[0], line[2]])
    const passedOver = (await historyOf(db(), { type: 'interest', id: line[1] ?? '' })).filter(
      ({ name }) => name === 'interest.passed-over',
    )
    assert.deepEqual(
      passedOver.map(({ particulars }) => particulars['why']),
      ['Brings 3 people; the group has room for 2 more.'],
    )
  })

  it('leaves alone what was free before, which the hub has not offered', async () => {
    const here = await setting({ organisations_room: 9, people_room: 20 })
    const leaves = await placed(here, 2)
    const line = await inLine(here, [2, 2, 1])
    await withdrawInterest(test.as(byLinkOf('status', leaves)), { interestId: leaves })
    assert.deepEqual(await states(line), ['offered', 'waiting', 'waiting'])
  })

  it('is what a hub held back, for all the people it was held for', async () => {
    const here = await setting({ organisations_room: 3, people_room: 3 })
    const held = { groupId: here.groupId, hubId: here.hub.id, people: 3, reason: 'For a new school' }
    const id = await holdBack(test.system(), held)
    const line = await inLine(here, [1, 1, 1])
    await offerFreedPlace(test.system(), here.groupId)
    assert.deepEqual(await states(line), ['waiting', 'waiting', 'waiting'])
    await releaseHeldBack(test.system(), { groupId: here.groupId, id, reason: 'It does not come' })
    assert.deepEqual(await states(line), ['offered', 'offered', 'offered'])
  })

  it('is what a school with a place does not want any more of it, said on its page', async () => {
    const here = await setting({ organisations_room: 4, people_room: 4 })
    const stays = await placed(here, 4)
    const line = await inLine(here, [3, 2])
    const place = (await interestById(db(), stays))?.place?.id ?? ''
    const url = `/groups/${here.groupId}/places/${place}`
    assert.match(
      (await see(url, here.cookie)).body,
      /name="people_count"[^>]*value="4"|value="4"[^>]*name="people_count"/,
    )
    for (const [typed, problem] of [
      ['two', /as a number such as 2/],
      ['0', /as a number such as 2/],
      ['9', /room/i],
    ] as const) {
      const refused = await saysFor(here, url, typed)
      assert.equal(refused.statusCode, 422)
      assert.match(refused.body, problem)
    }
    assert.equal((await saysFor(here, url, '2')).statusCode, 303)
    await passedOn(here.groupId)
    assert.deepEqual(await states(line), ['waiting', 'offered'])
    assert.deepEqual(await inOrder(here), [line[1]])
  })

  it('is what is added to a group, and what a place leaves behind which no request led to', async () => {
    const here = await setting({ organisations_room: 1, people_room: 2 })
    const place = await makePlace(db(), {
      groupId: here.groupId,
      projectId: here.projectId,
      organisationId: await makeSchool(db()),
    })
    const line = await inLine(here, [2, 2, 2, 2])
    const form = { name: 'Brent', organisations_minimum: '0', venue: '', online_link: '' }
    const room = (organisations: string, people: string) =>
      send(
        `/groups/${here.groupId}/edit`,
        { ...form, organisations_room: organisations, people_room: people },
        here.cookie,
      )
    assert.equal((await room('3', '6')).statusCode, 303)
    await passedOn(here.groupId)
    assert.deepEqual(await states(line), ['offered', 'offered', 'waiting', 'waiting'])
    await send(`/groups/${here.groupId}/places/${place}/end`, { reason: 'Closed' }, here.cookie)
    await passedOn(here.groupId)
    assert.deepEqual(
      await states(line),
      ['offered', 'offered', 'offered', 'waiting'],
      'what was added is not passed on again',
    )
    assert.deepEqual(await inOrder(here), line.slice(0, 3))
  })

  it('is offered once and in order when many leave, join, shrink and add at once', async () => {
    const here = await setting({ organisations_room: 8, people_room: 12 })
    const holding = [await placed(here, 4), await placed(here, 4), await placed(here, 4)]
    const line = await inLine(here, [2, 3, 1, 2, 2, 1, 3, 2])
    const joining = await Promise.all([1, 2, 1, 2].map((people) => asks(here, people)))
    const [leaves = '', other = '', shrinks = ''] = holding
    const place = (await interestById(db(), shrinks))?.place?.id ?? ''
    const freed = { groupId: here.groupId, organisations: 1, people: 2, mark: '0190aaaa-0000-7000-8000-000000000001' }
    const outcomes = await Promise.allSettled([
      withdrawInterest(test.as(byLinkOf('status', leaves)), { interestId: leaves }),
      withdrawInterest(test.as(byLinkOf('status', other)), { interestId: other }),
      saysFor(here, `/groups/${here.groupId}/places/${place}`, '2'),
      ...joining.map((interestId) => waitInterest(test.system(), { interestId })),
      ...line
        .slice(0, 3)
        .map((interestId) => withdrawInterest(test.as(byLinkOf('status', interestId)), { interestId })),
      ...[1, 2, 3].map(() => jobs['offer-freed-room']?.(test.system(), freed)),
      ...line.slice(3, 5).map((interestId) => offerPlaceTo(test.system(), { interestId, groupId: here.groupId })),
      ...line
        .slice(3, 5)
        .map((interestId) => declinePlaceOf(test.as(byLinkOf('place', interestId)), { interestId, staysInLine: true })),
    ])
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refused, String(outcome.reason))
    await passedOn(here.groupId)
    assert.ok((await inOrder(here)).length > 0)
    const { people_taken, organisations_taken } = await db()
      .selectFrom('groups')
      .select(['people_taken', 'organisations_taken'])
      .where('id', '=', here.groupId)
      .executeTakeFirstOrThrow()
    assert.ok(people_taken <= 12 && organisations_taken <= 8)
    await test.requireNoFaults()
  })
})
