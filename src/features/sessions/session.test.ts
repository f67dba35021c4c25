import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
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
import { transaction } from '../../platform/context.ts'
import { Conflict, Forbidden, Refused } from '../../platform/errors.ts'
import { historyOf } from '../../platform/history.ts'
import { newId } from '../../vocabulary/ids.ts'
import { confirmGroup, groupInSight } from '../groups/index.ts'
import { endPlace } from '../places/index.ts'
import { addSession, hostSession, moveSession } from './actions/change-session.ts'
import { callOffGroup, formGroup } from './actions/form-group.ts'
import { cancelSession, confirmSession, holdSession, takeUpSession } from './actions/settle-session.ts'
import { tellEveryone, tellPeopleOfPlace } from './actions/tell-everyone.ts'
import { feedOf } from './feed-queries.ts'
import { sweeps } from './jobs.ts'
import { sessionsOfGroup } from './queries.ts'
import { numberedName, type SessionDetails, sessionBecomes, sessionStatuses, whenInWords } from './session.ts'
import { newsOf } from './telling.ts'
import { aroundDates } from './telling-queries.ts'

describe('the life of a session', () => {
  const allowed = [
    'provisional confirmed',
    'provisional cancelled',
    'confirmed held',
    'confirmed cancelled',
    'cancelled provisional',
  ]
  for (const from of sessionStatuses)
    for (const to of sessionStatuses)
      it(`${sessionBecomes(from, to) ? 'goes' : 'does not go'} from ${from} to ${to}`, () =>
        assert.equal(sessionBecomes(from, to), allowed.includes(`${from} ${to}`)))
})

describe('what there is to tell of a session', () => {
  const told = (sequence: number, method = 'REQUEST') => ({ sequence, method })
  const cases: readonly [string, Parameters<typeof newsOf>, string | null][] = [
    ['a confirmed date nobody was told is new', [{ id: '1', status: 'confirmed', sequence: 0 }, null], 'new REQUEST'],
    ['a date told as it stands is no news', [{ id: '1', status: 'confirmed', sequence: 3 }, told(3)], null],
    ['a date moved since is changed', [{ id: '1', status: 'confirmed', sequence: 4 }, told(3)], 'changed REQUEST'],
    [
      'a cancelled date that was told is called off',
      [{ id: '1', status: 'cancelled', sequence: 1 }, told(0)],
      'cancelled CANCEL',
    ],
    ['a cancelled date is called off once', [{ id: '1', status: 'cancelled', sequence: 1 }, told(1, 'CANCEL')], null],
    ['a cancelled date nobody was told stays unsaid', [{ id: '1', status: 'cancelled', sequence: 1 }, null], null],
    [
      'a date confirmed again after a cancellation is new',
      [{ id: '1', status: 'confirmed', sequence: 2 }, told(1, 'CANCEL')],
      'new REQUEST',
    ],
    ['a provisional date stays unsaid', [{ id: '1', status: 'provisional', sequence: 0 }, null], null],
    ['what was held is past', [{ id: '1', status: 'held', sequence: 2 }, told(1)], null],
  ]
  for (const [name, [session, before], expected] of cases)
    it(name, () => {
      const news = newsOf(session, before)
      assert.equal(news && `${news.kind} ${news.method}`, expected)
    })
})

