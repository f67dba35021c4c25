import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makeParticipant,
  makePerson,
  makePlace,
  makePolicy,
  makeProject,
  makeSchool,
  makeSession,
  makeYear,
} from '../../../test/support/records.ts'
import { json } from '../../platform/database/index.ts'
import { Conflict, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { findFaults } from '../../platform/invariants.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { interestById } from '../interest/index.ts'
import { mayDecideOnInterest } from '../interest/policy.ts'
import { draftOffer } from '../offer-writing/index.ts'
import { hubById, hubsServing, hubThroughTime, successorOfHub } from '../organisations/index.ts'
import { figuresOf } from '../reporting/index.ts'
import { changeHub } from './actions/change-hub.ts'
import type { HubChange, StaffChoices } from './hub-change.ts'
import { invariants } from './invariants.ts'
import { fingerprintOf } from './queries.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const years = [2020, 2021] as const

describe('hubs that are handed over, merge and are divided', () => {
  let test: TestInstallation
  let coordinator = ''
  const db = () => test.installation.connections.kysely
  const national = () => test.as(actorWith(coordinator, 'national_team'))
  const change = (hubId: string, change: HubChange, { from = '2021-10-18', seen = '' } = {}) =>
    changeHub(national(), { hubId, from: day(from), change, ...(seen ? { seen } : {}) })

  const member = async (hubId: string, role: RoleName) => {
    const person = await makePerson(db())
    const roleId = newId()
    await db()
      .insertInto('roles')
      .values({ id: roleId, person_id: person.id, role, hub_id: hubId, from_on: day('2020-09-01') })
      .execute()
    return { ...person, roleId }
  }
  const rolesAt = async (personId: string) =>
    (
      await db()
        .selectFrom('roles as r')
        .innerJoin('hubs as h', 'h.id', 'r.hub_id')
        .select('h.slug')
        .where('r.person_id', '=', personId)
        .where('r.to_on', 'is', null)
        .orderBy('h.slug')
        .execute()
    ).map(({ slug }) => slug)
  const leadOf = async (hubId: string, name = 'Old School') => {
    const id = newId()
    await db()
      .insertInto('hub_lead_organisations')
      .values({ id, hub_id: hubId, name, from_on: day('2019-09-01') })
      .execute()
    return id
  }
  const serve = async (hubId: string, ...codes: string[]) => {
    for (const code of codes)
      await db()
        .insertInto('hub_areas')
        .values({ id: newId(), hub_id: hubId, authority_code: code, described_as: `Authority ${code}` })
        .execute()
  }
  const where = async (table: 'offers' | 'groups' | 'charges' | 'venues', id: string) =>
    (await db().selectFrom(table).select('hub_id').where('id', '=', id).executeTakeFirst())?.hub_id

  /** A year of a hub's work: an offer with a policy and a venue, a group with a place, a session and a charge. */
  const work = async (hubId: string, year: number, values: { status?: string; slug?: string } = {}) => {
    const projectId = await makeProject(db(), { year })
    const policyId = await makePolicy(db(), hubId)
    const venueId = newId()
    await db()
      .insertInto('venues')
      .values({ id: venueId, hub_id: hubId, name: `Room ${venueId}`, short_name: 'Room', address: 'Somewhere' })
      .execute()
    const slug = values.slug ?? `offer-${newId()}`
    const offerId = await makeOffer(db(), hubId, projectId, { year, policy_id: policyId, venue_id: venueId, slug })
    const groupId = await makeGroup(db(), hubId, projectId, {
      year,
      offer_id: offerId,
      status: values.status ?? 'running',
      policy_id: policyId,
      venue_id: venueId,
    })
    const schoolId = await makeSchool(db())
    const placeId = await makePlace(db(), { groupId, projectId, organisationId: schoolId })
    const participantId = await makeParticipant(db(), placeId, (await makePerson(db())).id)
    const sessionId = await makeSession(db(), groupId)
    await db()
      .insertInto('marks')
      .values({
        id: newId(),
        session_id: sessionId,
        participant_id: participantId,
        mark: 'present',
        recorded_at: test.clock.now(),
        received_at: test.clock.now(),
      })
      .execute()
    const chargeId = newId()
    await db()
      .insertInto('charges')
      .values({
        id: chargeId,
        place_id: placeId,
        participant_id: participantId,
        session_id: sessionId,
        hub_id: hubId,
        policy_id: policyId,
        cause: 'non_attendance',
        amount_pence: 7500,
        status: 'proposed',
        evidence: json({}),
        proposed_at: test.clock.now(),
      })
      .execute()
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id: newId(),
        offer_id: offerId,
        project_id: projectId,
        organisation_id: await makeSchool(db()),
        status: 'waiting',
        sender_name: 'Somebody',
        sender_email: 'somebody@school.example',
        sender_post: 'other',
        policy_id: policyId,
        created_at: test.clock.now(),
        received_at: test.clock.now(),
        confirmed_email_at: test.clock.now(),
      })
      .execute()
    return { projectId, policyId, venueId, offerId, groupId, chargeId, slug }
  }
  const figures = async (hubId: string, year: number) =>
    (await figuresOf(db(), { year, asAt: test.clock.now(), hubId, projectId: null })).map(
      ({ projectId, interest, places, participation, completion }) => [
        projectId,
        interest,
        places,
        participation,
        completion,
      ],
    )

  before(async () => {
    test = await testInstallation()
    coordinator = (await makePerson(db())).id
    for (const year of years) await makeYear(db(), year)
    await db()
      .insertInto('authorities')
      .values(['301', '302', '303'].map((code) => ({ code, name: `Authority ${code}`, region: 'London' })))
      .execute()
  })
  after(() => test.release())

  describe('a hand-over', () => {
    it('changes who leads, who processes and who works there, and nothing of the work', async () => {
      const hub = await makeHub(db())
      const [lead, kept, ended] = [
        await leadOf(hub.id),
        await member(hub.id, 'hub_administrator'),
        await member(hub.id, 'hub_lead'),
      ]
      const next = await makePerson(db())
      await db()
        .insertInto('data_controllers')
        .values({
          id: newId(),
          hub_id: hub.id,
          controller: 'A trust',
          processor: 'Old School',
          from_on: day('2018-09-01'),
        })
        .execute()
      const done = await work(hub.id, 2021)
      const before = await figures(hub.id, 2021)
      await change(hub.id, {
        kind: 'hand_over',
        ends: [lead],
        lead: { name: 'New School', organisationId: null },
        staff: { [kept.roleId]: 'keeps', [ended.roleId]: 'ends' },
        newLeadPersonId: next.id,
      })
      const now = await hubThroughTime(db(), hub.slug)
      assert.deepEqual(
        now?.leads.map(({ name, to }) => [name, to?.toString()]),
        [
          ['New School', undefined],
          ['Old School', '2021-10-17'],
        ],
      )
      assert.deepEqual(
        [await rolesAt(kept.id), await rolesAt(ended.id), await rolesAt(next.id)],
        [[hub.slug], [], [hub.slug]],
      )
      const controllers = await db()
        .selectFrom('data_controllers')
        .select(['controller', 'processor'])
        .where('hub_id', '=', hub.id)
        .orderBy('from_on')
        .execute()
      assert.deepEqual(controllers, [
        { controller: 'A trust', processor: 'Old School' },
        { controller: 'A trust', processor: 'New School' },
      ])
      assert.deepEqual(await figures(hub.id, 2021), before)
      assert.equal(await where('groups', done.groupId), hub.id)
      const told = await db()
        .selectFrom('messages')
        .select(['to_person_id', 'body_text'])
        .where('subject', 'like', '%New School%')
        .execute()
      assert.equal(told.length, 3)
      assert.match(told.find((each) => each.to_person_id === ended.id)?.body_text ?? '', /ended on 17 October 2021/)
      assert.match(told.find((each) => each.to_person_id === next.id)?.body_text ?? '', /You lead the hub/)
    })

    it('leaves no hub without a lead', async () => {
      const hub = await makeHub(db())
      const [lead, only] = [await leadOf(hub.id), await member(hub.id, 'hub_lead')]
      const over: HubChange = {
        kind: 'hand_over',
        ends: [lead],
        lead: { name: 'New School', organisationId: null },
        staff: { [only.roleId]: 'ends' },
        newLeadPersonId: null,
      }
      await assert.rejects(change(hub.id, over), /has to lead the hub/)
    })

    it('is done by one of two who do it at once; the other is told to look again', async () => {
      const hub = await makeHub(db())
      const [lead, seen] = [await leadOf(hub.id), '']
      await member(hub.id, 'hub_lead')
      const fingerprint = seen || (await fingerprintOf(db(), [hub.id]))
      const hand = (name: string) =>
        change(
          hub.id,
          { kind: 'hand_over', ends: [lead], lead: { name, organisationId: null }, staff: {}, newLeadPersonId: null },
          { seen: fingerprint },
        )
      const outcomes = await Promise.allSettled([hand('This School'), hand('That School')])
      assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
      const refused = outcomes.find((each) => each.status === 'rejected')
      assert.ok(refused?.status === 'rejected' && refused.reason instanceof Conflict)
      const open = (await hubThroughTime(db(), hub.slug))?.leads.filter(({ to }) => to === null)
      assert.equal(open?.length, 1)
    })
  })

  describe('a merge', () => {
    const merging = async () => {
      const [a, b] = [await makeHub(db()), await makeHub(db())]
      await leadOf(a.id)
      await serve(a.id, '301', '302')
      await serve(b.id, '302')
      return { a, b }
    }
    const merge = (a: string, b: string, staff: StaffChoices = {}, seen = '') =>
      change(a, { kind: 'merge', intoHubId: b, staff }, { seen })

    it('lets the work of the year pass over, and leaves earlier years and all their figures where they were', async () => {
      const { a, b } = await merging()
      const past = await work(a.id, 2020, { status: 'completed' })
      const unfinished = await work(a.id, 2020)
      const live = await work(a.id, 2021)
      const before = await figures(a.id, 2020)
      const ofB = await figures(b.id, 2020)
      await merge(a.id, b.id)
      assert.deepEqual(await figures(a.id, 2020), before)
      assert.deepEqual(await figures(b.id, 2020), ofB)
      assert.deepEqual(await figures(a.id, 2021), [])
      assert.deepEqual(await figures(b.id, 2021), [[live.projectId, 1, 1, 1, 0]])
      for (const [table, key] of [
        ['offers', 'offerId'],
        ['groups', 'groupId'],
        ['charges', 'chargeId'],
      ] as const) {
        assert.equal(await where(table, live[key]), b.id, table)
        assert.equal(await where(table, past[key]), a.id, table)
        assert.equal(await where(table, unfinished[key]), a.id, table)
      }
      assert.equal(await where('venues', live.venueId), b.id)
      const happened = (await historyOf(db(), { type: 'group', id: live.groupId })).map(({ name }) => name)
      assert.ok(happened.includes('group.passed-on'))
    })

    it('keeps what was agreed to: the offer means a copy of its policy, each request and group the old one', async () => {
      const { a, b } = await merging()
      const live = await work(a.id, 2021)
      await merge(a.id, b.id)
      const offer = await db()
        .selectFrom('offers as o')
        .innerJoin('cancellation_policies as p', 'p.id', 'o.policy_id')
        .select(['p.id', 'p.hub_id', 'p.wording', 'p.amount_pence'])
        .where('o.id', '=', live.offerId)
        .executeTakeFirstOrThrow()
      assert.notEqual(offer.id, live.policyId)
      assert.equal(offer.hub_id, b.id)
      assert.deepEqual([offer.wording, offer.amount_pence], ['A charge of £75 may be made.', 7500])
      const agreed = await db()
        .selectFrom('expressions_of_interest')
        .select('policy_id')
        .where('offer_id', '=', live.offerId)
        .execute()
      assert.deepEqual(agreed, [{ policy_id: live.policyId }])
      const group = await db()
        .selectFrom('groups')
        .select('policy_id')
        .where('id', '=', live.groupId)
        .executeTakeFirst()
      assert.equal(group?.policy_id, live.policyId)
    })

    it('ends the area at the one and begins it at the other, closes the one, and knows its successor', async () => {
      const { a, b } = await merging()
      const c = await makeHub(db())
      await merge(a.id, b.id)
      const serving = (await hubsServing(db(), '301')).map(({ id }) => id)
      assert.deepEqual([serving.includes(a.id), serving.includes(b.id)], [false, true])
      const into = await hubThroughTime(db(), b.slug)
      assert.equal(into?.areas.filter(({ to, authorityCode }) => to === null && authorityCode === '302').length, 1)
      const closed = await hubThroughTime(db(), a.slug)
      assert.equal(closed?.closedOn?.toString(), '2021-10-17')
      assert.ok(closed?.leads.every(({ to }) => to !== null))
      await change(b.id, { kind: 'merge', intoHubId: c.id, staff: {} }, { from: '2021-10-19' }).then((outcome) =>
        assert.equal(outcome, 'planned'),
      )
      test.clock.set('2021-10-20T08:00:00Z')
      await change(b.id, { kind: 'merge', intoHubId: c.id, staff: {} }, { from: '2021-10-20' })
      test.clock.set('2021-10-18T08:00:00Z')
      assert.equal((await successorOfHub(db(), a.id))?.id, c.id)
    })

    it('gives an offer another address where its own is taken, and remembers the old one', async () => {
      const { a, b } = await merging()
      const [ours, theirs] = [
        await work(a.id, 2021, { slug: 'readiness' }),
        await work(b.id, 2021, { slug: 'readiness' }),
      ]
      await merge(a.id, b.id)
      const slugs = await db()
        .selectFrom('offers')
        .select(['id', 'slug'])
        .where('id', 'in', [ours.offerId, theirs.offerId])
        .orderBy('slug')
        .execute()
      assert.deepEqual(slugs, [
        { id: theirs.offerId, slug: 'readiness' },
        { id: ours.offerId, slug: `readiness-${a.slug}` },
      ])
      const former = await db()
        .selectFrom('former_offer_addresses')
        .select('offer_id')
        .where('hub_id', '=', a.id)
        .where('slug', '=', 'readiness')
        .executeTakeFirst()
      assert.equal(former?.offer_id, ours.offerId)
    })

    it('makes nobody work at the other hub who was not chosen to (rule 9)', async () => {
      const { a, b } = await merging()
      const [both, goes, ends, unchosen] = [
        await member(a.id, 'hub_lead'),
        await member(a.id, 'hub_administrator'),
        await member(a.id, 'hub_administrator'),
        await member(a.id, 'hub_administrator'),
      ]
      const there = await member(b.id, 'hub_lead')
      await merge(a.id, b.id, { [both.roleId]: 'both', [goes.roleId]: 'goes', [ends.roleId]: 'ends' })
      const at = async (person: { id: string }) => rolesAt(person.id)
      assert.deepEqual(
        [await at(both), await at(goes), await at(ends), await at(unchosen), await at(there)],
        [[a.slug, b.slug].toSorted(), [b.slug], [], [a.slug], [b.slug]],
      )
      const told = await db()
        .selectFrom('messages')
        .select('to_person_id')
        .where('to_person_id', 'in', [both.id, goes.id, ends.id, unchosen.id, there.id])
        .execute()
      assert.equal(told.length, 5)
    })

    it('makes no hub a partner of itself, nor twice a partner', async () => {
      const { a, b } = await merging()
      const c = await makeHub(db())
      const [ofB, ofC] = [await work(b.id, 2021), await work(c.id, 2021)]
      await db()
        .insertInto('group_partner_hubs')
        .values([
          { group_id: ofB.groupId, hub_id: a.id, organisations_share: 2 },
          { group_id: ofC.groupId, hub_id: a.id, organisations_share: 2 },
          { group_id: ofC.groupId, hub_id: b.id, organisations_share: 1 },
        ])
        .execute()
      await merge(a.id, b.id)
      const partners = await db()
        .selectFrom('group_partner_hubs')
        .selectAll()
        .where('group_id', 'in', [ofB.groupId, ofC.groupId])
        .execute()
      assert.deepEqual(partners, [{ group_id: ofC.groupId, hub_id: b.id, organisations_share: 3 }], 'with both shares')
    })

    it('is not done into a closed hub, nor into itself, nor twice', async () => {
      const { a, b } = await merging()
      await assert.rejects(merge(a.id, a.id), /into itself/)
      await merge(a.id, b.id)
      await assert.rejects(merge(a.id, b.id), /is closed/)
      await assert.rejects(merge(b.id, a.id), /is closed/)
    })

    it('takes along what is begun at the hub in the same moment, or refuses it: nothing is left behind', async () => {
      const { a, b } = await merging()
      const projectIds = await Promise.all(Array.from({ length: 6 }, () => makeProject(db())))
      const staff = () => test.as(actorWith(coordinator, 'hub_lead', { hubId: a.id, hubSlug: a.slug }))
      const begun = projectIds.map((projectId) => draftOffer(staff(), { hubId: a.id, projectId }))
      const outcomes = await Promise.allSettled([...begun.slice(0, 3), merge(a.id, b.id), ...begun.slice(3)])
      assert.equal(outcomes[3]?.status, 'fulfilled')
      for (const outcome of outcomes)
        if (outcome.status === 'rejected') assert.ok(outcome.reason instanceof Refused, String(outcome.reason))
      const left = await db().selectFrom('offers').select('id').where('hub_id', '=', a.id).execute()
      assert.deepEqual(left, [])
      assert.equal((await hubById(db(), a.id))?.isOpen, false)
    })
  })

  describe('a request that arrives while hubs merge', () => {
    it('counts once, at the hub that has the offer from then on, and staff of the other see none of it', async () => {
      const [a, b] = [await makeHub(db()), await makeHub(db())]
      const offers = await Promise.all(
        Array.from({ length: 4 }, async () => makeOffer(db(), a.id, await makeProject(db(), { unit: 'organisation' }))),
      )
      const arriving = offers.flatMap((offerId) => [
        receivedInterest(test, { offerId }),
        receivedInterest(test, { offerId }),
      ])
      const merging = change(a.id, { kind: 'merge', intoHubId: b.id, staff: {} })
      const received = await Promise.all([...arriving.slice(0, 4), merging, ...arriving.slice(4)])
      assert.equal(received[4], 'done')
      const rows = await db()
        .selectFrom('expressions_of_interest')
        .select(['id', 'status'])
        .where('offer_id', 'in', offers)
        .execute()
      assert.equal(rows.length, 8)
      assert.ok(rows.every(({ status }) => status !== 'draft'))
      const seenBy = async (hub: { id: string; slug: string }) => {
        const actor = actorWith(coordinator, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug })
        const all = await Promise.all(rows.map(({ id }) => interestById(db(), id)))
        return all.filter((interest) => interest && mayDecideOnInterest(actor, interest.hub.id)).length
      }
      assert.deepEqual([await seenBy(a), await seenBy(b)], [0, 8])
    })
  })

  describe('a division', () => {
    it('makes a hub of the authorities chosen, with the offers chosen, their groups and all that hangs on them', async () => {
      const a = await makeHub(db())
      await serve(a.id, '301', '303')
      const [goes, stays, past] = [await work(a.id, 2021), await work(a.id, 2021), await work(a.id, 2020)]
      const [both, unchosen] = [await member(a.id, 'hub_lead'), await member(a.id, 'hub_administrator')]
      const [ofPast] = [await figures(a.id, 2020)]
      const areas = (await hubThroughTime(db(), a.slug))?.areas ?? []
      const slug = `north-${a.slug}`
      const chosen = {
        kind: 'split',
        name: 'North Hub',
        slug,
        region: null,
        email: null,
        lead: { name: 'North School', organisationId: null },
        areaIds: areas.filter(({ authorityCode }) => authorityCode === '303').map(({ id }) => id),
        offerIds: [goes.offerId, past.offerId],
        groupIds: [],
        staff: { [both.roleId]: 'both' },
      } as const
      await assert.rejects(change(a.id, { ...chosen, areaIds: areas.map(({ id }) => id) }), /Leave something/)
      await assert.rejects(change(a.id, { ...chosen, slug: a.slug }), /already/)
      await change(a.id, chosen)
      const made = await hubThroughTime(db(), slug)
      assert.deepEqual(
        [made?.areas.map(({ authorityCode }) => authorityCode), made?.leads.map(({ name }) => name)],
        [['303'], ['North School']],
      )
      assert.deepEqual(
        made?.predecessors.map(({ slug, kind }) => [slug, kind]),
        [[a.slug, 'split']],
      )
      const id = made?.hub.id
      for (const [table, key] of [
        ['offers', 'offerId'],
        ['groups', 'groupId'],
        ['charges', 'chargeId'],
      ] as const) {
        assert.equal(await where(table, goes[key]), id, table)
        assert.equal(await where(table, stays[key]), a.id, table)
        assert.equal(await where(table, past[key]), a.id, table)
      }
      const venue = await db().selectFrom('offers').select('venue_id').where('id', '=', goes.offerId).executeTakeFirst()
      assert.equal(await where('venues', venue?.venue_id ?? ''), id)
      assert.equal(await where('venues', goes.venueId), a.id)
      assert.deepEqual(await figures(a.id, 2020), ofPast)
      assert.deepEqual(await rolesAt(both.id), [a.slug, slug].toSorted())
      assert.deepEqual(await rolesAt(unchosen.id), [a.slug])
    })
  })

  it('leave no work behind at a hub that has closed, and every hub with one name', async () => {
    assert.deepEqual(await findFaults(db(), invariants), [])
  })
})
