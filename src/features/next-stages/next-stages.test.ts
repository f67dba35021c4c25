import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { receivedInterest } from '../../../test/support/interest.ts'
import {
  makeGroup,
  makeHub,
  makeOffer,
  makeParticipant,
  makePerson,
  makePlace,
  makeProject,
  makeSchool,
} from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { mailSweeps } from '../../platform/mail/send.ts'
import { newId } from '../../vocabulary/ids.ts'
import { prepareInvitations } from './actions/prepare-invitations.ts'
import { leaveOut, sendInvitations, takeBackInvitations } from './actions/send-invitations.ts'
import { type InvitationSeen, standingOf } from './invitation.ts'
import { invitationsOfHub } from './queries.ts'

describe('invitations to the next stage', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  let personId: string
  let stages: readonly [string, string]
  let groupId: string
  let projectId: string
  let school: string
  let lead: { id: string; name: string; address: string }
  const db = () => there.installation.connections.kysely
  const staffOf = (of: typeof hub) =>
    there.as(actorWith(personId, 'hub_administrator', { hubId: of.id, hubSlug: of.slug }))

  const complete = async () => {
    const organisationId = await makeSchool(db())
    const place = await makePlace(db(), { groupId, projectId, organisationId, status: 'completed' })
    const who = await makePerson(db())
    await makeParticipant(db(), place, who.id)
    return { organisationId, who }
  }
  const prepare = (organisationIds: readonly string[]) =>
    prepareInvitations(there.system(), {
      group: { id: groupId, hubId: hub.id, name: 'Group of the year' },
      fromStageId: stages[0],
      next: { id: stages[1], name: 'Embedding' },
      organisationIds,
    })
  const seen = async (of = hub): Promise<readonly InvitationSeen[]> => {
    const { today } = there.system()
    const sentSince = there.clock.now().subtract({ hours: 24 })
    return (await invitationsOfHub(db(), of.id, { today, sentSince })).filter((each) => each.groupId === groupId)
  }
  const theOne = async () => {
    const [one, ...more] = await seen()
    assert.ok(one && more.length === 0)
    return one
  }
  const letters = () =>
    db()
      .selectFrom('messages')
      .select(['to_address', 'subject', 'body_text', 'held'])
      .where('to_address', '=', lead.address)
      .execute()

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    other = await makeHub(db())
    personId = (await makePerson(db())).id
    const pathwayId = newId()
    stages = [newId(), newId()]
    await db().insertInto('pathways').values({ id: pathwayId, key: 'p', name: 'Mastery', phase: 'primary' }).execute()
    await db()
      .insertInto('stages')
      .values([
        { id: stages[0], pathway_id: pathwayId, key: 'development', name: 'Development', position: 2 },
        { id: stages[1], pathway_id: pathwayId, key: 'embedding', name: 'Embedding', position: 3 },
      ])
      .execute()
  })
  after(async () => {
    await app.close()
    await there.release()
  })
  beforeEach(async () => {
    there.clock.set('2022-07-01T09:00:00Z')
    hub = await makeHub(db())
    projectId = await makeProject(db(), { stage_id: stages[0] })
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'completed' })
    const made = await complete()
    school = made.organisationId
    lead = made.who
    assert.equal(await prepare([school]), 1)
  })

  it('are prepared once, told to the hub, and nobody gets one before the hub says so', async () => {
    assert.equal(await prepare([school]), 0)
    assert.equal(standingOf(await theOne()), 'prepared')
    assert.deepEqual((await theOne()).recipient, { personId: lead.id, name: lead.name, address: lead.address })
    assert.deepEqual(await letters(), [])
    assert.deepEqual(await seen(other), [])
  })

  it('wait ten minutes once they are sent, and are taken back as long', async () => {
    const { id } = await theOne()
    const { sentIn, sent } = await sendInvitations(staffOf(hub), { hubId: hub.id, ids: [id] })
    assert.equal(sent, 1)
    assert.deepEqual(
      (await letters()).map(({ held }) => held),
      [true],
    )
    assert.equal(
      (await sendInvitations(staffOf(hub), { hubId: hub.id, ids: [id] })).sent,
      0,
      'pressed twice it is sent once',
    )
    assert.equal((await letters()).length, 1)
    assert.equal(await takeBackInvitations(staffOf(hub), { hubId: hub.id, sentIn }), 1)
    assert.deepEqual(await letters(), [])
    const again = await sendInvitations(staffOf(hub), { hubId: hub.id, ids: [id] })
    there.clock.set('2022-07-01T09:10:00Z')
    await assert.rejects(takeBackInvitations(staffOf(hub), { hubId: hub.id, sentIn: again.sentIn }), Refused)
    assert.equal(standingOf(await theOne()), 'sent')
  })

  it('go out or are taken back, never both, when the time comes at the very moment', async () => {
    const { id } = await theOne()
    const { sentIn } = await sendInvitations(staffOf(hub), { hubId: hub.id, ids: [id] })
    const inTime = staffOf(hub)
    there.clock.set('2022-07-01T09:10:00Z')
    const release = mailSweeps(null)['release-held-mail']?.(there.system())
    const [, back] = await Promise.allSettled([release, takeBackInvitations(inTime, { hubId: hub.id, sentIn })])
    const isBack = back.status === 'fulfilled'
    assert.equal((await letters()).length, isBack ? 0 : 1)
    assert.equal(standingOf(await theOne()), isBack ? 'prepared' : 'sent')
  })

  it('point to the offer of the next stage where the hub has published one, and say who has asked already', async () => {
    await db()
      .insertInto('academic_years')
      .values({
        year: 2022,
        starts_on: Temporal.PlainDate.from('2022-09-01'),
        ends_on: Temporal.PlainDate.from('2023-08-31'),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const next = await makeProject(db(), { year: 2022, stage_id: stages[1], title: 'Embedding for all' })
    const offerId = await makeOffer(db(), hub.id, next, { year: 2022, slug: 'embedding-for-all' })
    const { id, offer, hasAsked } = await theOne()
    assert.deepEqual(
      { path: offer?.path, hasAsked },
      { path: `/hubs/${hub.slug}/offers/2022-23/embedding-for-all`, hasAsked: false },
    )
    await sendInvitations(staffOf(hub), { hubId: hub.id, ids: [id] })
    const [letter] = await letters()
    assert.match(letter?.body_text ?? '', /offers\/2022-23\/embedding-for-all/)
    await receivedInterest(there, { offerId, organisationId: school })
    assert.equal((await theOne()).hasAsked, true)
  })

  it('go to whoever leads the school when those who took part have left, and to nobody when there is nobody', async () => {
    const today = Temporal.PlainDate.from('2022-06-30')
    await db()
      .insertInto('posts')
      .values({
        id: newId(),
        person_id: lead.id,
        organisation_id: school,
        post: 'class_teacher',
        held: true,
        from_on: today.subtract({ years: 1 }),
        to_on: today,
        stated_at: there.clock.now(),
      })
      .execute()
    const { id, recipient } = await theOne()
    assert.equal(recipient, null)
    await assert.rejects(sendInvitations(staffOf(hub), { hubId: hub.id, ids: [id] }), /Nobody of/)
    const head = await makePerson(db())
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: head.id,
        role: 'school_lead',
        organisation_id: school,
        from_on: today.subtract({ years: 1 }),
      })
      .execute()
    assert.equal((await theOne()).recipient?.address, head.address)
  })

  it('follow a closed school to its successor, and stay where none is known', async () => {
    await db().updateTable('organisations').set({ status: 'closed' }).where('id', '=', school).execute()
    assert.equal((await theOne()).isClosed, true)
    await assert.rejects(sendInvitations(staffOf(hub), { hubId: hub.id, ids: [(await theOne()).id] }), /is closed/)
    const successor = await makeSchool(db(), { name: 'Newmarsh Academy' })
    await db()
      .insertInto('organisation_successors')
      .values({
        predecessor_id: school,
        successor_id: successor,
        kind: 'successor',
        since_on: Temporal.PlainDate.from('2022-06-01'),
      })
      .execute()
    const { organisation, isClosed } = await theOne()
    assert.deepEqual({ organisation, isClosed }, { organisation: 'Newmarsh Academy', isClosed: false })
  })

  it('are each the business of the hub whose school it is, in a shared group too', async () => {
    const { organisationId } = await complete()
    const authorityCode = '306'
    await db().insertInto('authorities').values({ code: authorityCode, name: 'Croydon', region: 'London' }).execute()
    await db()
      .insertInto('hub_areas')
      .values({ id: newId(), hub_id: other.id, authority_code: authorityCode, described_as: 'Croydon' })
      .execute()
    await db()
      .updateTable('organisations')
      .set({ authority_code: authorityCode })
      .where('id', '=', organisationId)
      .execute()
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: other.id }).execute()
    await prepare([organisationId])
    assert.deepEqual(
      (await seen()).map((each) => each.organisationId),
      [school],
    )
    const [theirs] = await seen(other)
    assert.equal(theirs?.organisationId, organisationId)
    const ids = [theirs?.id ?? '']
    await assert.rejects(sendInvitations(staffOf(hub), { hubId: hub.id, ids }), NotFound)
    await assert.rejects(sendInvitations(staffOf(hub), { hubId: other.id, ids }), Forbidden)
    await assert.rejects(leaveOut(staffOf(hub), { hubId: hub.id, ids, isLeftOut: true }), NotFound)
  })

  it('are looked at, sent, taken back, left out and taken in again on one page', async () => {
    const cookie = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
    const at = browser(() => app)
    const path = `/hub/${hub.slug}/next-stages`
    const send = (fields: Record<string, string>) => at.send(path, fields, cookie)
    const { id: invitation } = await theOne()
    assert.match((await at.see(path, cookie)).body, new RegExp(`Goes to ${lead.name}`))
    const nothing = await send({ act: 'look' })
    assert.equal(nothing.statusCode, 422)
    assert.match(nothing.body, /Choose at least one school/)
    const looked = await send({ act: 'look', invitation })
    assert.equal(looked.statusCode, 200)
    assert.match(looked.body, /after Development comes Embedding/)
    assert.deepEqual(await letters(), [])
    assert.equal((await send({ act: 'leave-out', invitation })).statusCode, 303)
    assert.equal(standingOf(await theOne()), 'left out')
    await send({ act: 'take-in', invitation })
    assert.equal((await send({ act: 'send', invitation })).headers.location, `${path}?sent=1`)
    const sent = await at.see(path, cookie)
    assert.match(sent.body, /Take the letter back/)
    const sending = /name="sending" value="([^"]+)"/.exec(sent.body)?.[1] ?? ''
    const stale = await send({ act: 'look', invitation })
    assert.match(stale.body, /were sent, or taken back, meanwhile/)
    assert.equal((await send({ act: 'take-back', sending })).statusCode, 303)
    assert.equal(standingOf(await theOne()), 'prepared')
    assert.equal((await send({ act: 'take-back', sending })).statusCode, 404)
    assert.equal((await send({ act: 'constructor', invitation })).statusCode, 422)
  })
})
