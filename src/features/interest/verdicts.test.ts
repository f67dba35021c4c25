import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import {
  makeCriterion,
  makeGroup,
  makeHub,
  makeOffer,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
  makeYear,
} from '../../../test/support/records.ts'
import { found } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { verdictAgain } from '../criteria/index.ts'
import { correctFact } from '../hubs/actions/correct-fact.ts'
import { offerPlaceTo } from '../place-offers/index.ts'
import { overruleVerdict, replacePerson } from './index.ts'
import { jobs, sweeps } from './jobs.ts'
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

  const post = (personId: string, organisationId: string, values: Record<string, unknown>) =>
    db()
      .insertInto('posts')
      .values({
        id: newId(),
        person_id: personId,
        organisation_id: organisationId,
        post: 'head_of_department',
        stated_at: test.clock.now(),
        ...values,
      } as never)
      .onConflict((conflict) =>
        conflict
          .columns(['person_id', 'organisation_id', 'post'])
          .where('to_on', 'is', null)
          .doUpdateSet({ ...values, stated_at: test.clock.now() } as never),
      )
      .execute()
  const night = (day: string) => {
    test.clock.set(`${day}T01:00:00Z`)
    return sweeps['look-at-verdicts']?.(test.system())
  }
  const ruled = async (rule: Parameters<typeof makeCriterion>[2]['rule']) => {
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    const offerId = await makeOffer(db(), hub.id, projectId)
    await makeCriterion(db(), projectId, { sentence: 'rule', rule })
    return { hub, projectId, offerId }
  }
  const leadOf = (interest: { people: readonly { personId: string | null }[] }) => interest.people[0]?.personId ?? ''

  it('come to a yes on the day on which a post has been held long enough, and not before', async () => {
    const { offerId } = await ruled(rules.settled)
    const interest = await receivedInterest(test, { offerId })
    test.clock.set('2021-10-18T09:00:00Z')
    await post(leadOf(interest), interest.organisation.id, { from_on: Temporal.PlainDate.from('2020-11-05') })
    await sweep()
    assert.equal((await answers(interest.id))['rule'], 'no')
    await night('2021-11-04')
    assert.equal((await answers(interest.id))['rule'], 'no')
    await night('2021-11-05')
    assert.equal((await answers(interest.id))['rule'], 'yes')
    const before = (await keptOf(interest.id)).kept.map(({ id }) => id)
    await Promise.all([night('2021-11-05'), night('2021-11-05')])
    await night('2021-11-06')
    assert.deepEqual(
      (await keptOf(interest.id)).kept.map(({ id }) => id),
      before,
      'no other day changes it',
    )
  })

  it('follow a post that ends, at once where its day has passed and else on the day', async () => {
    const { offerId } = await ruled(rules.leads)
    const interest = await receivedInterest(test, { offerId })
    assert.equal((await answers(interest.id))['rule'], 'yes')
    const { id: organisationId } = interest.organisation
    const end = (to: string) =>
      db()
        .updateTable('posts')
        .set({ to_on: Temporal.PlainDate.from(to), ended_at: test.clock.now() })
        .where('person_id', '=', leadOf(interest))
        .where('organisation_id', '=', organisationId)
        .execute()
    test.clock.set('2021-10-18T09:00:00Z')
    await end('2021-11-30')
    await sweep()
    assert.equal((await answers(interest.id))['rule'], 'yes')
    await night('2021-11-30')
    assert.equal((await answers(interest.id))['rule'], 'yes', 'it is held on its last day')
    await night('2021-12-01')
    assert.equal((await answers(interest.id))['rule'], 'no')
  })

  it('follow the school that it succeeds, and what its people have taken part in', async () => {
    const { offerId, projectId, hub } = await ruled({
      not: { fact: 'organisation.project', project: 'this', years: 'ever' },
    })
    const interest = await receivedInterest(test, { offerId })
    const predecessor = await makeSchool(db())
    const held = test.clock.now()
    await makePlace(db(), { groupId: await makeGroup(db(), hub.id, projectId), projectId, organisationId: predecessor })
    test.clock.set('2021-10-18T09:00:00Z')
    await sweep()
    assert.equal((await answers(interest.id))['rule'], 'yes')
    await db()
      .insertInto('organisation_successors')
      .values({ predecessor_id: predecessor, successor_id: interest.organisation.id, told_at: test.clock.now() })
      .execute()
    await sweep()
    assert.equal((await answers(interest.id))['rule'], 'no')
    const person = await ruled(rules.first)
    const theirs = await receivedInterest(test, { offerId: person.offerId })
    const placeId = await makePlace(db(), {
      groupId: await makeGroup(db(), person.hub.id, person.projectId),
      projectId: person.projectId,
      organisationId: await makeSchool(db()),
    })
    await makeParticipant(db(), placeId, leadOf(theirs))
    test.clock.set('2021-10-18T10:00:00Z')
    await db().updateTable('places').set({ held_at: test.clock.now() }).where('id', '=', placeId).execute()
    await sweep()
    assert.equal((await answers(theirs.id))['rule'], 'no')
    assert.ok(held)
  })

  it('follow the area of the hub, changed now or from a day on, while nobody has decided', async () => {
    const { offerId, projectId, hub } = await ruled({ fact: 'organisation.area', is: 'hub' })
    const authority = '999'
    await db().insertInto('authorities').values({ code: authority, name: 'Here' }).execute()
    const school = async () => {
      const id = await makeSchool(db())
      await db().updateTable('organisations').set({ authority_code: authority }).where('id', '=', id).execute()
      return id
    }
    const served = (values: Record<string, unknown>) =>
      db()
        .insertInto('hub_areas')
        .values({ id: newId(), hub_id: hub.id, authority_code: authority, described_as: 'Here', ...values } as never)
        .execute()
    await served({ from_on: Temporal.PlainDate.from('2021-11-01') })
    const [one, other] = [
      await receivedInterest(test, { offerId, organisationId: await school() }),
      await receivedInterest(test, { offerId, organisationId: await school() }),
    ]
    await offerPlaceTo(test.system(), { interestId: other.id, groupId: await makeGroup(db(), hub.id, projectId) })
    const before = (await answers(other.id))['rule']
    assert.notEqual((await answers(one.id))['rule'], 'yes')
    await night('2021-10-31')
    assert.notEqual((await answers(one.id))['rule'], 'yes')
    await night('2021-11-01')
    assert.equal((await answers(one.id))['rule'], 'yes')
    assert.equal((await answers(other.id))['rule'], before, 'what was decided stays as it was')
    const { id: wrong } = await db()
      .selectFrom('hub_areas')
      .select('id')
      .where('hub_id', '=', hub.id)
      .executeTakeFirstOrThrow()
    const [from, reason] = [Temporal.PlainDate.from('2021-12-01'), 'It begins a month later']
    const corrected = { hubId: hub.id, slug: hub.slug, kind: 'area', id: wrong, text: 'Here', from, reason } as const
    await correctFact(test.as(actorWith(newId(), 'national_team')), corrected)
    const again = (await sql`select 1 from graphile_worker.jobs where key = ${`area:${hub.id}`}`.execute(db())).rows
    assert.equal(again.length, 1, 'a corrected area is asked about again')
    await db().deleteFrom('hub_areas').where('hub_id', '=', hub.id).execute()
    await jobs['reach-verdicts-of-area']?.(test.system(), { hubId: hub.id })
    assert.notEqual((await answers(one.id))['rule'], 'yes')
  })
})
