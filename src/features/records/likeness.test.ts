import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { newId } from '../../vocabulary/ids.ts'
import { hubsOfPerson, peopleKnownTo } from '../people/index.ts'
import { findDuplicates } from './actions/find-duplicates.ts'
import { openDuplicates } from './duplicates-queries.ts'

type Somebody = {
  readonly name: string
  readonly school?: string
  readonly post?: string
  readonly telephone?: string
  readonly number?: string
  readonly before?: string
}
type Case = { readonly one: Somebody; readonly other: Somebody; readonly reason: RegExp | null }

const ash = { school: 'Ashgrove School', post: 'class_teacher' }
const cases: Readonly<Record<string, Case>> = {
  'the same name at one school, whatever they do there': {
    one: { name: 'Tamsin Harcourt-Bell', ...ash },
    other: { name: 'Tamsin Harcourt Bell', school: 'Ashgrove School', post: 'maths_lead' },
    reason: /^The same name at Ashgrove School$/,
  },
  'the same name with an accent left out': {
    one: { name: 'Aurélie Fontaine', ...ash },
    other: { name: 'Aurelie Fontaine', ...ash },
    reason: /^The same name at Ashgrove School$/,
  },
  'a slip in a name, the same post and school': {
    one: { name: 'Zofia Wisniewska', ...ash },
    other: { name: 'Zofia Wisnewska', ...ash },
    reason: /^Similar names, the same post and the same school, Ashgrove School$/,
  },
  'an initial for a first name': {
    one: { name: 'Padraig Quillinan', ...ash },
    other: { name: 'P Quillinan', ...ash },
    reason: /^Similar names/,
  },
  'a name of before a marriage': {
    one: { name: 'Rhiannon Attwater', before: 'Rhiannon Pugh', ...ash },
    other: { name: 'Rhiannon Pugh', ...ash },
    reason: /^An earlier name of one is the name of the other at Ashgrove School$/,
  },
  'one telephone and similar names, however the number is written': {
    one: { name: 'Imran Siddiqui', telephone: '+44 20 7946 0112' },
    other: { name: 'Imran Siddiq', telephone: '020 7946 0112' },
    reason: /^Similar names and the same telephone number$/,
  },
  'one teacher reference number': {
    one: { name: 'Kwame Boateng', number: '7654321' },
    other: { name: 'Jo Lind', number: '7654321' },
    reason: /^They have the same teacher reference number$/,
  },
  'a name that nobody else has, at two schools of one authority': {
    one: { name: 'Wilhelmina Oxenholme', school: 'Ashgrove School', post: 'headteacher' },
    other: { name: 'Wilhelmina Oxenholme', school: 'Beechwood School', post: 'headteacher' },
    reason: /^Nobody else here has this name, and both are in Camden$/,
  },
  'the same name far apart': {
    one: { name: 'Gethin Morgan', school: 'Ashgrove School', post: 'teaching_assistant' },
    other: { name: 'Gethin Morgan', school: 'Far School', post: 'teaching_assistant' },
    reason: null,
  },
  'one telephone and quite other names': {
    one: { name: 'Nikhil Rao', telephone: '020 7946 0999' },
    other: { name: 'Bronwyn Teague', telephone: '020 7946 0999' },
    reason: null,
  },
  'other names, the same post and school': {
    one: { name: 'Ingrid Solberg', ...ash },
    other: { name: 'Callum Drummond', ...ash },
    reason: null,
  },
}

