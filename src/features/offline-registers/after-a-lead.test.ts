import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
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
import { machineClock } from '../../platform/clock.ts'
import { newId } from '../../vocabulary/ids.ts'
import { mergeGroups } from '../merging-groups/index.ts'
import { endRole } from '../people/index.ts'
import { replaceLead } from '../replacing-leads/index.ts'
import { callOffGroup } from '../sessions/actions/form-group.ts'

const during = '2021-11-17T10:00:00Z'
const later = '2021-11-25T10:00:00Z'

describe('marks on the device of somebody whose part in the group has ended', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let projectId: string
  let groupId: string
  let sessionId: string
  let lead: { id: string }
  let cookie: string
  let people: string[]
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)
  const asStaff = () => there.as(actorWith(staffId, 'hub_lead', { hubId: hub.id, hubSlug: hub.slug }))
  let staffId: string

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    hub = await makeHub(db())
    staffId = (await makePerson(db())).id
    projectId = await makeProject(db())
  })
  after(async () => {
    await app.close()
    await there.release()
  })
  beforeEach(async () => {
    there.clock.set(during)
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    lead = await makePerson(db(), 'Lena Alder')
    cookie = await signedInAs(there, 'group_lead', { group_id: groupId }, lead.id)
    people = []
    for (let n = 0; n < 2; n += 1) {
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      people.push(await makeParticipant(db(), place, (await makePerson(db(), `Pat Oak ${n}`)).id))
    }
    sessionId = await makeSession(db(), groupId)
  })

  const address = () => `/groups/${groupId}/sessions/${sessionId}/register.json`
  const deviceNow = () => machineClock.now().epochMilliseconds
  const markAt = (at: string, of = people[0] ?? '', more: object = {}) => ({
    kind: 'mark',
    id: newId(),
    at: Temporal.Instant.from(at).epochMilliseconds,
    behind: 0,
    wrong: 0,
    participantId: of,
    mark: 'present',
    minutes: null,
    substitute: null,
    seen: [],
    ...more,
  })
  const sendItems = (items: readonly object[], as = cookie, now = deviceNow()) =>
    send(address(), { sent: JSON.stringify({ deviceNow: now, knewOn: '2021-11-17', items }) }, as)
  const standing = async () =>
    (await db().selectFrom('standing_marks').select('recorded_at').where('session_id', '=', sessionId).execute()).map(
      (mark) => mark.recorded_at.toString(),
    )
  const aside = async () =>
    (await db().selectFrom('marks_set_aside').select('because').where('session_id', '=', sessionId).execute()).map(
      ({ because }) => because,
    )
  const roleId = async () =>
    (await db().selectFrom('roles').select('id').where('group_id', '=', groupId).executeTakeFirstOrThrow()).id

  const replaced = async (from: string) => {
    const next = (await makePerson(db(), 'Nora Birch')).id
    await replaceLead(asStaff(), {
      groupId,
      roleId: await roleId(),
      to: { personId: next },
      from: Temporal.PlainDate.from(from),
      reason: 'Ill',
    })
    return next
  }

  it('are taken with their own time where they were made before the hand-over, and wait for the new lead where they were made after it', async () => {
    there.clock.set('2021-11-18T10:00:00Z')
    const next = await replaced('2021-11-20')
    there.clock.set(later)
    const [before, after] = [markAt('2021-11-17T09:40:00Z'), markAt('2021-11-21T09:00:00Z', people[1])]
    const answer = await sendItems([before, after])
    assert.equal(answer.statusCode, 200)
    assert.deepEqual(answer.json().received, [before.id, after.id])
    assert.deepEqual(await standing(), ['2021-11-17T09:40:00Z'])
    assert.deepEqual(await aside(), ['no_part'])
    const { register } = answer.json()
    assert.deepEqual(register.people, [])
    assert.match(register.over, /until 19 November 2021.*One mark of yours waits to be settled/)
    assert.doesNotMatch(answer.body, /Pat Oak/)
    const mails = await db().selectFrom('messages').select('subject').where('to_person_id', '=', next).execute()
    assert.equal(mails.filter(({ subject }) => /marks of .* wait for you/.test(subject)).length, 1)
    const newLead = await signedInAs(there, 'group_lead', { group_id: await freshGroup() }, next)
    const page = await see(`/groups/${groupId}/sessions/${sessionId}/register`, newLead)
    assert.match(page.body, /To settle[\s\S]*worked on this group no longer when they made it/)
    await there.requireNoFaults()
  })
  const freshGroup = () => makeGroup(db(), hub.id, projectId)

  it('are each received once, however often they are sent', async () => {
    there.clock.set('2021-11-18T10:00:00Z')
    await replaced('2021-11-20')
    there.clock.set(later)
    const items = [markAt('2021-11-17T09:40:00Z'), markAt('2021-11-22T09:40:00Z', people[1])]
    const answers = await Promise.all(Array.from({ length: 8 }, () => sendItems(items)))
    assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [200])
    assert.deepEqual([(await standing()).length, (await aside()).length], [1, 1])
  })

  it('are taken up to the very moment at which a part was ended during a day', async () => {
    there.clock.set('2021-11-17T15:00:00Z')
    await endRole(asStaff(), { roleId: await roleId() })
    there.clock.set('2021-11-17T18:00:00Z')
    await sendItems([markAt('2021-11-17T14:59:00Z'), markAt('2021-11-17T15:01:00Z', people[1])])
    assert.deepEqual(await standing(), ['2021-11-17T14:59:00Z'])
    assert.deepEqual(await aside(), ['no_part'])
  })

  it('wait for somebody where the clock of the device was set meanwhile, or says a day before the session', async () => {
    await endRole(asStaff(), { roleId: await roleId() })
    there.clock.set(later)
    await sendItems([markAt('2021-11-16T09:40:00Z')])
    await sendItems([markAt('2021-11-17T09:40:00Z', people[1])], cookie, deviceNow() - 86_400_000)
    assert.deepEqual(await standing(), [])
    assert.deepEqual(await aside(), ['no_part', 'no_part'])
  })

  it('arrive from staff of the hub too who work there no more, and people not on the list with them', async () => {
    const staff = await makePerson(db())
    const theirs = await signedInAs(there, 'hub_administrator', { hub_id: hub.id }, staff.id)
    const { id } = await db()
      .selectFrom('roles')
      .select('id')
      .where('person_id', '=', staff.id)
      .executeTakeFirstOrThrow()
    await endRole(asStaff(), { roleId: id })
    there.clock.set(later)
    const walkIn = { kind: 'walk-in', id: newId(), at: deviceNow(), behind: 0, wrong: 0, name: 'Zoë Quill', school: '' }
    assert.equal((await sendItems([markAt(during.replace('10:00', '09:00')), walkIn], theirs)).statusCode, 200)
    assert.equal((await standing()).length, 1)
    assert.equal(
      (await db().selectFrom('walk_ins').select('id').where('session_id', '=', sessionId).execute()).length,
      1,
    )
  })

  it('leave nothing of the register with them, and are refused from whoever never had a part', async () => {
    assert.match((await see(address(), cookie)).body, /Pat Oak 0/)
    await endRole(asStaff(), { roleId: await roleId() })
    const told = await see(address(), cookie)
    assert.equal(told.statusCode, 200)
    assert.doesNotMatch(told.body, /Pat Oak|Venue|November 2021, /)
    assert.equal((await see(`/groups/${groupId}/sessions/${sessionId}/register`, cookie)).statusCode, 404)
    const other = await signedInAs(there, 'group_lead', { group_id: await freshGroup() })
    assert.equal((await see(address(), other)).statusCode, 404)
    assert.equal((await sendItems([markAt(during)], other)).statusCode, 404)
    assert.equal((await sendItems([markAt(during)], '')).statusCode, 302)
  })

  it('are taken for a session that had begun when its group was called off', async () => {
    const toCome = await makeSession(db(), groupId, { number: 2, on_date: Temporal.PlainDate.from('2021-12-01') })
    there.clock.set('2021-11-18T10:00:00Z')
    await callOffGroup(asStaff(), { groupId, reason: 'Too few' })
    await endRole(asStaff(), { roleId: await roleId() })
    assert.equal((await sendItems([markAt('2021-11-17T09:40:00Z')])).statusCode, 200)
    assert.deepEqual([await standing(), await aside()], [['2021-11-17T09:40:00Z'], []])
    const sessions = await db()
      .selectFrom('sessions')
      .select(['id', 'status'])
      .where('group_id', '=', groupId)
      .execute()
    assert.deepEqual(
      new Map(sessions.map(({ id, status }) => [id, status])),
      new Map([
        [sessionId, 'held'],
        [toCome, 'cancelled'],
      ]),
    )
    await there.requireNoFaults()
  })

  it('are taken for a session that had begun when its group became part of another', async () => {
    const intoId = await freshGroup()
    there.clock.set('2021-11-18T10:00:00Z')
    await mergeGroups(asStaff(), { fromId: groupId, intoId, reason: 'Both small', leadsJoin: false, addsRoom: true })
    assert.equal((await sendItems([markAt('2021-11-17T09:40:00Z')])).statusCode, 200)
    assert.deepEqual([await standing(), await aside()], [['2021-11-17T09:40:00Z'], []])
    await there.requireNoFaults()
  })
})
