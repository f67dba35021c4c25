import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { byLinkOf, receivedInterest } from '../../../test/support/interest.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makePlace,
  makeProject,
  makeSchool,
  makeSession,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { offerPlaceTo, withdrawInterest } from '../place-offers/index.ts'
import { faultsAsPublished, type Published } from '../placement-check/index.ts'
import { acceptPlacement } from './actions/decide-placement.ts'
import { requestPlacement } from './actions/request-placement.ts'
import { runPlacement } from './actions/run-placement.ts'
import { publishedOf, usuallyAsked } from './asked.ts'
import { changesSince, isAsSeen, markOf } from './seen-queries.ts'

let test: TestInstallation
let app: Awaited<ReturnType<typeof createApp>>
before(async () => {
  test = await testInstallation()
  app = await createApp(test.installation)
})
after(async () => {
  await app.close()
  await test.release()
})
beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))
const db = () => test.installation.connections.kysely
const { see, send } = browser(() => app)
const respondBy = Temporal.Instant.from('2021-11-01T23:59:00Z')

const setting = async (count: number, group: Record<string, unknown> = {}) => {
  const hub = await makeHub(db())
  const projectId = await makeProject(db(), { people_max: 4 })
  const offerId = await makeOffer(db(), hub.id, projectId)
  const groupId = await makeGroup(db(), hub.id, projectId, {
    offer_id: offerId,
    name: 'West',
    organisations_room: 6,
    organisations_minimum: 0,
    ...group,
  })
  const cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  const staff = test.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const schools = []
  for (let at = 1; at <= count; at += 1) {
    const organisationId = await makeSchool(db(), { name: `School ${at}`, phase: 'primary' })
    schools.push({ organisationId, ...(await receivedInterest(test, { offerId, organisationId })) })
  }
  return { hub, projectId, offerId, groupId, cookie, staff, schools, url: '' }
}
type Setting = Awaited<ReturnType<typeof setting>>

const proposed = async (here: Setting, asked = {}) => {
  const runId = await requestPlacement(test.system(), { offerIds: [here.offerId], ...asked })
  await runPlacement(test.system(), runId)
  return { runId, url: `/hub/${here.hub.slug}/placement/${runId}` }
}

const markIn = (body: string): string => /name="seen" value="([^"]+)"/.exec(body)?.[1] ?? ''
const until = (day: string, month = '10') => ({
  'respond_by-day': day,
  'respond_by-month': month,
  'respond_by-year': '2021',
})
const statuses = (here: Setting) =>
  Promise.all(
    here.schools.map(
      async ({ id }) =>
        (
          await db()
            .selectFrom('expressions_of_interest')
            .select('status')
            .where('id', '=', id)
            .executeTakeFirstOrThrow()
        ).status,
    ),
  )

describe('accepting what was seen', () => {
  it('is refused with what has changed since, and done when it has been seen', async () => {
    const here = await setting(3)
    const { url } = await proposed(here)
    const seen = markIn((await see(url, here.cookie)).body)
    const [first, second] = here.schools
    assert.ok(first && second)
    await withdrawInterest(test.as(byLinkOf('status', first.id)), { interestId: first.id })
    await send(`${url}/change/${second.id}`, { group: 'none' }, here.cookie)
    const late = await send(`${url}/accept`, { seen, ...until('29') }, here.cookie)
    assert.equal(late.statusCode, 409)
    assert.match(late.body, /School 1: the request was withdrawn \(who asked\)/)
    assert.match(late.body, /School 2 is left out now[\s\S]*What is settled by hand has changed/)
    assert.match(late.body, /name="respond_by-day"[^>]*value="29"/, 'what was typed stays')
    assert.deepEqual(await statuses(here), ['withdrawn', 'confirmed', 'confirmed'])
    const again = await send(`${url}/accept`, { seen: markIn(late.body), ...until('29') }, here.cookie)
    assert.equal(again.statusCode, 303)
    assert.deepEqual(await statuses(here), ['withdrawn', 'confirmed', 'offered'])
  })

  it('notices room that was given away, and nothing that does not touch it', async () => {
    const here = await setting(2)
    const { url } = await proposed(here)
    const seen = markIn((await see(url, here.cookie)).body)
    const other = await setting(1)
    await offerPlaceTo(test.system(), { interestId: other.schools[0]?.id ?? '', groupId: other.groupId })
    assert.equal(markIn((await see(url, here.cookie)).body), seen)
    const late = await receivedInterest(test, { offerId: here.offerId })
    await offerPlaceTo(test.system(), { interestId: late.id, groupId: here.groupId })
    const refused = await send(`${url}/accept`, { seen, ...until('29') }, here.cookie)
    assert.equal(refused.statusCode, 409)
    assert.match(refused.body, /West: its room, its minimum or its venue has changed\. There is room for 5 more/)
  })

  it('is done once by two who press at the same moment', async () => {
    const here = await setting(3)
    const { url } = await proposed(here)
    const seen = markIn((await see(url, here.cookie)).body)
    const answers = await Promise.all([1, 2, 3].map(() => send(`${url}/accept`, { seen, ...until('29') }, here.cookie)))
    assert.deepEqual(answers.map(({ statusCode }) => statusCode).toSorted(), [303, 422, 422])
    assert.deepEqual(await statuses(here), ['offered', 'offered', 'offered'])
    await test.requireNoFaults()
  })
})

