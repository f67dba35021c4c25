import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import {
  makeCriterion,
  makeGroup,
  makeHub,
  makeOffer,
  makePerson,
  makeProject,
  makeSchool,
  makeYear,
} from '../../../test/support/records.ts'
import { found } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { verdictAgain } from '../criteria/index.ts'
import { offerPlaceTo } from '../place-offers/index.ts'
import { overruleVerdict, replacePerson } from './index.ts'
import { sweeps } from './jobs.ts'
import { verdictsOfInterest } from './verdict-queries.ts'

let test: TestInstallation
before(async () => {
  test = await testInstallation()
})
after(() => test.release())
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))
const db = () => test.installation.connections.kysely

const rules = {
  leads: { fact: 'person.post', in: ['head_of_department'], held: true },
  developed: { fact: 'organisation.stage', stage: 'development', status: ['completed'], years: 'before' },
  agrees: {
    any: [
      { fact: 'commitment', key: 'full_year', declared: true },
      { fact: 'organisation.phase', in: ['primary'] },
    ],
  },
  first: { not: { fact: 'person.project', project: 'this', years: 'ever' } },
  classes: { fact: 'answer', key: 'classes', atLeast: 2 },
  settled: { fact: 'person.post', in: ['head_of_department'], held: true, since: { months: 12 } },
} as const

const setting = async () => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db())
  const offerId = await makeOffer(db(), hub.id, projectId)
  const staff = actorWith((await makePerson(db())).id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug })
  for (const [sentence, rule] of Object.entries(rules)) await makeCriterion(db(), projectId, { sentence, rule })
  return { hub, projectId, offerId, staff }
}

let stageId = ''
const stage = async () => {
  if (stageId) return stageId
  const pathwayId = newId()
  stageId = newId()
  await db()
    .insertInto('pathways')
    .values({ id: pathwayId, key: 'mastery', name: 'Mastery', phase: 'secondary' })
    .execute()
  await db()
    .insertInto('stages')
    .values({ id: stageId, pathway_id: pathwayId, key: 'development', name: 'Development', position: 1 })
    .execute()
  await makeYear(db(), 2020)
  return stageId
}
const completedStage = async (organisationId: string) =>
  db()
    .insertInto('stage_records')
    .values({
      id: newId(),
      organisation_id: organisationId,
      stage_id: await stage(),
      year: 2020,
      status: 'completed',
      evidence: 'Register',
      recorded_at: test.clock.now(),
    })
    .execute()

const answers = async (id: string) =>
  Object.fromEntries((await verdictsOfInterest(db(), id)).map(({ sentence, answer }) => [sentence, answer]))
const answered = [{ key: 'classes', kind: 'number', question: 'How many classes?', value: 3, shown: '3' }] as const
const keptOf = async (id: string) => {
  const { known_facts } = await db()
    .selectFrom('expressions_of_interest')
    .select('known_facts')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const kept = await db()
    .selectFrom('interest_verdicts')
    .selectAll()
    .where('interest_id', '=', id)
    .orderBy('position')
    .execute()
  return { known_facts, kept }
}
const sweep = () => sweeps['reach-verdicts-again']?.(test.system())

describe('the verdicts on a request', () => {
  it('are reached again from what was kept, to the letter, after all else has changed', async () => {
    const { offerId, projectId } = await setting()
    const organisationId = await makeSchool(db())
    await completedStage(organisationId)
    const interest = await receivedInterest(test, {
      offerId,
      organisationId,
      answers: [...answered],
      commitments: ['full_year'],
    })
    assert.deepEqual(await answers(interest.id), {
      leads: 'yes',
      developed: 'yes',
      agrees: 'yes',
      first: 'yes',
      classes: 'yes',
      settled: 'not_yet_known',
    })
    await db().deleteFrom('stage_records').where('organisation_id', '=', organisationId).execute()
    await db()
      .updateTable('organisations')
      .set({ name: 'Another name', phase: 'primary' })
      .where('id', '=', organisationId)
      .execute()
    await db().updateTable('criteria').set({ sentence: 'Another rule.' }).where('project_id', '=', projectId).execute()
    const { known_facts, kept } = await keptOf(interest.id)
    assert.equal(kept.length, 6)
    for (const row of kept) {
      const again = verdictAgain(
        { criterionId: row.criterion_id, strength: 'required', sentence: row.sentence, rule: row.rule },
        known_facts,
      )
      assert.deepEqual([again.answer, again.facts], [row.answer, row.facts], row.sentence)
    }
    assert.doesNotMatch(JSON.stringify(known_facts), new RegExp(interest.sender.name))
  })

  it('follow what is recorded while nobody has decided, and stay as they were once somebody has', async () => {
    const { offerId, projectId, hub, staff } = await setting()
    const [waiting, decided] = [await makeSchool(db()), await makeSchool(db())]
    const one = await receivedInterest(test, { offerId, organisationId: waiting })
    const other = await receivedInterest(test, { offerId, organisationId: decided })
    const groupId = await makeGroup(db(), hub.id, projectId, { offer_id: offerId })
    await offerPlaceTo(test.as(staff), { interestId: other.id, groupId })
    test.clock.set('2021-10-18T09:00:00Z')
    await completedStage(waiting)
    await completedStage(decided)
    await Promise.all([sweep(), sweep()])
    assert.equal((await answers(one.id))['developed'], 'yes')
    assert.equal((await answers(other.id))['developed'], 'no')
    const before = (await keptOf(one.id)).kept.map(({ id }) => id)
    await sweep()
    assert.deepEqual(
      (await keptOf(one.id)).kept.map(({ id }) => id),
      before,
      'what has not changed is left alone',
    )
  })

  it('tell the history when what they say in sum has changed', async () => {
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    const offerId = await makeOffer(db(), hub.id, projectId)
    await makeCriterion(db(), projectId, { sentence: 'developed', rule: rules.developed })
    const organisationId = await makeSchool(db())
    const interest = await receivedInterest(test, { offerId, organisationId })
    test.clock.set('2021-10-18T09:00:00Z')
    await completedStage(organisationId)
    await sweep()
    const [event] = (await historyOf(db(), { type: 'interest', id: interest.id })).filter(
      ({ name }) => name === 'interest.verdict-changed',
    )
    assert.deepEqual(event?.particulars, { before: 'no', after: 'yes' })
  })

  it('keep what the hub has overruled when others come, and reach the rest again', async () => {
    const { offerId, staff } = await setting()
    const interest = await receivedInterest(test, { offerId })
    const verdict = found(
      (await verdictsOfInterest(db(), interest.id)).find(({ sentence }) => sentence === 'developed'),
    )
    const overruling = {
      interestId: interest.id,
      verdictId: verdict.id,
      answer: 'yes',
      reason: 'They did, before records.',
    } as const
    await overruleVerdict(test.as(staff), overruling)
    const person = { name: 'Una Usher', email: 'una@school.example', post: 'class_teacher', held: true } as const
    await replacePerson(test.as(byLinkOf('status', interest.id)), { interestId: interest.id, position: 1, person })
    assert.equal((await answers(interest.id))['leads'], 'no')
    const after = (await verdictsOfInterest(db(), interest.id)).find(({ sentence }) => sentence === 'developed')
    assert.deepEqual(
      [after?.answer, after?.overruled?.answer, after?.overruled?.reason],
      ['no', 'yes', overruling.reason],
    )
  })
})
