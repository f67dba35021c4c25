import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { receivedInterest } from '../../test/support/interest.ts'
import { makeGroup, makeHub, makeOffer, makePerson, makeProject } from '../../test/support/records.ts'
import { interestById } from '../features/interest/index.ts'
import { offerPlaceTo, waitInterest } from '../features/place-offers/index.ts'
import { sweeps } from '../features/place-offers/jobs.ts'
import { proofsOfGroup } from '../features/waiting-lists/proof-queries.ts'
import { doRounds } from './rounds.ts'

let test: TestInstallation
before(async () => {
  test = await testInstallation()
})
after(() => test.release())

const jump = (to: string) =>
  doRounds(
    test.installation,
    Temporal.Instant.from(to),
    async (moment) => {
      test.clock.set(moment.toString())
    },
    sweeps,
  )

describe('the demonstration’s clock, moved over days', () => {
  it('lets a place go from one to the next and on, each with its full time and to the second', async () => {
    const db = test.installation.connections.kysely
    test.clock.set('2021-10-18T08:00:00Z')
    const hub = await makeHub(db)
    const projectId = await makeProject(db)
    const offerId = await makeOffer(db, hub.id, projectId)
    const groupId = await makeGroup(db, hub.id, projectId, { offer_id: offerId, organisations_room: 1 })
    const staff = actorWith((await makePerson(db)).id, 'hub_lead', { hubId: hub.id, hubSlug: hub.slug })
    const [first, ...line] = [
      await receivedInterest(test, { offerId }),
      await receivedInterest(test, { offerId }),
      await receivedInterest(test, { offerId }),
    ]
    assert.ok(first)
    await offerPlaceTo(test.as(staff), { interestId: first.id, groupId })
    for (const { id } of line) await waitInterest(test.as(staff), { interestId: id })
    const rounds = await jump('2021-10-27T12:00:00Z')
    // Nine mornings, two reminders, two ends, and the moment itself; the clocks stand at summer time throughout.
    assert.equal(rounds, 14)
    const passed = (await proofsOfGroup(db, groupId)).toReversed()
    assert.deepEqual(
      passed.map(({ at, offeredTo }) => [at.toString(), offeredTo]),
      [
        ['2021-10-20T16:00:01Z', line[0]?.id],
        ['2021-10-25T16:00:01Z', line[1]?.id],
      ],
    )
    const last = await interestById(db, line[1]?.id ?? '')
    assert.equal(last?.status, 'offered')
    assert.equal(last?.place?.respondBy?.toString(), '2021-10-28T16:00:00Z')
  })

  it('does one round where it is not moved at all', async () => {
    assert.equal(await jump(test.clock.now().toString()), 1)
  })
})