describe('sessions', () => {
  let test: TestInstallation
  let hub: { id: string; slug: string }
  let projectId: string
  const db = () => test.installation.connections.kysely
  const staff = () => test.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id }))
  const on = (date: string, from = '09:30', to = '14:30'): SessionDetails => ({
    title: null,
    kind: 'workshop',
    onDate: Temporal.PlainDate.from(date),
    startsAt: Temporal.PlainTime.from(from),
    endsAt: Temporal.PlainTime.from(to),
    mode: 'venue',
    venueId: null,
    hostOrganisationId: null,
    onlineLink: null,
    practicalNotes: null,
  })
  const undated: SessionDetails = { ...on('2021-11-17'), onDate: null, startsAt: null, endsAt: null }
  const lead = async (groupId: string, name = 'Priya Shah') => {
    const person = await makePerson(db(), name)
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: person.id,
        role: 'group_lead',
        group_id: groupId,
        from_on: Temporal.PlainDate.from('2021-09-01'),
      })
      .execute()
    return person
  }
  const placed = async (groupId: string, name: string) => {
    const person = await makePerson(db(), name)
    const placeId = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
    await makeParticipant(db(), placeId, person.id)
    return { ...person, placeId }
  }
  const mails = async (address: string) => {
    const rows = await db()
      .selectFrom('messages')
      .select(['subject', 'body_text as text', 'invitations'])
      .where('to_address', '=', address)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      ...row,
      invitations: row.invitations as unknown as { method: string; text: string }[],
    }))
  }

  before(async () => {
    test = await testInstallation()
    hub = await makeHub(db())
    projectId = await makeProject(db(), { title: 'Secondary Subject Leadership' })
  })
  beforeEach(() => test.clock.set('2021-10-18T08:00:00Z'))
  after(() => test.release())

  it('begin as the offer’s planned dates, each as certain as it was planned', async () => {
    const offerId = await makeOffer(db(), hub.id, projectId, { practical_notes: 'Lunch is provided.' })
    const date = (position: number, certainty: string, values: object) => ({
      id: newId(),
      offer_id: offerId,
      position,
      mode: 'venue',
      certainty,
      ...values,
    })
    const time = { starts_at: Temporal.PlainTime.from('09:30'), ends_at: Temporal.PlainTime.from('14:30') }
    await db()
      .insertInto('planned_dates')
      .values([
        date(1, 'confirmed', { on_date: Temporal.PlainDate.from('2021-11-17'), ...time }),
        date(2, 'provisional', { on_date: Temporal.PlainDate.from('2022-03-02'), ...time, note: 'Bring a laptop.' }),
        date(3, 'unknown', {}),
        date(4, 'confirmed', { on_date: Temporal.PlainDate.from('2022-06-01') }),
      ])
      .execute()
    const groupId = await formGroup(staff(), {
      offerId,
      name: 'West',
      organisationsRoom: 8,
      peopleRoom: 16,
      organisationsMinimum: 0,
      leadPersonIds: [],
      partnerHubIds: [],
    })
    const sessions = await sessionsOfGroup(db(), groupId)
    assert.deepEqual(
      sessions.map((session) => [session.number, session.status, whenInWords(session), session.practicalNotes]),
      [
        [1, 'confirmed', 'Wednesday 17 November 2021, 9:30am to 2:30pm', 'Lunch is provided.'],
        [2, 'provisional', 'Wednesday 2 March 2022, 9:30am to 2:30pm', 'Bring a laptop.\nLunch is provided.'],
        [4, 'provisional', 'Wednesday 1 June 2022, times to be confirmed', 'Lunch is provided.'],
        [3, 'provisional', 'Date to be confirmed', 'Lunch is provided.'],
      ],
    )
  })

  it('are confirmed only with a date and times', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const sessionId = await addSession(staff(), { groupId, details: undated })
    await assert.rejects(confirmSession(staff(), { sessionId }), /needs a date, a start and an end/)
    await moveSession(staff(), { sessionId, details: on('2021-11-17') })
    await confirmSession(staff(), { sessionId })
    await assert.rejects(moveSession(staff(), { sessionId, details: { onDate: null } }), /cancel it/)
    await assert.rejects(
      moveSession(staff(), { sessionId, details: { startsAt: Temporal.PlainTime.from('15:00') } }),
      /ends after it starts/,
    )
    assert.equal((await sessionsOfGroup(db(), groupId))[0]?.status, 'confirmed')
  })

  it('stay the same session when moved: next sequence number, same state', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const sessionId = await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-11-17') })
    await moveSession(staff(), { sessionId, sequence: 0, details: { onDate: Temporal.PlainDate.from('2021-11-24') } })
    const [session] = await sessionsOfGroup(db(), groupId)
    assert.deepEqual(
      [session?.id, session?.sequence, session?.status, session?.movedAt?.toString()],
      [sessionId, 1, 'confirmed', '2021-10-18T08:00:00Z'],
    )
    await assert.rejects(
      moveSession(staff(), { sessionId, sequence: 0, details: { onDate: Temporal.PlainDate.from('2021-12-01') } }),
      Conflict,
    )
    await moveSession(staff(), { sessionId, details: { onDate: Temporal.PlainDate.from('2021-11-24') } })
    assert.equal((await sessionsOfGroup(db(), groupId))[0]?.sequence, 1, 'nothing changed, nothing counted')
  })

  it('are dated by the lead hub and the leads, not by partner hubs or strangers', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const partner = await makeHub(db())
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: partner.id }).execute()
    await addSession(test.as(actorWith(newId(), 'group_lead', { groupId })), { groupId, details: undated })
    await assert.rejects(
      addSession(test.as(actorWith(newId(), 'hub_lead', { hubId: partner.id })), { groupId, details: undated }),
      Forbidden,
    )
    await assert.rejects(
      addSession(test.as(actorWith(newId(), 'group_lead', { groupId: newId() })), { groupId, details: undated }),
      Forbidden,
    )
  })

  it('are not put into the hour that the clocks skip, and may lie in the one that comes twice', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const at = (on: string, from: string, to: string): SessionDetails => ({
      ...undated,
      onDate: Temporal.PlainDate.from(on),
      startsAt: Temporal.PlainTime.from(from),
      endsAt: Temporal.PlainTime.from(to),
    })
    await assert.rejects(
      addSession(staff(), { groupId, details: at('2022-03-27', '01:15', '02:00') }),
      /clocks go forward/,
    )
    await addSession(staff(), { groupId, details: at('2022-03-27', '00:30', '02:30') })
    await addSession(staff(), { groupId, details: at('2021-10-31', '01:30', '02:30') })
  })

  it('are added once when the button is pressed twice, and twice when two of the same are wanted', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const count = async () => (await sessionsOfGroup(db(), groupId)).length
    const before = await count()
    const ids = await Promise.all(
      [1, 2].map(() => addSession(staff(), { groupId, details: undated, number: before + 1 })),
    )
    assert.equal(new Set(ids).size, 1)
    await addSession(staff(), { groupId, details: undated, number: before + 2 })
    assert.equal(await count(), before + 2)
  })

  it('never put a lead in two sessions at once, and name the other one (rule 4)', async () => {
    const [west, east] = [
      await makeGroup(db(), hub.id, projectId, { name: 'West' }),
      await makeGroup(db(), hub.id, projectId, { name: 'East' }),
    ]
    const person = await lead(west)
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: person.id,
        role: 'group_lead',
        group_id: east,
        from_on: Temporal.PlainDate.from('2021-09-01'),
      })
      .execute()
    const first = await addSession(staff(), { groupId: west, status: 'confirmed', details: on('2021-11-17') })
    await assert.rejects(
      addSession(staff(), { groupId: east, details: on('2021-11-17', '14:00', '16:00') }),
      new Refused(
        'Priya Shah leads Workshop 1 of West at that time: Wednesday 17 November 2021, 9:30am to 2:30pm. Choose another time, or another lead.',
      ),
    )
    await addSession(staff(), { groupId: east, details: on('2021-11-17', '14:30', '16:00') })
    await cancelSession(staff(), { sessionId: first, reason: 'Snow' })
    await addSession(staff(), { groupId: east, details: on('2021-11-17', '09:30', '12:00') })
    await takeUpSession(staff(), { sessionId: first }).then(
      () => assert.fail('the lead is taken by now'),
      (problem) => assert.match(problem.message, /leads Workshop 2 of East/),
    )
  })

  it('never put a lead in two sessions at once, whoever plans at the same moment', async () => {
    const groups = await Promise.all(Array.from({ length: 8 }, () => makeGroup(db(), hub.id, projectId)))
    const person = await makePerson(db(), 'Racing Lead')
    for (const groupId of groups)
      await db()
        .insertInto('roles')
        .values({
          id: newId(),
          person_id: person.id,
          role: 'group_lead',
          group_id: groupId,
          from_on: Temporal.PlainDate.from('2021-09-01'),
        })
        .execute()
    const outcomes = await Promise.allSettled(
      groups.map((groupId) => addSession(staff(), { groupId, details: on('2022-01-12') })),
    )
    assert.equal(outcomes.filter((each) => each.status === 'fulfilled').length, 1)
    for (const each of outcomes)
      if (each.status === 'rejected')
        assert.match(each.reason.message, /^Racing Lead leads Workshop 1 of Group \d+ at that time/)
  })

  it('warn of participants who would be in two sessions at once', async () => {
    const [here, there] = [
      await makeGroup(db(), hub.id, projectId),
      await makeGroup(db(), hub.id, await makeProject(db())),
    ]
    const ann = await placed(here, 'Ann Other')
    const place = await makePlace(db(), {
      groupId: there,
      projectId: await makeProject(db()),
      organisationId: await makeSchool(db()),
    })
    await makeParticipant(db(), place, ann.id)
    const sessionId = await addSession(staff(), { groupId: here, details: on('2021-12-01') })
    await addSession(staff(), { groupId: there, details: on('2021-12-01', '13:00', '15:00') })
    const { clashes } = await aroundDates(db(), here, staff().today)
    assert.deepEqual(clashes, [{ sessionId, name: 'Ann Other' }])
  })

  it('are told to everyone placed and to the leads, one mail each, and only once', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId, { name: 'West' })
    const [ann, ben, priya] = [await placed(groupId, 'Ann'), await placed(groupId, 'Ben'), await lead(groupId)]
    const offered = await makePerson(db(), 'Cas')
    await makeParticipant(
      db(),
      await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()), status: 'offered' }),
      offered.id,
    )
    await assert.rejects(tellEveryone(staff(), groupId), /told every confirmed date already/)
    await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-11-17') })
    await addSession(staff(), { groupId, status: 'confirmed', details: on('2022-03-30') })
    await addSession(staff(), { groupId, details: on('2022-05-04') })
    assert.deepEqual(await tellEveryone(staff(), groupId), { told: 3 })
    await assert.rejects(tellEveryone(staff(), groupId), Refused)
    for (const person of [ann, ben, priya]) {
      const sent = await mails(person.address)
      assert.equal(sent.length, 1)
      assert.deepEqual(
        sent[0]?.invitations.map(({ method }) => method),
        ['REQUEST', 'REQUEST'],
      )
      for (const { text } of sent[0]?.invitations ?? []) {
        assert.equal(text.match(/BEGIN:VEVENT/g)?.length, 1)
        assert.match(text.replaceAll('\r\n ', ''), new RegExp(`ATTENDEE;.*${person.address}`))
      }
      assert.match(
        sent[0]?.text ?? '',
        /Wednesday 17 November 2021, 9:30am to 2:30pm[\s\S]*Wednesday 30 March 2022, 9:30am to 2:30pm/,
      )
      assert.doesNotMatch(sent[0]?.text ?? '', /4 May/)
    }
    assert.equal((await mails(offered.address)).length, 0)
    assert.match((await mails(priya.address))[0]?.text ?? '', /you lead West/)
  })

  it('send a moved date as an update and a cancelled one as a cancellation, one mail each, with the same UID', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const [ann, untold] = [await placed(groupId, 'Ann'), await makePerson(db(), 'Later')]
    const sessionId = await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-11-17') })
    await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-12-15') })
    await tellEveryone(staff(), groupId)
    await makeParticipant(
      db(),
      await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) }),
      untold.id,
    )
    assert.deepEqual(
      await moveSession(staff(), { sessionId, details: { onDate: Temporal.PlainDate.from('2021-11-24') } }),
      { told: 1 },
    )
    assert.deepEqual(await cancelSession(staff(), { sessionId, reason: 'The lead is ill.' }), { told: 1 })
    const [, moved, cancelled, ...more] = await mails(ann.address)
    assert.equal(more.length, 0)
    assert.match(moved?.subject ?? '', /a date has changed$/)
    assert.equal(moved?.invitations.length, 1)
    assert.equal(moved?.invitations[0]?.method, 'REQUEST')
    assert.match(
      moved?.invitations[0]?.text ?? '',
      new RegExp(`UID:session-${sessionId}@tessellate\\r\\nSEQUENCE:1\\r\\n`),
    )
    assert.match(moved?.invitations[0]?.text ?? '', /DTSTART;TZID=Europe\/London:20211124T093000/)
    assert.equal(cancelled?.invitations[0]?.method, 'CANCEL')
    assert.match(cancelled?.invitations[0]?.text ?? '', /METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/)
    assert.match(cancelled?.text ?? '', /will not take place\. The lead is ill\./)
    assert.equal((await mails(untold.address)).length, 0)
  })

  it('reach those who are placed later, and only them', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const ann = await placed(groupId, 'Ann')
    await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-11-17') })
    await tellEveryone(staff(), groupId)
    const ben = await placed(groupId, 'Ben')
    assert.deepEqual(await tellPeopleOfPlace(test.system(), { groupId, placeId: ben.placeId }), { told: 1 })
    assert.deepEqual(await tellPeopleOfPlace(test.system(), { groupId, placeId: ben.placeId }), { told: 0 })
    assert.deepEqual([(await mails(ann.address)).length, (await mails(ben.address)).length], [1, 1])
    assert.equal((await mails(ben.address))[0]?.invitations[0]?.method, 'REQUEST')
  })

  it('are taken out of the calendar of whoever leaves, once, and put back when they return', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const [ann, ben] = [await placed(groupId, 'Ann'), await placed(groupId, 'Ben')]
    await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-11-17') })
    await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-12-15') })
    await tellEveryone(staff(), groupId)
    const sweep = () => sweeps['call-off-dates']?.(test.system())
    await sweep()
    assert.equal((await mails(ann.address)).length, 1)
    await endPlace(staff(), ann.placeId, 'They withdrew.')
    await Promise.all([sweep(), sweep()])
    const [, calledOff, ...more] = await mails(ann.address)
    assert.equal(more.length, 0)
    assert.deepEqual(
      calledOff?.invitations.map(({ method }) => method),
      ['CANCEL', 'CANCEL'],
    )
    assert.match(calledOff?.text ?? '', /17 November 2021[\s\S]*15 December 2021/)
    assert.equal((await mails(ben.address)).length, 1)
    const again = await makePlace(db(), { groupId, projectId, organisationId: await makeSchool(db()) })
    await makeParticipant(db(), again, ann.id)
    assert.deepEqual(await tellPeopleOfPlace(test.system(), { groupId, placeId: again }), { told: 1 })
  })

  it('keep neither a change nor its mail when the rest fails: they are one', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const ann = await placed(groupId, 'Ann')
    const sessionId = await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-11-17') })
    await tellEveryone(staff(), groupId)
    await assert.rejects(
      transaction(staff(), async (_tx, context) => {
        await moveSession(context, { sessionId, details: { onDate: Temporal.PlainDate.from('2021-11-24') } })
        throw new Error('the rest failed')
      }),
    )
    assert.equal((await mails(ann.address)).length, 1)
    assert.equal((await sessionsOfGroup(db(), groupId))[0]?.onDate?.toString(), '2021-11-17')
  })

  it('are hosted by a school, which is then the place', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const school = await makeSchool(db(), { name: 'Oakfield School', town: 'Acton' })
    const sessionId = await addSession(staff(), { groupId, details: on('2021-11-17') })
    await hostSession(staff(), { sessionId, organisationId: school })
    const [session] = await sessionsOfGroup(db(), groupId)
    assert.deepEqual(
      [session?.host, session?.location, session?.sequence],
      ['Oakfield School', 'Oakfield School, Acton', 1],
    )
  })

  it('are held only once they have begun; the first starts the group', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const sessionId = await addSession(staff(), { groupId, status: 'confirmed', details: on('2021-11-17') })
    await confirmGroup(staff(), groupId)
    await assert.rejects(holdSession(staff(), sessionId), /has not begun/)
    test.clock.set('2021-11-17T09:30:00Z')
    await holdSession(test.as(actorWith(newId(), 'group_lead', { groupId })), sessionId)
    assert.equal((await groupInSight(staff(), groupId))?.status, 'running')
    await assert.rejects(
      moveSession(staff(), { sessionId, details: { onDate: Temporal.PlainDate.from('2021-11-24') } }),
      /held is not moved/,
    )
    assert.deepEqual(
      (await historyOf(db(), { type: 'group', id: groupId })).map((event) => event.name),
      ['group.started', 'session.held', 'group.confirmed', 'session.added'],
    )
  })

  it('are called off with their group: one mail each, places ended, leads free', async () => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const [ann, priya] = [await placed(groupId, 'Ann'), await lead(groupId)]
    for (const date of ['2021-11-17', '2021-12-15', '2022-01-19'])
      await addSession(staff(), { groupId, status: 'confirmed', details: on(date) })
    await tellEveryone(staff(), groupId)
    assert.deepEqual(await callOffGroup(staff(), { groupId, reason: 'Too few schools.' }), { told: 2 })
    for (const person of [ann, priya]) assert.equal((await mails(person.address)).length, 2)
    const statuses = await db().selectFrom('places').select('status').where('group_id', '=', groupId).execute()
    assert.deepEqual(statuses, [{ status: 'released' }])
    assert.deepEqual(
      await db().selectFrom('session_leads').select('session_id').where('person_id', '=', priya.id).execute(),
      [],
    )
    assert.equal((await groupInSight(staff(), groupId))?.organisationsTaken, 0)
  })

  it('are in the feed of a person, a group and a hub', async () => {
    const own = await makeHub(db())
    const groupId = await makeGroup(db(), own.id, projectId)
    const ann = await placed(groupId, 'Ann')
    const priya = await lead(groupId)
    const asOwn = test.as(actorWith(newId(), 'hub_lead', { hubId: own.id }))
    await addSession(asOwn, { groupId, details: on('2021-11-17') })
    await addSession(asOwn, { groupId, details: undated })
    for (const id of [ann.id, priya.id, groupId, own.id])
      assert.equal((await feedOf(db(), id, Temporal.PlainDate.from('2021-10-18')))?.entries.length, 1)
    assert.equal(await feedOf(db(), newId(), Temporal.PlainDate.from('2021-10-18')), null)
  })

  it('are called by kind and number', () => {
    assert.equal(
      numberedName({ kind: 'workshop', usualWord: null, number: 3, title: 'Fractions' }),
      'Workshop 3: Fractions',
    )
    assert.equal(numberedName({ kind: 'workshop', usualWord: 'twilight', number: 3, title: null }), 'Twilight 3')
    assert.equal(numberedName({ kind: 'visit', usualWord: null, number: 2, title: null }), 'Visit to a school (2)')
  })

  it('leave every rule that must hold true of the data', () => test.requireNoFaults())
})
