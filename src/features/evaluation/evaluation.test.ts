import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import {
  makeGroup,
  makeHub,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import type { PageRequest } from '../../platform/http/routes.ts'
import { newId } from '../../vocabulary/ids.ts'
import { answerEvaluation } from './actions/answer-evaluation.ts'
import { askForAnswers } from './actions/ask-for-answers.ts'
import { openEvaluation } from './actions/open-evaluation.ts'
import { questionsFrom, summaryOf } from './evaluation.ts'
import { showEvaluation } from './pages/evaluation.page.ts'
import { evaluationOfGroup, peopleAnswered } from './queries.ts'

describe('the questions of an evaluation', () => {
  it('are the benefits that were promised, and one for words', () => {
    const questions = questionsFrom([
      { id: 'o', outcome: 'Develop a shared vision.' },
      { id: 'p', outcome: 'ITT tutors meet' },
    ])
    assert.deepEqual(
      questions.map((question) => question.question.split('helped me to ')[1] ?? question.kind),
      ['develop a shared vision', 'ITT tutors meet', 'words'],
    )
  })
  it('are summed with how many answered', () =>
    assert.deepEqual(summaryOf([5, 4, 4, 1]), { counts: [1, 0, 0, 2, 1], n: 4, mean: 3.5 }))
  it('have no mean without answers', () => assert.equal(summaryOf([]).mean, null))
})

describe('an evaluation', () => {
  let there: TestInstallation
  let hub: { id: string; slug: string }
  let groupId: string
  let people: string[]
  let personId: string
  const db = () => there.installation.connections.kysely
  const asLead = () => there.as(actorWith(personId, 'group_lead', { groupId }))
  const asStaff = () => there.as(actorWith(personId, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const byLink = (id: string | undefined) => there.as({ kind: 'link', purpose: 'evaluate', subjectId: id ?? '' })
  const frame = {
    serviceName: '',
    networkName: '',
    path: '',
    signedInAs: null,
    navigation: [],
    demonstration: null,
    notice: null,
  }
  const drawn = async (context: PageRequest['context']) =>
    String(
      (
        await showEvaluation({
          context,
          params: { id: groupId },
          query: new URLSearchParams(),
          body: {},
          path: '',
          frame,
          from: '',
          device: null,
          cookies: {},
          sessionToken: null,
        })
      ).body,
    )

  before(async () => {
    there = await testInstallation()
    hub = await makeHub(db())
    const projectId = await makeProject(db())
    for (const [position, outcome] of ['develop a shared vision', 'lead the department'].entries())
      await db()
        .insertInto('project_outcomes')
        .values({ id: newId(), project_id: projectId, audience: 'participants', outcome, position })
        .execute()
    await db()
      .insertInto('project_outcomes')
      .values({ id: newId(), project_id: projectId, audience: 'hub_team', outcome: 'not asked', position: 9 })
      .execute()
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    personId = (await makePerson(db())).id
    people = []
    for (let n = 0; n < 4; n += 1) {
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      people.push(await makeParticipant(db(), place, (await makePerson(db())).id))
    }
  })
  after(() => there.release())

  const answer = async (participantId: string | undefined, agreement: number, words: string | null = null) => {
    const questions = (await evaluationOfGroup(db(), groupId))?.questions ?? []
    await answerEvaluation(
      byLink(participantId),
      questions.map(({ id, kind }) => ({
        questionId: id,
        agreement: kind === 'agreement' ? agreement : null,
        words: kind === 'words' ? words : null,
      })),
    )
  }

  it('is opened once, after a session was held, by those who do the group’s work', async () => {
    await assert.rejects(openEvaluation(asLead(), groupId), Refused)
    await makeSession(db(), groupId, { status: 'held' })
    await assert.rejects(
      openEvaluation(there.as(actorWith(personId, 'hub_lead', { hubId: newId() })), groupId),
      NotFound,
    )
    assert.deepEqual(await openEvaluation(asLead(), groupId), { asked: 4 })
    assert.equal(await askForAnswers(there.system()), 4)
    assert.equal(await askForAnswers(there.system()), 0)
    await assert.rejects(openEvaluation(asStaff(), groupId), Refused)
    const evaluation = await evaluationOfGroup(db(), groupId)
    assert.deepEqual(
      evaluation?.questions.map(({ kind }) => kind),
      ['agreement', 'agreement', 'words'],
    )
    assert.equal(
      (await db().selectFrom('messages').select('id').where('key', 'like', 'evaluate:%').execute()).length,
      4,
    )
  })

  it('shows no figure to the hub before three have answered, and words never with a name', async () => {
    await answer(people[0], 5, 'It changed how we plan.')
    await answer(people[1], 4)
    assert.ok(!(await drawn(asStaff())).includes('It changed how we plan.'))
    assert.ok((await drawn(asLead())).includes('It changed how we plan.'))
    await answer(people[2], 3)
    const shown = await drawn(asStaff())
    assert.ok(shown.includes('It changed how we plan.'))
    assert.ok(shown.includes('n = 3, mean 4'))
  })

  it('keeps the later answers of somebody who answers again', async () => {
    const evaluation = await evaluationOfGroup(db(), groupId)
    await answer(people[0], 1)
    await answer(people[0], 2)
    assert.equal(await peopleAnswered(db(), evaluation?.id ?? ''), 3)
  })

  it('shows beside it what came of the tasks, by name to those who do the group’s work, and in numbers to the network', async () => {
    const [first = '', second = ''] = people
    const taskId = newId()
    const at = there.clock.now()
    await db()
      .insertInto('tasks')
      .values({
        id: taskId,
        group_id: groupId,
        title: 'Bar models',
        brief: 'Try',
        due_on: there.as({ kind: 'visitor' }).today,
        set_at: at,
      })
      .execute()
    for (const participant of [first, second])
      await db()
        .insertInto('task_requests')
        .values({ id: newId(), task_id: taskId, participant_id: participant, asked_at: at })
        .execute()
    await db()
      .insertInto('reflections')
      .values({
        id: newId(),
        task_id: taskId,
        participant_id: first,
        reflection: 'They drew it themselves.',
        returned_at: at,
      })
      .execute()
    for (const who of [asLead(), asStaff()])
      assert.match(await drawn(who), /Bar models[\s\S]*1 of 2 returned[\s\S]*They drew it themselves/)
    const { project_id: project } = await db()
      .selectFrom('groups')
      .select('project_id')
      .where('id', '=', groupId)
      .executeTakeFirstOrThrow()
    const app = await createApp(there.installation)
    const see = async (role: 'national_team' | 'analyst' | 'hub_lead', roleAt = {}) =>
      browser(() => app).see(`/network/projects/${project}/evaluation`, await signedInAs(there, role, roleAt))
    for (const role of ['national_team', 'analyst'] as const) {
      const { body } = await see(role)
      assert.match(body, /1 of 2[\s\S]*Strongly|1 of 2[\s\S]*Mean, of 5/)
      assert.doesNotMatch(body, /They drew it|It changed how we plan/)
    }
    assert.notEqual((await see('hub_lead', { hub_id: hub.id })).statusCode, 200)
    await app.close()
  })

  it('takes no answer after it has closed', async () => {
    there.clock.set('2021-11-15T23:30:00Z')
    await answer(people[3], 5)
    there.clock.set('2021-11-16T00:00:00Z')
    await assert.rejects(answer(people[3], 5), Refused)
  })
})