describe('people who may be the same', () => {
  let test: TestInstallation
  const schools = new Map<string, string>()
  const db = () => test.installation.connections.kysely

  const somebody = async ({ name, school, post, telephone, number, before }: Somebody): Promise<string> => {
    const { id } = await makePerson(db(), name)
    await db()
      .updateTable('people')
      .set({ telephone: telephone ?? null, teacher_reference_number: number ?? null })
      .where('id', '=', id)
      .execute()
    if (school && post)
      await db()
        .insertInto('posts')
        .values({
          id: newId(),
          person_id: id,
          organisation_id: schools.get(school) ?? '',
          post,
          stated_at: test.clock.now(),
        })
        .execute()
    if (before)
      await db()
        .insertInto('person_names')
        .values({ id: newId(), person_id: id, name: before, to_on: Temporal.PlainDate.from('2020-08-01') })
        .execute()
    return id
  }
  const suggested = async () =>
    new Map(
      (await openDuplicates(db(), 'person', { hubId: null, page: 1, pageSize: 100 })).pairs.map((pair) => [
        `${pair.firstId} ${pair.secondId}`,
        pair.reasons,
      ]),
    )

  before(async () => {
    test = await testInstallation()
    await db()
      .insertInto('authorities')
      .values([
        { code: '202', name: 'Camden', region: 'London' },
        { code: '908', name: 'Cornwall', region: 'South West' },
      ])
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    for (const [name, authority] of [
      ['Ashgrove School', '202'],
      ['Beechwood School', '202'],
      ['Far School', '908'],
    ] as const) {
      const id = await makeSchool(db(), { name })
      await db().updateTable('organisations').set({ authority_code: authority }).where('id', '=', id).execute()
      schools.set(name, id)
    }
  })
  after(() => test.release())

  it('are found by what they share, each with its reason, and nobody else is', async () => {
    const pairs = new Map<string, readonly [string, string]>()
    for (const [words, { one, other }] of Object.entries(cases))
      pairs.set(words, [await somebody(one), await somebody(other)])
    await findDuplicates(test.system())
    const found = await suggested()
    for (const [words, { reason }] of Object.entries(cases)) {
      const reasons = found.get([...(pairs.get(words) ?? [])].sort().join(' ')) ?? []
      if (reason === null) assert.deepEqual(reasons, [], words)
      else assert.ok(reasons.length === 1 && reason.test(reasons[0] ?? ''), `${words}: ${reasons.join('; ')}`)
    }
    assert.equal(found.size, Object.values(cases).filter(({ reason }) => reason !== null).length)
  })

  it('are not made of a switchboard, or of what so many are called at one place that it is no name', async () => {
    const before = (await suggested()).size
    for (let n = 0; n < 13; n += 1) await somebody({ name: 'Maths Lead', telephone: '020 7946 0555', ...ash })
    await findDuplicates(test.system())
    assert.equal((await suggested()).size, before)
  })

  it('are shown to a hub that knows both, by the same rule by which it knows each of them', async () => {
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    const groupId = await makeGroup(db(), hub.id, projectId)
    const organisationId = schools.get('Far School') ?? ''
    const placeId = await makePlace(db(), { groupId, projectId, organisationId, people: 2 })
    const twins = [
      await somebody({ name: 'Lowri Pengelly', school: 'Far School', post: 'headteacher' }),
      await somebody({ name: 'Lowri Pengelly', school: 'Far School', post: 'class_teacher' }),
    ]
    await makeParticipant(db(), placeId, twins[0] ?? '')
    await findDuplicates(test.system())
    const list = async () => (await openDuplicates(db(), 'person', { hubId: hub.id, page: 1, pageSize: 25 })).pairs
    assert.deepEqual(await list(), [])
    const lead = {
      id: newId(),
      person_id: twins[1] ?? '',
      organisation_id: organisationId,
      from_on: test.system().today,
    }
    await db()
      .insertInto('roles')
      .values({ ...lead, role: 'school_lead' })
      .execute()
    assert.deepEqual(
      (await list()).map(({ firstId, secondId }) => [firstId, secondId].sort()),
      [[...twins].sort()],
    )
    const { rows } = await sql<{ person_id: string }>`${peopleKnownTo(hub.id)}`.execute(db())
    const everybody = await db().selectFrom('people').select('id').execute()
    for (const { id } of everybody)
      assert.equal((await hubsOfPerson(db(), id)).includes(hub.id), rows.map((row) => row.person_id).includes(id))
  })
})