describe('the mark of a placement of thousands', () => {
  const { organisationsTaken, ...left } = { organisationsTaken: 0, organisationsLeft: 9, peopleLeft: 18, minimum: 0 }
  const group = { id: 'g', name: 'West', venueId: null, organisationsTaken, ...left }
  const applicant = (at: number, people = 2) => ({
    id: `i${at}`,
    people,
    travelLimitMiles: null,
    minutes: {},
    clashes: [],
  })
  const resting = (change: (at: number) => number) =>
    ({
      placed: Array.from({ length: 3000 }, (_, at) => ({ interestId: `i${at}`, groupId: 'g' })),
      instance: { applicants: Array.from({ length: 3000 }, (_, at) => applicant(at, change(at))), groups: [group] },
      pins: [],
    }) as unknown as Parameters<typeof markOf>[0]

  it('tells what has changed, the first of it and how many more', async () => {
    const before = resting(() => 2)
    const seen = markOf(before)
    assert.ok(
      isAsSeen(
        seen,
        resting(() => 2),
      ),
    )
    const proposals = before.placed.map((each, at) => ({ ...each, organisation: `School ${at}` }))
    const since = (change: (at: number) => number) =>
      changesSince(db(), { ...resting(change), seen, proposals } as unknown as Parameters<typeof changesSince>[1])
    assert.deepEqual(await since((at) => (at === 1999 ? 3 : 2)), [
      'School 1999 is placed in West, or asks otherwise than it did.',
    ])
    const many = await since((at) => (at < 45 ? 3 : 2))
    assert.equal(many.length, 31)
    assert.equal(many.at(-1), 'And 15 more requests have changed.')
  })
})

describe('a group that would stay under what it needs', () => {
  it('is shown, and offered with fewer or left out as whoever accepts says', async () => {
    for (const choice of ['fewer', 'without'] as const) {
      const here = await setting(3, { organisations_minimum: 3 })
      const { url } = await proposed(here)
      const [first] = here.schools
      await withdrawInterest(test.as(byLinkOf('status', first?.id ?? '')), { interestId: first?.id ?? '' })
      const body = (await see(url, here.cookie)).body
      assert.match(body, /West would have 2, and needs 3 to run[\s\S]*Cannot be put into it any more: School 1/)
      const unsaid = await send(`${url}/accept`, { seen: markIn(body), ...until('29') }, here.cookie)
      assert.equal(unsaid.statusCode, 409)
      assert.match(unsaid.body, /Say what is to be done, then accept again/)
      assert.deepEqual(await statuses(here), ['withdrawn', 'confirmed', 'confirmed'])
      const said = { seen: markIn(unsaid.body), [`short-${here.groupId}`]: choice, ...until('29') }
      assert.equal((await send(`${url}/accept`, said, here.cookie)).statusCode, 303)
      const after = choice === 'fewer' ? 'offered' : 'confirmed'
      assert.deepEqual(await statuses(here), ['withdrawn', after, after])
      if (choice === 'without') assert.match((await see(url, here.cookie)).body, /Its group was left out/)
    }
  })

  it('is found also when a single place is refused only as it is offered, and then nothing is offered', async () => {
    const here = await setting(3, { organisations_minimum: 3 })
    const { runId } = await proposed(here)
    const elsewhere = await makeGroup(db(), here.hub.id, here.projectId)
    const [first] = here.schools
    await makePlace(db(), {
      groupId: elsewhere,
      projectId: here.projectId,
      organisationId: first?.organisationId ?? '',
    })
    await assert.rejects(acceptPlacement(test.system(), { runId, respondBy }), /West would have too few to run/)
    assert.deepEqual(await statuses(here), ['confirmed', 'confirmed', 'confirmed'])
    const choices = new Map([[here.groupId, 'fewer' as const]])
    assert.equal((await acceptPlacement(test.system(), { runId, respondBy, choices })).offered, 2)
  })
})

