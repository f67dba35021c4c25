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
import { NotFound, Refused } from '../../platform/errors.ts'
import { newId } from '../../vocabulary/ids.ts'
import { settleConflict } from './actions/settle-conflict.ts'
import { takeRegister } from './actions/take-register.ts'
import { attendanceOfGroup } from './attendance-queries.ts'
import type { MarkName, SentMark } from './mark.ts'
import { marksOfSession } from './queries.ts'

describe('the register of a session', () => {
  let there: TestInstallation
  let hub: { id: string; slug: string }
  let other: { id: string; slug: string }
  let lead: { id: string }
  let staff: { id: string }
  let groupId: string
  let projectId: string
  let people: string[]

  const db = () => there.installation.connections.kysely
  const asLead = () => there.as(actorWith(lead.id, 'group_lead', { groupId }))
  const asStaff = () => there.as(actorWith(staff.id, 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const mark = (
    participantId: string,
    name: MarkName,
    seen: string[] = [],
    more: Partial<SentMark> = {},
  ): SentMark => ({ id: newId(), participantId, mark: name, minutes: null, seen, ...more })

  before(async () => {
    there = await testInstallation()
    hub = await makeHub(db())
    other = await makeHub(db())
    projectId = await makeProject(db())
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    lead = await makePerson(db())
    staff = await makePerson(db())
    people = []
    for (let n = 0; n < 4; n += 1) {
      const place = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
      people.push(await makeParticipant(db(), place, (await makePerson(db())).id))
    }
  })
  after(() => there.release())

  const freshSession = async (values: Record<string, unknown> = {}) => {
    there.clock.set('2021-11-17T10:00:00Z')
    return makeSession(db(), groupId, values)
  }
  const first = (): string => people[0] ?? ''

  it('does not open before the day of the session', async () => {
    const sessionId = await freshSession()
    there.clock.set('2021-11-16T23:59:00Z')
    await assert.rejects(takeRegister(asLead(), { groupId, sessionId, marks: [mark(first(), 'present')] }), Refused)
  })

  it('makes the session held once it has begun, and not earlier on the day', async () => {
    const sessionId = await freshSession()
    const status = async () =>
      (await db().selectFrom('sessions').select('status').where('id', '=', sessionId).executeTakeFirstOrThrow()).status
    there.clock.set('2021-11-17T09:29:00Z')
    await takeRegister(asLead(), { groupId, sessionId, marks: [mark(first(), 'apologies')] })
    assert.equal(await status(), 'confirmed')
    there.clock.set('2021-11-17T09:30:00Z')
    await takeRegister(asLead(), { groupId, sessionId, marks: [mark(people[1] ?? '', 'present')] })
    assert.equal(await status(), 'held')
  })

  it('is nothing that a stranger, another hub or another group’s lead knows of', async () => {
    const sessionId = await freshSession()
    const stranger = await makePerson(db())
    for (const actor of [
      actorWith(stranger.id, 'hub_lead', { hubId: other.id, hubSlug: other.slug }),
      actorWith(stranger.id, 'group_lead', { groupId: newId() }),
      actorWith(stranger.id, 'national_team'),
    ])
      await assert.rejects(takeRegister(there.as(actor), { groupId, sessionId, marks: [] }), NotFound)
  })

  it('holds one mark each when the same register is sent thirty times at once', async () => {
    const sessionId = await freshSession()
    const marks = people.map((id) => mark(id, 'present'))
    await Promise.all(Array.from({ length: 30 }, () => takeRegister(asLead(), { groupId, sessionId, marks })))
    assert.equal((await marksOfSession(db(), sessionId)).length, people.length)
  })

  it('takes no id of a mark for more than that mark, of whatever session it is', async () => {
    const [before, sessionId] = [await freshSession(), await freshSession()]
    const there = mark(first(), 'present')
    await takeRegister(asLead(), { groupId, sessionId: before, marks: [there] })
    const again = people.map((participantId) => ({ ...there, participantId }))
    await takeRegister(asLead(), { groupId, sessionId, marks: again })
    assert.equal((await marksOfSession(db(), before)).length, 1)
    assert.equal((await marksOfSession(db(), sessionId)).length, people.length)
  })

  it('keeps both marks of two devices that had not seen each other’s, until somebody settles it with a reason', async () => {
    const sessionId = await freshSession()
    const sent = await Promise.all([
      takeRegister(asLead(), { groupId, sessionId, marks: [mark(first(), 'present')] }),
      takeRegister(asStaff(), { groupId, sessionId, marks: [mark(first(), 'absent')] }),
    ])
    assert.equal(sent.flatMap((one) => one.beside).length, 1)
    const standing = (await marksOfSession(db(), sessionId)).filter((one) => one.standing)
    assert.deepEqual(standing.map((one) => one.mark).sort(), ['absent', 'present'])
    assert.equal(
      (await attendanceOfGroup(db(), groupId)).participants.find((line) => line.participantId === first())?.marks[
        sessionId
      ],
      'conflict',
    )

    const chosen = standing.find((one) => one.mark === 'present')?.id ?? ''
    await settleConflict(asStaff(), {
      groupId,
      sessionId,
      participantId: first(),
      chosenMarkId: chosen,
      reason: 'Seen in the photograph',
    })
    const after = await marksOfSession(db(), sessionId)
    assert.deepEqual(
      after.filter((one) => one.standing).map((one) => [one.mark, one.settled_reason]),
      [['present', 'Seen in the photograph']],
    )
    assert.equal(after.length, 3)
  })

  it('takes a mark made in sight of the standing one as its correction, and keeps what stood before', async () => {
    const sessionId = await freshSession()
    const before = mark(first(), 'absent')
    await takeRegister(asLead(), { groupId, sessionId, marks: [before] })
    await takeRegister(asLead(), { groupId, sessionId, marks: [mark(first(), 'late', [before.id], { minutes: 20 })] })
    const marks = await marksOfSession(db(), sessionId)
    assert.deepEqual(
      marks.filter((one) => one.standing).map((one) => [one.mark, one.minutes, one.replaces_mark_id]),
      [['late', 20, before.id]],
    )
    assert.equal(marks.length, 2)
  })

  it('loses nothing when a form is sent again from the browser’s back button with another choice', async () => {
    const sessionId = await freshSession()
    const sent = mark(first(), 'absent')
    await takeRegister(asLead(), { groupId, sessionId, marks: [sent] })
    await takeRegister(asLead(), { groupId, sessionId, marks: [{ ...sent, mark: 'present' }] })
    await takeRegister(asLead(), { groupId, sessionId, marks: [{ ...sent, mark: 'present' }] })
    const marks = await marksOfSession(db(), sessionId)
    assert.deepEqual(
      marks.map((one) => [one.mark, one.standing]),
      [
        ['present', true],
        ['absent', false],
      ],
    )
  })

  it('leaves another’s correction alone when a register is saved with the older mark untouched', async () => {
    const sessionId = await freshSession()
    const old = mark(first(), 'present')
    await takeRegister(asLead(), { groupId, sessionId, marks: [old] })
    await takeRegister(asStaff(), { groupId, sessionId, marks: [mark(first(), 'online', [old.id])] })
    await takeRegister(asLead(), { groupId, sessionId, marks: [mark(first(), 'present', [old.id])] })
    assert.deepEqual(
      (await marksOfSession(db(), sessionId)).filter((one) => one.standing).map((one) => one.mark),
      ['online'],
    )
  })

  it('sums hours, less the minutes missed', async () => {
    const group = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    const place = await makePlace(db(), {
      groupId: group,
      projectId: await makeProject(db()),
      organisationId: await makeSchool(db()),
    })
    const one = await makeParticipant(db(), place, (await makePerson(db())).id)
    there.clock.set('2022-03-28T10:00:00Z')
    // The session lies across the change of clocks in spring: 0:30 to 2:30 is one hour.
    const short = await makeSession(db(), group, {
      on_date: Temporal.PlainDate.from('2022-03-27'),
      starts_at: Temporal.PlainTime.from('00:30'),
      ends_at: Temporal.PlainTime.from('02:30'),
    })
    const long = await makeSession(db(), group)
    const context = there.as(actorWith(lead.id, 'group_lead', { groupId: group }))
    await takeRegister(context, { groupId: group, sessionId: short, marks: [mark(one, 'online')] })
    await takeRegister(context, {
      groupId: group,
      sessionId: long,
      marks: [mark(one, 'left_early', [], { minutes: 30 })],
    })
    const { participants, organisations } = await attendanceOfGroup(db(), group)
    assert.deepEqual(
      participants.map((line) => [line.attended, line.minutes]),
      [[2, 330]],
    )
    assert.deepEqual(
      organisations.map((line) => [line.sessionsAttended, line.minutes]),
      [[2, 330]],
    )
  })

  it('leave every rule that must hold true of the data', () => there.requireNoFaults())
})
