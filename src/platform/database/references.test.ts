import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeGroup, makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { newId } from '../../vocabulary/ids.ts'
import { countReferences, moveReferences, nameOf, type Reference, referencesTo, undecided } from './references.ts'

describe('references to a record', () => {
  let test: TestInstallation
  const db = () => test.installation.connections.kysely
  const named = async (target: string, name: string): Promise<Reference> => {
    const found = (await referencesTo(db(), target)).find((each) => nameOf(each) === name)
    assert.ok(found)
    return found
  }

  before(async () => {
    test = await testInstallation()
  })
  after(() => test.release())

  it('are read from the catalogue, each column once, with the keys it is part of', async () => {
    const names = (await referencesTo(db(), 'organisations')).map(nameOf)
    for (const name of ['places.organisation_id', 'posts.organisation_id', 'sessions.host_organisation_id'])
      assert.ok(names.includes(name), name)
    assert.equal(new Set(names).size, names.length)
    assert.deepEqual((await named('hubs', 'group_partner_hubs.hub_id')).keys, [
      { beside: ['group_id'], where: null, emptyIsSame: false },
    ])
    const [key] = (await named('organisations', 'posts.organisation_id')).keys
    assert.deepEqual(key?.beside, ['person_id', 'post'])
    assert.match(key?.where ?? '', /to_on IS NULL/)
  })

  it('are missed when nobody has decided about them, and so are decisions about what is gone', () => {
    const references = [
      { table: 'offers', column: 'hub_id', keys: [] },
      { table: 'groups', column: 'hub_id', keys: [] },
    ]
    assert.deepEqual(undecided(references, { 'offers.hub_id': 'moves', 'bookings.hub_id': 'moves' }), {
      missing: ['groups.hub_id'],
      surplus: ['bookings.hub_id'],
    })
  })

  it('are counted and moved by a condition whose values are never read as SQL', async () => {
    const [from, to] = [await makeHub(db()), await makeHub(db())]
    const project = await makeProject(db())
    const names = ["One'; drop table groups; --", 'Two']
    for (const name of names) await makeGroup(db(), from.id, project, { name })
    const groups = await named('hubs', 'groups.hub_id')
    const which = { where: 'it.name = :name::text', values: { name: names[0] } }
    assert.equal(await countReferences(db(), groups, from.id), 2)
    assert.equal(await countReferences(db(), groups, from.id, which), 1)
    const moved = await db()
      .transaction()
      .execute((tx) => moveReferences(tx, groups, { from: from.id, to: to.id, which }))
    assert.equal(moved, 1)
    assert.equal(await countReferences(db(), groups, from.id), 1)
    assert.equal(await countReferences(db(), groups, to.id), 1)
  })

  it('stay where their counterpart is there already, by whole keys and by keys of some rows', async () => {
    const [from, to, lead] = [await makeHub(db()), await makeHub(db()), await makeHub(db())]
    const project = await makeProject(db())
    const [shared, own] = [await makeGroup(db(), lead.id, project), await makeGroup(db(), lead.id, project)]
    await db()
      .insertInto('group_partner_hubs')
      .values([
        { group_id: shared, hub_id: from.id },
        { group_id: shared, hub_id: to.id },
        { group_id: own, hub_id: from.id },
      ])
      .execute()
    const move = async (target: string, name: string, ids: { from: string; to: string }) =>
      db()
        .transaction()
        .execute(async (tx) => moveReferences(tx, await named(target, name), ids))
    assert.equal(await move('hubs', 'group_partner_hubs.hub_id', { from: from.id, to: to.id }), 1)

    const schools = { from: await makeSchool(db()), to: await makeSchool(db()) }
    const offer = await makeOffer(db(), lead.id, project)
    const asked = (organisationId: string, status: string) =>
      db()
        .insertInto('expressions_of_interest')
        .values({
          id: newId(),
          offer_id: offer,
          project_id: project,
          organisation_id: organisationId,
          status,
          sender_name: 'Somebody',
          sender_email: 'somebody@school.example',
          sender_post: 'other',
          created_at: test.clock.now(),
          confirmed_email_at: test.clock.now(),
        })
        .execute()
    await asked(schools.from, 'waiting')
    await asked(schools.from, 'declined')
    await asked(schools.to, 'waiting')
    assert.equal(await move('organisations', 'expressions_of_interest.organisation_id', schools), 1)
  })
})