describe('the last day to answer', () => {
  it('that the form itself proposes is never refused, also where schools have an hour', async () => {
    const here = await setting(1)
    const { url } = await proposed(here)
    const terms = { working_days: [1, 2, 3, 4, 5], opens_at: '09:00', closes_at: '17:00', least_hours: 1 }
    await db()
      .insertInto('answer_terms')
      .values({
        ...terms,
        id: newId(),
        hub_id: here.hub.id,
        hours_to_answer: 1,
        days_before_first: 1,
        reminder_hours: 0,
        set_at: test.clock.now(),
      } as never)
      .execute()
    const { body } = await see(url, here.cookie)
    const shown = (part: string) => new RegExp(`name="respond_by-${part}"[^>]*value="(\\d+)"`).exec(body)?.[1] ?? ''
    assert.equal(shown('day'), '18')
    assert.equal(
      (await send(`${url}/accept`, { seen: markIn(body), ...until(shown('day'), shown('month')) }, here.cookie))
        .statusCode,
      303,
    )
  })

  it('ends when the first session begins', async () => {
    const here = await setting(1)
    await makeSession(db(), here.groupId, {
      on_date: Temporal.PlainDate.from('2021-10-25'),
      starts_at: Temporal.PlainTime.from('09:30'),
    })
    const { runId } = await proposed(here)
    await acceptPlacement(test.system(), { runId, respondBy })
    const { respond_by } = await db()
      .selectFrom('places')
      .select('respond_by')
      .where('group_id', '=', here.groupId)
      .executeTakeFirstOrThrow()
    assert.equal(respond_by?.toString(), '2021-10-25T08:30:00Z')
  })
})

