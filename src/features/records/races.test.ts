import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makePerson, makePlace, makeProject, makeSchool } from '../../../test/support/records.ts'
import { actingAs } from '../../platform/context.ts'
import { Conflict, Refused } from '../../platform/errors.ts'
import { findOrCreatePerson } from '../people/index.ts'
import { acceptPlace, offerPlace } from '../places/index.ts'
import { makeSignInLink } from '../sign-in/index.ts'
import { mergeRecords } from './actions/merge-records.ts'

const settled = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (problem: unknown) => {
      if (problem instanceof Refused || problem instanceof Conflict) return 'refused'
      throw problem
    },
  )

describe('merging while others work', () => {
  let test: TestInstallation
  const db = () => test.installation.connections.kysely
  const merge = (keptId: string, mergedId: string) =>
    mergeRecords(test.system(), { kind: 'person', pair: { keptId, mergedId }, choices: {} })
  const stands = async (id: string) =>
    (await db().selectFrom('people').select('merged_into_id').where('id', '=', id).executeTakeFirstOrThrow())
      .merged_into_id

  before(async () => {
    test = await testInstallation()
  })
  after(() => test.release())

  it('two merges that cross leave one chain without a loop, whichever was first', async () => {
    for (let round = 0; round < 12; round += 1) {
      const [a, b, c] = [(await makePerson(db())).id, (await makePerson(db())).id, (await makePerson(db())).id]
      const outcomes = await Promise.all([settled(merge(b, a)), settled(merge(c, b))])
      assert.ok(outcomes.includes('done'))
      if (outcomes[0] === 'done' && outcomes[1] === 'done') assert.equal(await stands(a), c)
      assert.equal(await stands(c), null)
    }
    for (let round = 0; round < 8; round += 1) {
      const [a, b] = [(await makePerson(db())).id, (await makePerson(db())).id]
      const outcomes = await Promise.all([settled(merge(a, b)), settled(merge(b, a))])
      assert.equal(outcomes.filter((each) => each === 'done').length, 1)
    }
    await test.requireNoFaults()
  })

  it('a sign-in, and a place given to the merged person, end with the one who is kept', async () => {
    const hub = await makeHub(db())
    for (let round = 0; round < 12; round += 1) {
      const [kept, merged] = [await makePerson(db()), await makePerson(db())]
      const projectId = await makeProject(db())
      const groupId = await makeGroup(db(), hub.id, projectId)
      const organisationId = await makeSchool(db())
      const person = { personId: merged.id, part: 'lead' as const, post: 'maths_lead' as const, accessNeeds: null }
      const respondBy = Temporal.Instant.from('2021-10-25T11:00:00Z')
      await Promise.all([
        merge(kept.id, merged.id),
        makeSignInLink(test.system(), merged.address),
        settled(offerPlace(test.system(), { groupId, organisationId, people: [person], peopleCount: 1, respondBy })),
      ])
    }
    await test.requireNoFaults()
  })

  it('a place accepted while its school is merged is one place of the one school', async () => {
    const hub = await makeHub(db())
    for (let round = 0; round < 12; round += 1) {
      const projectId = await makeProject(db())
      const groupId = await makeGroup(db(), hub.id, projectId)
      const [kept, merged] = [await makeSchool(db()), await makeSchool(db())]
      const placeId = await makePlace(db(), { groupId, projectId, organisationId: merged, status: 'offered' })
      const outcomes = await Promise.all([
        settled(
          mergeRecords(test.system(), { kind: 'organisation', pair: { keptId: kept, mergedId: merged }, choices: {} }),
        ),
        settled(acceptPlace(actingAs(test.system(), { kind: 'system', task: 'race' }), placeId)),
      ])
      assert.deepEqual(outcomes, ['done', 'done'])
      const place = await db()
        .selectFrom('places')
        .select(['organisation_id', 'status'])
        .where('id', '=', placeId)
        .executeTakeFirst()
      assert.deepEqual(place, { organisation_id: kept, status: 'held' })
    }
    await test.requireNoFaults()
  })

  it('somebody named again by the merged address is the person who is kept', async () => {
    for (let round = 0; round < 8; round += 1) {
      const [kept, merged] = [await makePerson(db()), await makePerson(db())]
      const named = () =>
        findOrCreatePerson(test.system(), { name: merged.name, email: merged.address, confirmed: false })
      await Promise.all([merge(kept.id, merged.id), named()])
      assert.equal((await named()).id, kept.id)
    }
    await test.requireNoFaults()
  })
})
