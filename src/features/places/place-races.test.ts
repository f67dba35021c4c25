import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makeProject, makeSchool } from '../../../test/support/records.ts'
import { Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { holdPlace, offerPlace } from './actions/give-place.ts'
import { acceptPlace, declinePlace, lapsePlace } from './actions/move-place.ts'

const outcome = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'done'
  } catch (problem) {
    if (problem instanceof Refused) return problem.message
    throw problem
  }
}
const count = (outcomes: readonly string[], what: string | RegExp): number =>
  outcomes.filter((each) => (typeof what === 'string' ? each === what : what.test(each))).length

describe('races for places', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  const db = () => test.installation.connections.kysely
  const staff = (hubId = hub.id) => test.as(actorWith(newId(), 'hub_administrator', { hubId }))
  const respondBy = Temporal.Instant.from('2021-10-25T11:00:00Z')
  const taken = (groupId: string) =>
    db()
      .selectFrom('groups')
      .select(['organisations_taken as organisations', 'people_taken as people'])
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow()

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
  })
  after(() => test.release())

  it('200 schools at once for 12 places leave exactly 12, and 188 sentences', async () => {
    const groupId = await makeGroup(db(), hub.id, await makeProject(db()), { organisations_room: 12, people_room: 100 })
    const schools = await Promise.all(Array.from({ length: 200 }, () => makeSchool(db())))
    const outcomes = await Promise.all(
      schools.map((organisationId) =>
        outcome(holdPlace(staff(), { groupId, organisationId, people: [], peopleCount: 1 })),
      ),
    )
    assert.equal(count(outcomes, 'done'), 12)
    assert.equal(count(outcomes, 'This group has no room left: 12 of 12 schools.'), 188)
    assert.deepEqual(await taken(groupId), { organisations: 12, people: 12 })
    const events = await db().selectFrom('events').select('id').where('name', '=', 'place.held').execute()
    assert.equal(events.length, 12)
  })

  it('200 at once for the last people of a group never hold more people than it has room for', async () => {
    const groupId = await makeGroup(db(), hub.id, await makeProject(db()), { organisations_room: 200, people_room: 25 })
    const schools = await Promise.all(Array.from({ length: 200 }, () => makeSchool(db())))
    const outcomes = await Promise.all(
      schools.map((organisationId) =>
        outcome(offerPlace(staff(), { groupId, organisationId, people: [], peopleCount: 2, respondBy })),
      ),
    )
    assert.equal(count(outcomes, 'done'), 12)
    assert.deepEqual(await taken(groupId), { organisations: 12, people: 24 })
  })

  it('200 acceptances of one offered place make it held once', async () => {
    const groupId = await makeGroup(db(), hub.id, await makeProject(db()))
    const id = await offerPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: [],
      peopleCount: 1,
      respondBy,
    })
    const outcomes = await Promise.all(Array.from({ length: 200 }, () => outcome(acceptPlace(staff(), id))))
    assert.equal(count(outcomes, 'done'), 1)
    assert.equal(count(outcomes, 'This place has been accepted already.'), 199)
  })

  it('12 offered places, accepted and declined at once while others ask, end as one or the other', async () => {
    const groupId = await makeGroup(db(), hub.id, await makeProject(db()), { organisations_room: 12, people_room: 100 })
    const schools = await Promise.all(Array.from({ length: 60 }, () => makeSchool(db())))
    const offered = await Promise.all(
      schools
        .slice(0, 12)
        .map((organisationId) =>
          offerPlace(staff(), { groupId, organisationId, people: [], peopleCount: 1, respondBy }),
        ),
    )
    const answers = offered.flatMap((id) => [outcome(acceptPlace(staff(), id)), outcome(declinePlace(staff(), id))])
    const asks = schools
      .slice(12)
      .map((organisationId) => outcome(holdPlace(staff(), { groupId, organisationId, people: [], peopleCount: 1 })))
    const [answered] = [await Promise.all(answers), await Promise.all(asks)]
    assert.equal(count(answered, 'done'), 12)
    const rows = await db()
      .selectFrom('places')
      .select(['status'])
      .where('group_id', '=', groupId)
      .where('status', 'in', ['offered', 'held', 'completed'])
      .execute()
    assert.ok(rows.length <= 12)
    assert.equal((await taken(groupId)).organisations, rows.length)
  })

  it('an answer and the lapse at the deadline leave one of the two', async () => {
    const groupId = await makeGroup(db(), hub.id, await makeProject(db()))
    const id = await offerPlace(staff(), {
      groupId,
      organisationId: await makeSchool(db()),
      people: [],
      peopleCount: 1,
      respondBy,
    })
    const inTime = staff()
    test.clock.set('2021-10-25T11:00:00.001Z')
    const outcomes = await Promise.all([
      outcome(acceptPlace(inTime, id)),
      outcome(lapsePlace(test.system(), id)),
      outcome(lapsePlace(test.system(), id)),
    ])
    test.clock.set('2021-10-18T08:00:00Z')
    assert.equal(count(outcomes, 'done'), 1)
  })

  it('two hubs that place the same school at once leave it with one place', async () => {
    const projectId = await makeProject(db())
    const other = await makeHub(db())
    for (let round = 0; round < 20; round += 1) {
      const organisationId = await makeSchool(db())
      const [ours, theirs] = [await makeGroup(db(), hub.id, projectId), await makeGroup(db(), other.id, projectId)]
      const outcomes = await Promise.all([
        outcome(holdPlace(staff(), { groupId: ours, organisationId, people: [], peopleCount: 1 })),
        outcome(holdPlace(staff(other.id), { groupId: theirs, organisationId, people: [], peopleCount: 1 })),
      ])
      assert.equal(count(outcomes, 'done'), 1)
      assert.equal(count(outcomes, /^This school has a place in Group \d+ already/), 1)
    }
  })

  it('leave every rule that must hold true of the data', () => test.requireNoFaults())
})