describe('places as they stand in the database', () => {
  type Broken = readonly [
    what: string,
    sentence: RegExp,
    how: (here: Setting, runId: string) => Promise<unknown>,
    limits?: Partial<Published>,
  ]
  const group = (here: Setting, values: Record<string, unknown>) =>
    db().updateTable('groups').set(values).where('id', '=', here.groupId).execute()
  const pin = (here: Setting, runId: string, values: Record<string, unknown>) =>
    db()
      .insertInto('placement_pins')
      .values({ id: newId(), run_id: runId, interest_id: here.schools[0]?.id ?? '', ...values } as never)
      .execute()
  const elsewhere = async (here: Setting, values: Record<string, unknown> = {}) =>
    makeGroup(db(), here.hub.id, here.projectId, values)
  const met = {
    on_date: Temporal.PlainDate.from('2021-11-17'),
    starts_at: Temporal.PlainTime.from('09:30'),
    ends_at: Temporal.PlainTime.from('12:00'),
  }
  const broken: readonly Broken[] = [
    [
      'the least a group needs',
      /West would have 2, and needs 5 to run/,
      (here) => group(here, { organisations_minimum: 5 }),
    ],
    [
      'one phase',
      /West would mix schools of several phases/,
      (here) =>
        db()
          .updateTable('organisations')
          .set({ phase: 'secondary' })
          .where('id', '=', here.schools[0]?.organisationId ?? '')
          .execute(),
      { onePhase: true },
    ],
    ['the most of one phase', /2 schools of one phase, more than 1/, () => Promise.resolve(), { mostOfAPhase: 1 }],
    [
      'a rule that is required',
      /School 1 would have a place though a rule/,
      (here) =>
        db()
          .insertInto('interest_verdicts')
          .values({
            id: newId(),
            interest_id: here.schools[0]?.id ?? '',
            position: 1,
            strength: 'required',
            sentence: 'A rule.',
            rule: '{}',
            answer: 'no',
            facts: '[]',
            reached_at: test.clock.now(),
          })
          .execute(),
    ],
    [
      'dates',
      /School 1 is at another group of its own/,
      async (here) => {
        const other = await makeGroup(db(), here.hub.id, await makeProject(db()))
        const organisationId = here.schools[0]?.organisationId ?? ''
        const { project_id } = await db()
          .selectFrom('groups')
          .select('project_id')
          .where('id', '=', other)
          .executeTakeFirstOrThrow()
        await makePlace(db(), { groupId: other, projectId: project_id, organisationId })
        await makeSession(db(), here.groupId, met)
        await makeSession(db(), other, met)
      },
    ],
    [
      'what was put by hand',
      /School 1 is not where it was put by hand/,
      async (here, runId) => pin(here, runId, { kind: 'put', group_id: await elsewhere(here) }),
    ],
    [
      'who was left out by hand',
      /School 1 is not where it was put/,
      (here, runId) => pin(here, runId, { kind: 'put' }),
    ],
    [
      'what was ruled out',
      /School 1 is in a group that was ruled out/,
      (here, runId) => pin(here, runId, { kind: 'never', group_id: here.groupId }),
    ],
    [
      'who is kept apart',
      /School 1 and School 2 are to be kept apart/,
      (here, runId) => pin(here, runId, { kind: 'apart', other_interest_id: here.schools[1]?.id }),
    ],
    [
      'a partner hub’s share',
      /West would take from what its partner hubs have left of their shares/,
      async (here) => {
        await group(here, { organisations_room: 3 })
        await db()
          .insertInto('group_partner_hubs')
          .values({ group_id: here.groupId, hub_id: (await makeHub(db())).id, organisations_share: 2 })
          .execute()
      },
    ],
    [
      'for how many they asked',
      /School 1 would have a place for 1 of 3 people/,
      (here) =>
        db()
          .updateTable('expressions_of_interest')
          .set({ unnamed_people: 2 })
          .where('id', '=', here.schools[0]?.id ?? '')
          .execute(),
    ],
  ]
  for (const [what, sentence, how, limits = {}] of broken)
    it(`tell of ${what}, and of nothing else`, async () => {
      const here = await setting(2)
      const { runId } = await proposed(here)
      await acceptPlacement(test.system(), { runId, respondBy })
      const published = publishedOf({ id: runId, asked: usuallyAsked }, new Map())
      assert.deepEqual(await faultsAsPublished(db(), published), [])
      await how(here, runId)
      const faults = await faultsAsPublished(db(), { ...published, ...limits })
      assert.equal(faults.length, 1, faults.join(' '))
      assert.match(faults[0] ?? '', sentence)
    })

  it('tell of two who were to be kept together', async () => {
    const here = await setting(2)
    const { runId } = await proposed(here)
    await acceptPlacement(test.system(), { runId, respondBy })
    const other = await elsewhere(here)
    const [first, second] = here.schools
    const moved = db()
      .updateTable('places')
      .set({ group_id: other })
      .where('group_id', '=', here.groupId)
      .where('organisation_id', '=', first?.organisationId ?? '')
    await moved.execute()
    await pin(here, runId, { kind: 'together', other_interest_id: second?.id })
    const faults = await faultsAsPublished(db(), publishedOf({ id: runId, asked: usuallyAsked }, new Map()))
    assert.match(
      faults.join(' '),
      /another group than was proposed[\s\S]*School 1 and School 2 are to be kept together/,
    )
  })
})
