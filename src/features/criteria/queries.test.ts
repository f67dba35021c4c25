import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeCriterion,
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeProvider,
  makeSchool,
} from '../../../test/support/records.ts'
import { newId } from '../../vocabulary/ids.ts'
import { saidIn, verdictsAndQuestion, verdictsFor, verdictsForVisitor, verdictsOfOffers } from './index.ts'

let test: TestInstallation
before(async () => {
  test = await testInstallation()
})
after(() => test.release())

const developed = {
  fact: 'organisation.stage',
  stage: 'secondary_development',
  status: ['completed'],
  years: 'before',
} as const

const db = () => test.installation.connections.kysely
const makeStage = async () => {
  const pathwayId = newId()
  const stageId = newId()
  await db()
    .insertInto('pathways')
    .values({ id: pathwayId, key: 'secondary_mastery', name: 'Secondary', phase: 'secondary' })
    .execute()
  await db()
    .insertInto('stages')
    .values({ id: stageId, pathway_id: pathwayId, key: 'secondary_development', name: 'Development', position: 1 })
    .execute()
  return stageId
}

describe('verdicts of an organisation', () => {
  it('tell a visitor nothing of the history, and the hub all of it, also what a predecessor did', async () => {
    const stageId = await makeStage()
    const projectId = await makeProject(db())
    await makeCriterion(db(), projectId, { sentence: 'You completed Development.', rule: developed })
    const before = await makeSchool(db(), { status: 'closed' })
    const after = await makeSchool(db())
    await db().insertInto('organisation_successors').values({ predecessor_id: before, successor_id: after }).execute()
    await db()
      .insertInto('academic_years')
      .values({
        year: 2020,
        starts_on: Temporal.PlainDate.from('2020-09-01'),
        ends_on: Temporal.PlainDate.from('2021-08-31'),
      })
      .execute()
    await db()
      .insertInto('stage_records')
      .values({
        id: newId(),
        organisation_id: before,
        stage_id: stageId,
        year: 2020,
        status: 'completed',
        evidence: 'Register',
        recorded_at: test.clock.now(),
      })
      .execute()
    const asked = { projectId, themeId: null, organisationId: after }
    const visitor = await verdictsForVisitor(test.visitor(), asked)
    assert.deepEqual(
      visitor.map(({ answer }) => answer),
      ['not_yet_known'],
    )
    assert.doesNotMatch(JSON.stringify(visitor), /2020/)
    const hub = await verdictsFor(test.system(), { ...asked, people: [], commitments: [] })
    assert.deepEqual(
      hub.map(({ answer }) => answer),
      ['yes'],
    )
  })

  it('put the closed school’s own sentence first', async () => {
    const projectId = await makeProject(db())
    await makeCriterion(db(), projectId, {
      sentence: 'State-funded.',
      rule: { fact: 'organisation.state_funded', is: true },
    })
    const [first, second] = await verdictsForVisitor(test.visitor(), {
      projectId,
      themeId: null,
      organisationId: await makeSchool(db(), { status: 'closed' }),
    })
    assert.equal(first?.criterionId, null)
    assert.equal(first?.answer, 'no')
    assert.equal(second?.answer, 'yes')
  })

  it('read a theme’s own rules only for that theme', async () => {
    const projectId = await makeProject(db())
    const themeId = newId()
    await db()
      .insertInto('project_themes')
      .values({
        id: themeId,
        project_id: projectId,
        kind: 'theme',
        suffix: 'Mentor',
        title: 'Mentor',
        focus: 'Mentors',
        position: 1,
      })
      .execute()
    const criterionId = await makeCriterion(db(), projectId, {
      sentence: 'A mentor.',
      rule: { fact: 'person.post', in: ['mentor'], held: true },
    })
    await db().updateTable('criteria').set({ theme_id: themeId }).where('id', '=', criterionId).execute()
    const organisationId = await makeProvider(db())
    assert.equal((await verdictsForVisitor(test.visitor(), { projectId, themeId: null, organisationId })).length, 0)
    assert.equal((await verdictsForVisitor(test.visitor(), { projectId, themeId, organisationId })).length, 1)
  })

  it('know the hub’s area, and say so when it is not known', async () => {
    const projectId = await makeProject(db())
    await makeCriterion(db(), projectId, {
      sentence: 'In the area.',
      rule: { fact: 'organisation.area', is: 'hub' },
      strength: 'priority',
    })
    await db()
      .insertInto('authorities')
      .values([
        { code: '307', name: 'Ealing' },
        { code: '304', name: 'Brent' },
      ])
      .execute()
    const hub = await makeHub(db())
    const school = async (authority: string) => {
      const id = await makeSchool(db())
      await db().updateTable('organisations').set({ authority_code: authority }).where('id', '=', id).execute()
      return id
    }
    const answer = async (organisationId: string, hubId: string | null) =>
      (await verdictsForVisitor(test.visitor(), { projectId, themeId: null, organisationId, hubId }))[0]?.answer
    assert.equal(await answer(await school('307'), hub.id), 'not_yet_known')
    await db()
      .insertInto('hub_areas')
      .values({ id: newId(), hub_id: hub.id, authority_code: '307', described_as: 'Ealing' })
      .execute()
    assert.equal(await answer(await school('307'), hub.id), 'yes')
    assert.equal(await answer(await school('304'), hub.id), 'no')
    assert.equal(await answer(await school('304'), null), 'not_yet_known')
  })

  it('say to a visitor what would settle them, one thing at a time', async () => {
    const projectId = await makeProject(db())
    const rule = { fact: 'person.post', in: ['head_of_department'], held: true } as const
    await makeCriterion(db(), projectId, { sentence: 'A head of department.', rule })
    const organisationId = await makeSchool(db())
    const told = async (address: string) => {
      const said = saidIn(new URLSearchParams(address), test.visitor().today)
      const about = { projectId, themeId: null, organisationId, ...said }
      const { verdicts, question } = await verdictsAndQuestion(test.visitor(), about)
      return [verdicts[0]?.answer, question?.name ?? null]
    }
    assert.deepEqual(await told(''), ['not_yet_known', 'person.post'])
    assert.deepEqual(await told('person.post=astronaut'), ['not_yet_known', 'person.post'])
    assert.deepEqual(await told('person.post=head_of_department'), ['yes', null])
    assert.deepEqual(await told('person.post=prospective_subject_lead'), ['no', null])
  })

  it('know the parts taken in a project’s line and in another, of the organisation and of its people', async () => {
    await db()
      .insertInto('academic_years')
      .values({
        year: 2019,
        starts_on: Temporal.PlainDate.from('2019-09-01'),
        ends_on: Temporal.PlainDate.from('2020-08-31'),
      })
      .execute()
    const [earlier, projectId, beside] = [
      await makeProject(db(), { year: 2019 }),
      await makeProject(db()),
      await makeProject(db()),
    ]
    await db()
      .insertInto('project_lineage')
      .values({ project_id: projectId, earlier_project_id: earlier, kind: 'renamed' })
      .execute()
    const rules = [
      { fact: 'organisation.project', project: 'this', years: 'before' },
      { fact: 'organisation.project', project: beside, years: 'same' },
      { not: { fact: 'person.project', project: 'this', years: 'ever' } },
    ]
    for (const rule of rules) await makeCriterion(db(), projectId, { sentence: 'A rule.', rule })
    const hub = await makeHub(db())
    const [before, after] = [await makeSchool(db(), { status: 'closed' }), await makeSchool(db())]
    await db().insertInto('organisation_successors').values({ predecessor_id: before, successor_id: after }).execute()
    const placeIn = async (project: string, organisationId: string, status: string) => {
      const groupId = await makeGroup(db(), hub.id, project)
      return makePlace(db(), { groupId, projectId: project, organisationId, status })
    }
    const { id: personId } = await makePerson(db())
    await makeParticipant(db(), await placeIn(earlier, before, 'completed'), personId)
    await placeIn(beside, after, 'released')
    const answers = async (personIds: readonly string[] | null) =>
      (
        await verdictsFor(test.system(), {
          projectId,
          themeId: null,
          organisationId: after,
          people: [],
          commitments: [],
          personIds,
        })
      ).map(({ answer }) => answer)
    assert.deepEqual(await answers([personId]), ['yes', 'no', 'no'])
    assert.deepEqual(await answers(null), ['yes', 'no', 'not_yet_known'])
    await placeIn(beside, after, 'held')
    assert.deepEqual(await answers([(await makePerson(db())).id]), ['yes', 'yes', 'yes'])
    const visitor = await verdictsForVisitor(test.visitor(), { projectId, themeId: null, organisationId: after })
    assert.deepEqual(
      visitor.map(({ answer }) => answer),
      ['not_yet_known', 'not_yet_known', 'not_yet_known'],
    )
  })

  it('answer for many offers and askers at once, each hub with its area, history only where it may be told', async () => {
    const [primary, ours, later] = [await makeProject(db()), await makeProject(db()), await makeProject(db())]
    const stage = { fact: 'organisation.stage', stage: 'primary_development', status: ['completed'], years: 'before' }
    await makeCriterion(db(), primary, { sentence: 'Primary.', rule: { fact: 'organisation.phase', in: ['primary'] } })
    await makeCriterion(db(), ours, { sentence: 'Of the area.', rule: { fact: 'organisation.area', is: 'hub' } })
    await makeCriterion(db(), later, { sentence: 'After it.', rule: stage })
    const [near, far] = [await makeHub(db()), await makeHub(db())]
    const school = await makeSchool(db())
    await db()
      .insertInto('authorities')
      .values([
        { code: 'here', name: 'Here' },
        { code: 'else', name: 'Elsewhere' },
      ])
      .execute()
    await db().updateTable('organisations').set({ authority_code: 'here' }).where('id', '=', school).execute()
    const areas = [
      { hub_id: near.id, authority_code: 'here' },
      { hub_id: far.id, authority_code: 'else' },
    ]
    await db()
      .insertInto('hub_areas')
      .values(areas.map((area) => ({ id: newId(), described_as: 'here', ...area })))
      .execute()
    const offer = (key: string, projectId: string, hubId: string | null) => ({ key, projectId, hubId, themeId: null })
    const answers = await verdictsOfOffers(test.visitor(), {
      askers: [
        { organisationId: school, withHistory: false },
        { organisationId: school, withHistory: true },
        { phase: 'primary' },
      ],
      post: null,
      offers: [
        offer('primary', primary, null),
        offer('near', ours, near.id),
        offer('far', ours, far.id),
        offer('later', later, near.id),
      ],
    })
    assert.deepEqual(
      answers.map((each) =>
        [...each.values()].map(({ verdicts: [only], first }) => [only?.answer, ...first.map(({ key }) => key)]),
      ),
      [
        [['no'], ['yes'], ['no'], ['not_yet_known', 'primary_development']],
        [['no'], ['yes'], ['no'], ['no', 'primary_development']],
        [['yes'], ['not_yet_known'], ['not_yet_known'], ['not_yet_known', 'primary_development']],
      ],
    )
  })
})
