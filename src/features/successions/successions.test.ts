import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { settleSuccession } from './actions/settle-succession.ts'
import { jobs } from './jobs.ts'

const at = Temporal.Instant.from('2021-10-01T09:00:00Z')
const day = Temporal.PlainDate.from('2021-09-01')

describe('what a closed school takes part in', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  let worker: string
  const db = () => test.installation.connections.kysely
  const national = () => test.as(actorWith(worker, 'national_team'))
  const follow = (predecessorId: string, successorId: string) =>
    jobs['school-succeeded']?.(test.system(), { predecessorId, successorId })
  const succession = async () => {
    const [old, next] = [await makeSchool(db(), { status: 'closed' }), await makeSchool(db())]
    const sinceOn = Temporal.PlainDate.from('2021-10-15')
    await db()
      .insertInto('organisation_successors')
      .values({ predecessor_id: old, successor_id: next, since_on: sinceOn, told_at: at })
      .execute()
    return { old, next }
  }
  const place = async (organisationId: string, projectId: string, status = 'held') =>
    makePlace(db(), { groupId: await makeGroup(db(), hub.id, projectId), projectId, organisationId, status })
  const whose = async (placeId: string) =>
    (await db().selectFrom('places').select('organisation_id').where('id', '=', placeId).executeTakeFirstOrThrow())
      .organisation_id
  const everything = async (): Promise<string> => {
    const { pool } = test.installation.connections
    const tables = 'places expressions_of_interest posts roles invitations register_questions messages events'
    const rows = await Promise.all(
      tables.split(' ').map((table) => pool.query(`select to_jsonb(t)::text as row from ${table} t order by 1`)),
    )
    return JSON.stringify(rows.map((each) => each.rows))
  }
  const question = async (organisationId: string) =>
    db()
      .selectFrom('register_questions')
      .select(['id', 'kind', 'settled_at'])
      .where('organisation_id', '=', organisationId)
      .executeTakeFirstOrThrow()

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
    worker = (await makePerson(db())).id
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: worker, role: 'hub_lead', hub_id: hub.id, from_on: day })
      .execute()
  })
  after(() => test.release())

  it('follows to its successor: live places and requests, posts, leads and invitations; what is finished stays', async () => {
    const { old, next } = await succession()
    const project = await makeProject(db())
    const [held, done] = [await place(old, project), await place(old, await makeProject(db()), 'left')]
    const teacher = (await makePerson(db())).id
    await db()
      .insertInto('posts')
      .values({
        id: newId(),
        person_id: teacher,
        organisation_id: old,
        post: 'maths_lead',
        stated_at: at,
        from_on: day,
      })
      .execute()
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: teacher, role: 'school_lead', organisation_id: old, from_on: day })
      .execute()
    await db()
      .insertInto('invitations')
      .values({
        id: newId(),
        address: 'colleague@old.example',
        name: 'Colleague',
        role: 'school_lead',
        organisation_id: old,
        invited_at: at,
        last_sent_at: at,
        expires_at: at.add({ hours: 999 }),
      })
      .execute()
    await follow(old, next)
    assert.equal(await whose(held), next)
    assert.equal(await whose(done), old)
    const posts = await db()
      .selectFrom('posts')
      .select(['organisation_id', 'from_on', 'to_on'])
      .where('person_id', '=', teacher)
      .orderBy('from_on')
      .execute()
    assert.deepEqual(
      posts.map((post) => [post.organisation_id, String(post.from_on), post.to_on && String(post.to_on)]),
      [
        [old, '2021-09-01', '2021-10-14'],
        [next, '2021-10-15', null],
      ],
    )
    const leads = await db()
      .selectFrom('roles')
      .select('organisation_id')
      .where('person_id', '=', teacher)
      .where('to_on', 'is', null)
      .execute()
    assert.deepEqual(leads, [{ organisation_id: next }])
    const invited = await db()
      .selectFrom('invitations')
      .select('organisation_id')
      .where('address', '=', 'colleague@old.example')
      .execute()
    assert.deepEqual(invited, [{ organisation_id: next }])
    const told = await db()
      .selectFrom('messages')
      .select('subject')
      .where('to_person_id', '=', worker)
      .where('key', 'like', `school-followed:${old}%`)
      .execute()
    assert.equal(told.length, 1)
    const names = (await historyOf(db(), { type: 'organisation', id: next })).map(({ name }) => name)
    assert.deepEqual(names.sort(), ['organisation.followed', 'place.followed'])
    await test.requireNoFaults()
  })

  it('is changed by nothing when it is done again', async () => {
    const { old, next } = await succession()
    await place(old, await makeProject(db()))
    await follow(old, next)
    const once = await everything()
    await follow(old, next)
    await follow(old, next)
    assert.equal(await everything(), once)
  })

  it('becomes a question where the successor has a live place in the same project; somebody decides', async () => {
    const { old, next } = await succession()
    const project = await makeProject(db(), { title: 'Both take part' })
    const [here, there] = [await place(old, project), await place(next, project)]
    const free = await place(old, await makeProject(db()))
    await follow(old, next)
    assert.equal(await whose(here), old)
    assert.equal(await whose(free), next)
    const asked = await question(old)
    assert.equal(asked.kind, 'places_of_both')
    await test.requireNoFaults()
    await assert.rejects(
      settleSuccession(national(), { questionId: asked.id, followsId: next }),
      /Both still have a part/,
    )
    await db().updateTable('places').set({ status: 'left' }).where('id', '=', there).execute()
    await settleSuccession(national(), { questionId: asked.id, followsId: next })
    assert.equal(await whose(here), next)
    assert.ok((await question(old)).settled_at)
    await assert.rejects(settleSuccession(national(), { questionId: asked.id, followsId: null }), /Not found/)
  })

  it('goes with the request that it was given to, and stays with it', async () => {
    const { old, next } = await succession()
    const project = await makeProject(db())
    const offer = await makeOffer(db(), hub.id, project)
    const placeId = await place(old, project)
    await db()
      .insertInto('expressions_of_interest')
      .values({
        ...{
          id: newId(),
          offer_id: offer,
          project_id: project,
          organisation_id: old,
          status: 'placed',
          place_id: placeId,
        },
        ...{
          sender_name: 'A',
          sender_email: 'a@old.example',
          sender_post: 'maths_lead',
          created_at: at,
          confirmed_email_at: at,
        },
      })
      .execute()
    await follow(old, next)
    const asked = await db()
      .selectFrom('expressions_of_interest')
      .select('organisation_id')
      .where('place_id', '=', placeId)
      .execute()
    assert.deepEqual(asked, [{ organisation_id: next }])
  })

  it('goes on along a line of schools that have all closed', async () => {
    const { old, next } = await succession()
    await db().updateTable('organisations').set({ status: 'closed' }).where('id', '=', next).execute()
    const last = await makeSchool(db())
    await db().insertInto('organisation_successors').values({ predecessor_id: next, successor_id: last }).execute()
    const held = await place(old, await makeProject(db()))
    await follow(old, next)
    assert.equal(await whose(held), last)
  })

  it('follows to another organisation that the national team chooses, or stays until it ends', async () => {
    const old = await makeSchool(db(), { status: 'closed' })
    const held = await place(old, await makeProject(db()))
    const asked = newId()
    await db()
      .insertInto('register_questions')
      .values({ id: asked, organisation_id: old, kind: 'closed_without_successor', told: '{}' as never, raised_at: at })
      .execute()
    const staff = test.as(actorWith(worker, 'hub_lead', { hubId: hub.id }))
    const next = await makeSchool(db())
    await assert.rejects(settleSuccession(staff, { questionId: asked, followsId: next }), /national team/)
    await settleSuccession(national(), { questionId: asked, followsId: next })
    assert.equal(await whose(held), next)
  })

  it('stays with a school that was opened again meanwhile', async () => {
    const { old, next } = await succession()
    await db().updateTable('organisations').set({ status: 'open' }).where('id', '=', old).execute()
    const held = await place(old, await makeProject(db()))
    await follow(old, next)
    assert.equal(await whose(held), old)
  })
})
