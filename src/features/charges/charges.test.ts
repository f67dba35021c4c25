import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
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
} from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import type { Context } from '../../platform/context.ts'
import { Conflict, Forbidden, NotFound, Refused } from '../../platform/errors.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { lookAtRegister } from '../absences/index.ts'
import { type MarkName, takeRegister } from '../registers/index.ts'
import { agreeToMovedSession } from './actions/agree-to-session.ts'
import { giveNotice, giveNotices } from './actions/give-notice.ts'
import { giveUpPlace } from './actions/give-up-place.ts'
import { moveCharge } from './actions/move-charge.ts'
import { takeBackNotice } from './actions/take-back-notice.ts'
import { noExcuse } from './cancellation.ts'
import type { Shown } from './consequence.ts'

describe('cancelling and what it costs', () => {
  let there: TestInstallation
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  let projectId: string
  let policyId: string
  let groupId: string
  let participantId: string
  let placeId: string
  let person: { id: string; address: string }
  let staff: string

  const db = () => there.installation.connections.kysely
  const at = (local: string) =>
    there.clock.set(Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/London').toInstant().toString())
  const asParticipant = (id = participantId) => there.as({ kind: 'link', purpose: 'cancel', subjectId: id })
  const as = (role: 'hub_lead' | 'hub_administrator', at = hub) =>
    there.as(actorWith(staff, role, { hubId: at.id, hubSlug: at.slug }))
  const charges = (sessionId: string) =>
    db().selectFrom('charges').selectAll().where('session_id', '=', sessionId).execute()
  const mails = (key: string) => db().selectFrom('messages').selectAll().where('key', 'like', `${key}%`).execute()

  /** A school with a place that it asked for, having agreed to a policy or to none. */
  const join = async (group: string, agreed: string | null = policyId) => {
    const who = await makePerson(db())
    const [projectOfPlace, organisationId] = [await makeProject(db()), await makeSchool(db())]
    const place = await makePlace(db(), { groupId: group, projectId: projectOfPlace, organisationId, status: 'held' })
    await db()
      .insertInto('expressions_of_interest')
      .values({
        id: newId(),
        offer_id: await makeOffer(db(), hub.id, projectOfPlace),
        project_id: projectOfPlace,
        organisation_id: organisationId,
        status: 'placed',
        sender_name: 'A',
        sender_email: 'a@school.example',
        sender_post: 'maths_lead',
        policy_id: agreed,
        place_id: place,
        created_at: there.clock.now(),
        confirmed_email_at: there.clock.now(),
        received_at: there.clock.now(),
        verdicts_reached_at: there.clock.now(),
      })
      .execute()
    return { person: who, placeId: place, participantId: await makeParticipant(db(), place, who.id) }
  }

  before(async () => {
    there = await testInstallation()
    hub = await makeHub(db())
    other = await makeHub(db())
    projectId = await makeProject(db())
    policyId = await makePolicy(db(), hub.id)
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: policyId })
    staff = (await makePerson(db())).id
    const joined = await join(groupId)
    ;({ placeId, participantId } = joined)
    person = joined.person
  })
  after(() => there.release())

  it('is free a week before to the minute, and proposes the charge a minute later', async () => {
    const [early, late] = [await makeSession(db(), groupId), await makeSession(db(), groupId)]
    at('2021-11-10T09:30')
    assert.deepEqual(await giveNotice(asParticipant(), { sessionId: early, reason: null, shownPence: 0 }), {
      proposed: 0,
    })
    at('2021-11-10T09:31')
    assert.deepEqual(await giveNotice(asParticipant(), { sessionId: late, reason: 'A clash', shownPence: 7500 }), {
      proposed: 7500,
    })
    assert.equal((await charges(early)).length, 0)
    const [charge] = await charges(late)
    assert.equal(charge?.status, 'proposed')
    const evidence = charge?.evidence as Record<string, unknown>
    assert.equal(evidence['noticeGivenAt'], '2021-11-10T09:31:00Z')
    assert.equal(evidence['freeUntil'], '2021-11-10T09:30:00Z')
    assert.equal(evidence['wording'], 'A charge of £75 may be made.')
  })

  it('leaves the mark open, and is one cancellation, one charge and one mail however often it is sent', async () => {
    const sessionId = await makeSession(db(), groupId)
    at('2021-11-16T10:00')
    await Promise.all(
      Array.from({ length: 10 }, () => giveNotice(asParticipant(), { sessionId, reason: null, shownPence: 7500 })),
    )
    assert.equal((await charges(sessionId)).length, 1)
    assert.equal((await db().selectFrom('marks').selectAll().where('session_id', '=', sessionId).execute()).length, 0)
    assert.equal((await mails(`cancellation:${sessionId}`)).length, 1)
  })

  it('never proposes more than was shown: the page is asked for again', async () => {
    const sessionId = await makeSession(db(), groupId)
    at('2021-11-10T09:31')
    await assert.rejects(giveNotice(asParticipant(), { sessionId, reason: null, shownPence: 0 }), Conflict)
    assert.equal(
      (await db().selectFrom('cancellations').selectAll().where('session_id', '=', sessionId).execute()).length,
      0,
    )
  })

  it('follows the policy that was agreed to, not that of today', async () => {
    const newer = await makePolicy(db(), hub.id, { amount_pence: 9900, name: 'Dearer' })
    const group = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: newer })
    const joined = await join(group, policyId)
    const sessionId = await makeSession(db(), group)
    at('2021-11-16T10:00')
    await giveNotice(asParticipant(joined.participantId), { sessionId, reason: null, shownPence: 9900 })
    assert.deepEqual(
      (await charges(sessionId)).map((charge) => [charge.policy_id, charge.amount_pence]),
      [[policyId, 7500]],
    )
  })

  it('costs nothing where nobody agreed to a policy, whatever the group has today (domain rule 7)', async () => {
    const group = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: policyId })
    const joined = await join(group, null)
    const sessionId = await makeSession(db(), group)
    at('2021-11-16T10:00')
    const notice = { sessionId, reason: null, shownPence: 9900 }
    assert.equal((await giveNotice(asParticipant(joined.participantId), notice)).proposed, 0)
    assert.equal((await charges(sessionId)).length, 0)
  })

  it('is free after the hub has moved the session, until the new date is agreed to', async () => {
    at('2021-11-14T10:00')
    const [first, second] = [
      await makeSession(db(), groupId, { sequence: 1, moved_at: there.clock.now() }),
      await makeSession(db(), groupId, { sequence: 1, moved_at: there.clock.now() }),
    ]
    at('2021-11-15T10:00')
    assert.equal((await giveNotice(asParticipant(), { sessionId: first, reason: null, shownPence: 0 })).proposed, 0)
    // The date that was shown, and no other: the hub may have moved it again meanwhile.
    await assert.rejects(agreeToMovedSession(asParticipant(), { sessionId: second, sequence: 0 }), Conflict)
    await agreeToMovedSession(asParticipant(), { sessionId: second, sequence: 1 })
    assert.equal(
      (await giveNotice(asParticipant(), { sessionId: second, reason: null, shownPence: 7500 })).proposed,
      7500,
    )
  })

  it('cannot be done for a session that has begun or belongs to another group', async () => {
    const begun = await makeSession(db(), groupId)
    const foreign = await makeSession(db(), await makeGroup(db(), other.id, projectId))
    at('2021-11-17T09:30')
    await assert.rejects(giveNotice(asParticipant(), { sessionId: begun, reason: null, shownPence: 7500 }), NotFound)
    at('2021-11-01T09:30')
    await assert.rejects(giveNotice(asParticipant(), { sessionId: foreign, reason: null, shownPence: 7500 }), NotFound)
  })

  // A register is open for a week: of what is corrected before, nothing is left.
  const closed = '2021-11-25T00:01'

  describe('an absence', () => {
    const absent = async (mark: MarkName = 'absent', session: Record<string, unknown> = {}) => {
      const sessionId = await makeSession(db(), groupId, session)
      at('2021-11-17T10:00')
      const lead = there.as(actorWith(staff, 'group_lead', { groupId }))
      const id = newId()
      await takeRegister(lead, { groupId, sessionId, marks: [{ id, participantId, mark, minutes: null, seen: [] }] })
      at(closed)
      await lookAtRegister(there.system(), sessionId)
      await lookAtRegister(there.system(), sessionId)
      return { sessionId, markId: id, lead }
    }

    it('proposes one charge, resting on the mark', async () => {
      const { sessionId, markId } = await absent()
      const found = await charges(sessionId)
      assert.deepEqual(
        found.map((charge) => [charge.cause, charge.status, (charge.evidence as Record<string, unknown>)['markId']]),
        [['non_attendance', 'proposed', markId]],
      )
    })

    it('proposes none for a date that the hub moved and nobody agreed to (domain rule 12)', async () => {
      const movedAt = Temporal.Instant.from('2021-11-14T10:00:00Z')
      assert.equal((await charges((await absent('absent', { sequence: 1, moved_at: movedAt })).sessionId)).length, 0)
    })

    it('proposes none with apologies or a substitute', async () => {
      for (const mark of ['apologies', 'substitute', 'late'] as const)
        assert.equal((await charges((await absent(mark)).sessionId)).length, 0)
    })

    it('proposes one where a colleague was to come and nobody did, and where the policy that was agreed to lets none come', async () => {
      const strict = await makePolicy(db(), hub.id, { substitute_allowed: false })
      const group = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: policyId })
      const [lenient, agreed] = [await join(group), await join(group, strict)]
      const sessionId = await makeSession(db(), group)
      at('2021-11-16T10:00')
      const excuse = { exemptReason: null, substitute: 'Rosalind Achebe' }
      const said = await giveNotice(asParticipant(lenient.participantId), {
        sessionId,
        reason: null,
        shownPence: 7500,
        excuse,
      })
      assert.equal(said.proposed, 0)
      at('2021-11-17T10:00')
      const by = there.as(actorWith(staff, 'group_lead', { groupId: group }))
      const mark = (participant: string, name: MarkName) => ({
        id: newId(),
        participantId: participant,
        mark: name,
        minutes: null,
        seen: [],
      })
      const marks = [mark(lenient.participantId, 'absent'), mark(agreed.participantId, 'substitute')]
      await takeRegister(by, { groupId: group, sessionId, marks })
      at(closed)
      assert.equal((await lookAtRegister(there.system(), sessionId)).proposed, 2)
      const found = await charges(sessionId)
      assert.deepEqual(found.map(({ evidence }) => (evidence as Record<string, unknown>)['mark']).toSorted(), [
        'absent',
        'substitute',
      ])
      for (const { id } of found) await moveCharge(as('hub_lead'), { chargeId: id, to: 'confirmed', reason: null })
    })

    it('can be confirmed no longer once the mark has been corrected', async () => {
      const { sessionId, markId, lead } = await absent()
      await takeRegister(lead, {
        groupId,
        sessionId,
        marks: [{ id: newId(), participantId, mark: 'online', minutes: null, seen: [markId], reason: 'Joined late' }],
      })
      const [charge] = await charges(sessionId)
      await assert.rejects(
        moveCharge(as('hub_lead'), { chargeId: charge?.id ?? '', to: 'confirmed', reason: null }),
        Refused,
      )
      await moveCharge(as('hub_lead'), { chargeId: charge?.id ?? '', to: 'waived', reason: 'Was there' })
    })

    it('is confirmed by an administrator, waived by a lead with a reason, and unknown to another hub', async () => {
      const { sessionId } = await absent()
      const chargeId = (await charges(sessionId))[0]?.id ?? ''
      await assert.rejects(moveCharge(as('hub_lead', other), { chargeId, to: 'waived', reason: 'x' }), NotFound)
      await assert.rejects(
        moveCharge(as('hub_administrator'), { chargeId, to: 'waived', reason: 'Kindness' }),
        Forbidden,
      )
      await assert.rejects(moveCharge(as('hub_lead'), { chargeId, to: 'waived', reason: ' ' }), Refused)
      await assert.rejects(moveCharge(there.system(), { chargeId, to: 'confirmed', reason: null }), NotFound)
      await moveCharge(as('hub_administrator'), { chargeId, to: 'confirmed', reason: null })
      const [mail] = await mails(`charge:${chargeId}:confirmed`)
      assert.equal(mail?.to_address, person.address)
      assert.match(
        mail?.body_text ?? '',
        /£75[\s\S]*did not come to the session on 17 November 2021 at 9:30am[\s\S]*@hubs\.example/,
      )
      await moveCharge(as('hub_administrator'), { chargeId, to: 'paid', reason: null })
      await assert.rejects(moveCharge(as('hub_lead'), { chargeId, to: 'waived', reason: 'Too late' }), Refused)
      await moveCharge(as('hub_lead'), { chargeId, to: 'credited', reason: 'Goodwill' })
    })
  })

  it('shows a participant what the policy proposes before anything is done, and a hub its charges', async () => {
    const app = await createApp(there.installation)
    const sessionId = await makeSession(db(), groupId)
    at('2021-11-16T10:00')
    const address = `/cancel/${linkToken(there.installation.config, 'cancel', participantId, 400)}`
    const own = await app.inject({ url: address })
    assert.equal(own.statusCode, 200)
    const asked = await app.inject({ url: `${address}/${sessionId}` })
    assert.match(asked.body, /a charge of £75 is proposed/)
    assert.equal((await charges(sessionId)).length, 0)
    const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://hubs.example' }
    assert.equal(
      (await app.inject({ method: 'POST', url: `${address}/${sessionId}`, payload: 'shown=0', headers: form }))
        .statusCode,
      409,
    )
    assert.equal(
      (await app.inject({ method: 'POST', url: `${address}/${sessionId}`, payload: 'shown=7500', headers: form }))
        .statusCode,
      303,
    )
    assert.equal(
      (await app.inject({ method: 'POST', url: `${address}/nonsense/agree`, payload: '', headers: form })).statusCode,
      404,
    )
    assert.equal((await app.inject({ url: `/hub/${hub.slug}/charges` })).statusCode, 302)
    await app.close()
  })

  it('asks online for the notice of the version that was agreed to, and excuses by its reasons, on the page too', async () => {
    const name = 'By mode'
    const first = await makePolicy(db(), hub.id, {
      name,
      exempt_reasons: ['Illness'],
      online_notice_days: 1,
      online_notice_kind: 'working',
    })
    const newer = await makePolicy(db(), hub.id, { name, version: 2 })
    const group = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: newer })
    const joined = await join(group, first)
    const online = [
      await makeSession(db(), group, { mode: 'online' }),
      await makeSession(db(), group, { mode: 'online' }),
    ]
    const venue = await makeSession(db(), group)
    const cancel = (sessionId: string | undefined, exemptReason: string | null = null) =>
      giveNotice(asParticipant(joined.participantId), {
        sessionId: sessionId ?? '',
        reason: null,
        shownPence: 7500,
        excuse: { exemptReason, substitute: null },
      })
    at('2021-11-16T23:59')
    assert.equal((await cancel(online[0])).proposed, 0)
    at('2021-11-17T00:00')
    assert.equal((await cancel(online[1], 'No time')).proposed, 7500)
    assert.deepEqual(
      (await charges(online[1] ?? '')).map(({ policy_id, evidence }) => {
        const { noticeDays, noticeKind } = evidence as Record<string, unknown>
        return [policy_id, noticeDays, noticeKind]
      }),
      [[first, 1, 'working']],
    )
    const app = await createApp(there.installation)
    const address = `/cancel/${linkToken(there.installation.config, 'cancel', joined.participantId, 400)}/${venue}`
    assert.match((await app.inject({ url: address })).body, /value="reason Illness"[\s\S]*A colleague comes instead/)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://hubs.example' }
    const payload = new URLSearchParams({ shown: '7500', excuse: 'reason Illness' }).toString()
    assert.equal((await app.inject({ method: 'POST', url: address, payload, headers })).statusCode, 303)
    // A reason of the policy is named with the charge: a person looks whether it holds.
    assert.deepEqual(
      (await charges(venue)).map(({ status, evidence }) => [status, (evidence as Record<string, unknown>)['claimed']]),
      [['proposed', 'Illness']],
    )
    const leaving = await join(group, first)
    const place = `/cancel/${linkToken(there.installation.config, 'cancel', leaving.participantId, 400)}/place`
    const asked = (await app.inject({ url: place })).body
    assert.match(asked, /£\d+[\s\S]*value="reason Illness"/)
    assert.doesNotMatch(asked, /A colleague comes/)
    const lines = [...asked.matchAll(/name="shown" value="([^"]+)"/g)].map(([, line = '']) => ['shown', line])
    const leave = new URLSearchParams([...lines, ['excuse', 'reason Illness']]).toString()
    const none = new URLSearchParams({ excuse: 'reason Illness' }).toString()
    const overtaken = await app.inject({ method: 'POST', url: place, payload: none, headers })
    assert.equal(overtaken.statusCode, 409)
    assert.match(overtaken.body, /Look at what cancelling means now[\s\S]*£\d/)
    assert.equal((await app.inject({ method: 'POST', url: place, payload: leave, headers })).statusCode, 303)
    await app.close()
    const kept = await db()
      .selectFrom('cancellations')
      .select('exempt_reason')
      .where('session_id', '=', venue)
      .execute()
    assert.deepEqual(kept, [{ exempt_reason: 'Illness' }, { exempt_reason: 'Illness' }])
    const left = await db().selectFrom('charges').select('status').where('place_id', '=', leaving.placeId).execute()
    assert.ok(left.length > 0 && left.every(({ status }) => status === 'proposed'))
  })

  it('gives up a school’s place for all sessions to come, with notice for each', async () => {
    const group = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: policyId })
    const joined = await join(group)
    const near = await makeSession(db(), group)
    const far = await makeSession(db(), group, { on_date: Temporal.PlainDate.from('2022-02-03') })
    at('2021-11-16T10:00')
    const giveUp = (shown: readonly Shown[]) =>
      giveUpPlace(asParticipant(joined.participantId), { placeId: joined.placeId, reason: null, shown })
    const shown = [
      { participantId: joined.participantId, sessionId: near, pence: 7500 },
      { participantId: joined.participantId, sessionId: far, pence: 0 },
    ]
    await assert.rejects(giveUp([]), Conflict)
    assert.deepEqual(await giveUp(shown), { proposed: 7500 })
    assert.equal((await charges(near)).length, 1)
    assert.equal((await charges(far)).length, 0)
    assert.equal(
      (await db().selectFrom('places').select('status').where('id', '=', joined.placeId).executeTakeFirstOrThrow())
        .status,
      'released',
    )
    await assert.rejects(giveUp(shown), NotFound)
    assert.equal(placeId.length, 36)
  })

  it('charges once for a place where the policy says so, until that charge is waived', async () => {
    const once = await makePolicy(db(), hub.id, { per_session: false })
    const group = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: once })
    const joined = await join(group, once)
    const sessions = [await makeSession(db(), group), await makeSession(db(), group), await makeSession(db(), group)]
    at('2021-11-16T10:00')
    const [first = '', second = '', third = ''] = sessions
    const cancel = (sessionId: string, shownPence: number) =>
      giveNotice(asParticipant(joined.participantId), { sessionId, reason: null, shownPence })
    assert.deepEqual(await cancel(first, 7500), { proposed: 7500 })
    assert.deepEqual(await cancel(second, 7500), { proposed: 0 })
    const [charge] = await charges(first)
    await moveCharge(as('hub_lead'), { chargeId: charge?.id ?? '', to: 'waived', reason: 'Illness' })
    assert.deepEqual(await cancel(third, 7500), { proposed: 7500 })
    const another = await join(group, once)
    await giveUpPlace(asParticipant(another.participantId), {
      placeId: another.placeId,
      reason: null,
      shown: sessions.map((sessionId, at) => ({
        participantId: another.participantId,
        sessionId,
        pence: at === 0 ? 7500 : 0,
      })),
    })
    const all = await db().selectFrom('charges').select('id').where('place_id', '=', another.placeId).execute()
    assert.equal(all.length, 1)
  })

  describe('for several at once', () => {
    const of = (participant: string, sessionId: string, pence: number): Shown => ({
      participantId: participant,
      sessionId,
      pence,
    })
    const two = async (agreed = policyId) => {
      const group = await makeGroup(db(), hub.id, projectId, { status: 'running', policy_id: agreed })
      const first = await join(group, agreed)
      const colleague = await makePerson(db())
      const second = await makeParticipant(db(), first.placeId, colleague.id, 'other')
      const { organisation_id } = await db()
        .updateTable('places')
        .set({ people_count: 2 })
        .where('id', '=', first.placeId)
        .returning('organisation_id')
        .executeTakeFirstOrThrow()
      const sessions = [await makeSession(db(), group), await makeSession(db(), group)]
      const [near = '', nearToo = ''] = sessions
      const give = (by: Context, shown: readonly Shown[]) =>
        giveNotices(by, { placeId: first.placeId, shown, reason: null, excuse: noExcuse })
      return { group, first, second, colleague, organisationId: organisation_id, near, nearToo, give }
    }

    it('is given by the lead participant, by whoever leads the school and by the hub, by everybody else for nobody', async () => {
      const { first, second, colleague, organisationId, near, nearToo, give } = await two()
      at('2021-11-16T10:00')
      const own = there.as(actorWith(colleague.id, 'school_lead', { organisationId: newId() }))
      assert.deepEqual(await give(own, [of(second, near, 7500)]), { proposed: 7500 })
      await assert.rejects(give(own, [of(first.participantId, near, 7500)]), Conflict)
      await assert.rejects(give(as('hub_administrator', other), [of(second, nearToo, 7500)]), NotFound)
      await assert.rejects(give(there.as({ kind: 'visitor' }), [of(second, nearToo, 7500)]), NotFound)
      const school = there.as(actorWith(newId(), 'school_lead', { organisationId }))
      assert.deepEqual(await give(school, [of(first.participantId, near, 7500), of(second, near, 7500)]), {
        proposed: 7500,
      })
      assert.deepEqual(await give(asParticipant(first.participantId), [of(second, nearToo, 7500)]), { proposed: 7500 })
      assert.deepEqual(await give(as('hub_administrator'), [of(first.participantId, nearToo, 7500)]), {
        proposed: 7500,
      })
      assert.equal((await mails(`cancellation:${near}:`)).length, 2)
    })

    it('is all or nothing: a minute crossed for one of them does nothing for any', async () => {
      const { first, second, near, nearToo, give } = await two()
      at('2021-11-10T09:31')
      await assert.rejects(
        give(asParticipant(first.participantId), [of(first.participantId, near, 7500), of(second, nearToo, 0)]),
        Conflict,
      )
      assert.equal((await charges(near)).length, 0)
    })

    it('is taken back before the session: what was only proposed goes with it, and notice can be given again', async () => {
      const { first, near, nearToo, give } = await two()
      const own = () => asParticipant(first.participantId)
      const back = (sessionId: string) =>
        takeBackNotice(own(), { placeId: first.placeId, participantId: first.participantId, sessionId })
      at('2021-11-16T10:00')
      await give(own(), [of(first.participantId, near, 7500), of(first.participantId, nearToo, 7500)])
      const [confirmed] = await charges(nearToo)
      await moveCharge(as('hub_lead'), { chargeId: confirmed?.id ?? '', to: 'confirmed', reason: null })
      await Promise.all([back(near), back(near), back(nearToo)])
      assert.deepEqual(
        (await charges(near)).map(({ status, decided_by_person_id }) => [status, decided_by_person_id]),
        [['waived', null]],
      )
      assert.deepEqual(
        (await charges(nearToo)).map(({ status }) => status),
        ['confirmed'],
      )
      assert.equal((await mails(`notice-taken-back:${near}`)).length, 1)
      at('2021-11-16T11:00')
      await give(own(), [of(first.participantId, near, 7500)])
      assert.deepEqual((await charges(near)).map(({ status }) => status).toSorted(), ['proposed', 'waived'])
      at('2021-11-17T09:30')
      await assert.rejects(back(near), NotFound)
    })

    it('charges one who said that they come after all, and did not', async () => {
      const { first, group, near, give } = await two()
      const own = () => asParticipant(first.participantId)
      at('2021-11-16T10:00')
      await give(own(), [of(first.participantId, near, 7500)])
      await takeBackNotice(own(), { placeId: first.placeId, participantId: first.participantId, sessionId: near })
      at('2021-11-17T10:00')
      const mark = { id: newId(), participantId: first.participantId, mark: 'absent' as const, minutes: null, seen: [] }
      const lead = there.as(actorWith(staff, 'group_lead', { groupId: group }))
      await takeRegister(lead, { groupId: group, sessionId: near, marks: [mark] })
      at(closed)
      assert.equal((await lookAtRegister(there.system(), near)).proposed, 1)
    })

    it('never charges a school more in a year than the policy says, whatever the race', async () => {
      const name = 'At most £100'
      const capped = await makePolicy(db(), hub.id, { name, cap_pence: 10_000, cap_of: 'organisation' })
      const { first, second, near, nearToo, give } = await two(capped)
      at('2021-11-16T10:00')
      const all = [first.participantId, second].flatMap((who) =>
        [near, nearToo].map((session) => [who, session] as const),
      )
      await Promise.all(all.map(([who, session]) => give(asParticipant(first.participantId), [of(who, session, 7500)])))
      const stand = [...(await charges(near)), ...(await charges(nearToo))].map(({ amount_pence }) => amount_pence)
      assert.deepEqual(stand.toSorted(), [2500, 7500])
      const cancelled = await db()
        .selectFrom('cancellations')
        .select('id')
        .where('session_id', 'in', [near, nearToo])
        .execute()
      assert.equal(cancelled.length, 4)
    })

    it('is shown on a page for each person and session before anything is done', async () => {
      const { first, second, near, nearToo } = await two()
      const app = await createApp(there.installation)
      at('2021-11-10T09:30')
      const base = `/cancel/${linkToken(there.installation.config, 'cancel', first.participantId, 400)}`
      const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://hubs.example' }
      const send = (fields: readonly (readonly [string, string])[], to = 'several') =>
        app.inject({
          method: 'POST',
          url: `${base}/${to}`,
          payload: new URLSearchParams(fields.map(([name, value]) => [name, value])).toString(),
          headers,
        })
      assert.match(
        (await app.inject({ url: `${base}/several` })).body,
        /Free until 10 November 2021 at 9:30am; from then £75/,
      )
      assert.equal((await send([])).statusCode, 422)
      const choice = [
        ['who', first.participantId],
        ['who', second],
        ['which', 'all'],
        ['excuse', 'none'],
      ] as const
      assert.match(
        (await send([...choice.slice(0, 3), ['excuse', 'substitute']])).body,
        /Enter the name of the colleague/,
      )
      const asked = await send(choice)
      assert.equal(asked.statusCode, 200)
      const lines = [...asked.body.matchAll(/name="shown" value="([^"]+)"/g)].map(
        ([, line = '']) => ['shown', line] as const,
      )
      assert.equal(lines.length, 4)
      at('2021-11-10T09:31')
      const crossed = await send([...choice, ...lines])
      assert.equal(crossed.statusCode, 409)
      assert.match(crossed.body, /has passed since you opened[\s\S]*£300 in all/)
      assert.equal((await charges(near)).length, 0)
      const dearer = [...crossed.body.matchAll(/name="shown" value="([^"]+)"/g)].map(
        ([, line = '']) => ['shown', line] as const,
      )
      assert.equal((await send([...choice, ...dearer])).statusCode, 303)
      assert.equal((await charges(nearToo)).length, 2)
      const come = [
        ['participant', second],
        ['session', near],
      ] as const
      assert.equal((await send(come, 'come')).statusCode, 303)
      assert.match((await app.inject({ url: base })).body, /I can come after all/)
      await app.close()
    })
  })

  it('leave every rule that must hold true of the data', () =>
    there.requireNoFaults('Each expression of interest that counts has its receipt in the history'))
})
