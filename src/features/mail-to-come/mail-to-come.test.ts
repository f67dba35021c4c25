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
} from '../../../test/support/records.ts'
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { addSession, moveSession, tellEveryone } from '../sessions/index.ts'
import { setTask } from '../tasks/actions/set-task.ts'
import { sweeps as taskSweeps } from '../tasks/jobs.ts'
import { sendMailToCome, settleMailing } from './actions/send-mail-to-come.ts'
import type { SessionMailKind } from './session-mail.ts'

describe('mail before a session', () => {
  let test: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let projectId: string
  let cookie: string
  const db = () => test.installation.connections.kysely
  const staff = () => test.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id, hubSlug: hub.slug }))
  const { see, send } = browser(() => app)
  /** Moves the clock, London time, and does what falls due. */
  const at = async (local: string) => {
    test.clock.set(Temporal.ZonedDateTime.from(`${local}[Europe/London]`).toInstant().toString())
    return sendMailToCome(test.system())
  }
  const join = async (groupId: string, authority?: string) => {
    const person = await makePerson(db())
    const organisationId = await makeSchool(db())
    if (authority)
      await db()
        .updateTable('organisations')
        .set({ authority_code: authority })
        .where('id', '=', organisationId)
        .execute()
    const placeId = await makePlace(db(), { groupId, projectId, organisationId })
    return { ...person, participantId: await makeParticipant(db(), placeId, person.id) }
  }
  /** A group of people who have been told a date: Wednesday 17 November 2021 unless another is given. */
  const told = async (people: number, date = '2021-11-17', starts = '09:30') => {
    const groupId = await makeGroup(db(), hub.id, projectId)
    const venueId = newId()
    const place = { hub_id: hub.id, name: 'Ark House', short_name: 'Ark', address: '1 High Street' }
    await db()
      .insertInto('venues')
      .values({ id: venueId, ...place, room: '12', parking: 'In the yard' })
      .execute()
    const readers = []
    for (let count = 0; count < people; count += 1) readers.push(await join(groupId))
    const sessionId = await addSession(staff(), {
      groupId,
      status: 'confirmed',
      details: {
        title: null,
        kind: 'workshop',
        onDate: Temporal.PlainDate.from(date),
        startsAt: Temporal.PlainTime.from(starts),
        endsAt: Temporal.PlainTime.from('16:00'),
        mode: 'venue',
        venueId,
        hostOrganisationId: null,
        onlineLink: null,
        practicalNotes: 'Bring a scheme of work.',
      },
    })
    if (people > 0) await tellEveryone(staff(), groupId)
    return { groupId, sessionId, venueId, readers }
  }
  const mails = async (person: { address: string } | undefined) =>
    (
      await db()
        .selectFrom('messages')
        .select(['subject', 'body_text as text'])
        .where('to_address', '=', person?.address ?? '')
        .where('key', 'not like', 'dates:%')
        .orderBy('created_at')
        .orderBy('id')
        .execute()
    ).map(({ subject, text }) => ({ subject: subject.replace(/^.*: /, ''), text }))
  const subjects = async (person: { address: string } | undefined) =>
    (await mails(person)).map(({ subject }) => subject)
  const settle = (sessionId: string, kind: SessionMailKind, deed: 'hold' | 'release' | 'drop' | 'send') =>
    settleMailing(staff(), { hubId: hub.id, sessionId, kind, deed })

  before(async () => {
    test = await testInstallation()
    app = await createApp(test.installation)
    hub = await makeHub(db())
    projectId = await makeProject(db(), { title: 'Secondary Subject Leadership' })
    cookie = await signedInAs(test, 'hub_administrator', { hub_id: hub.id })
  })
  beforeEach(async () => {
    test.clock.set('2021-10-18T08:00:00Z')
    await db().updateTable('sessions').set({ status: 'cancelled' }).execute()
    await db().deleteFrom('session_mail_settings').execute()
  })
  after(async () => {
    await app.close()
    await test.release()
  })

  it('goes once a week before and once the day before, with all one needs to know', async () => {
    const { readers } = await told(1)
    assert.equal(await at('2021-11-10T07:59'), 0)
    assert.equal(await at('2021-11-10T08:00'), 1)
    assert.equal(await at('2021-11-10T08:00'), 0)
    assert.equal(await at('2021-11-16T08:00'), 1)
    assert.equal(await at('2021-11-17T09:29'), 0)
    assert.deepEqual(await subjects(readers[0]), ['what you need for the day', 'see you soon'])
    const [instructions] = await mails(readers[0])
    for (const said of [
      'Wednesday 17 November 2021, 9:30am to 4pm',
      'Ark House',
      'Room: 12',
      'Parking: In the yard',
      'Bring a scheme of work.',
      '/cancel/',
    ])
      assert.ok(instructions?.text.includes(said), said)
  })

  it('goes at once to whoever joins late, and no reminder follows within a day', async () => {
    const { groupId, readers } = await told(1)
    await at('2021-11-10T08:00')
    const late = await join(groupId)
    test.clock.set('2021-11-15T14:00:00Z')
    await tellEveryone(staff(), groupId)
    assert.equal(await at('2021-11-15T14:01'), 1)
    await at('2021-11-16T09:00')
    assert.deepEqual(await subjects(late), ['what you need for the day'])
    assert.deepEqual(await subjects(readers[0]), ['what you need for the day', 'see you soon'])
  })

  it('goes again when something that matters has changed, but not when the mail about the change has said it', async () => {
    const { sessionId, venueId, readers } = await told(2)
    await at('2021-11-10T08:00')
    await moveSession(staff(), { sessionId, details: { startsAt: Temporal.PlainTime.from('10:00') } })
    assert.equal(await at('2021-11-10T08:05'), 0)
    await db().updateTable('venues').set({ room: '14' }).where('id', '=', venueId).execute()
    assert.equal(await at('2021-11-10T20:00'), 0)
    assert.equal(await at('2021-11-11T07:00'), 2)
    assert.equal(await at('2021-11-11T07:05'), 0)
    assert.deepEqual(await subjects(readers[0]), ['what you need for the day', 'what has changed for the day'])
    assert.match((await mails(readers[1]))[1]?.text ?? '', /Room: 14/)
  })

  it('goes anew for a date to which the session was moved', async () => {
    const { sessionId, readers } = await told(1)
    await at('2021-11-10T08:00')
    await moveSession(staff(), { sessionId, details: { onDate: Temporal.PlainDate.from('2021-12-08') } })
    assert.equal(await at('2021-11-30T12:00'), 0)
    assert.equal(await at('2021-12-01T08:00'), 1)
    await at('2021-12-07T08:00')
    assert.deepEqual(await subjects(readers[0]), [
      'what you need for the day',
      'what you need for the day',
      'see you soon',
    ])
  })

  it('goes to nobody who has given notice, has not been told the date, or has no address', async () => {
    const { groupId, sessionId, readers } = await told(3)
    const [absent, silent, comes] = readers
    await join(groupId)
    const notice = { id: newId(), session_id: sessionId, session_sequence: 0, given_at: test.system().now }
    await db()
      .insertInto('cancellations')
      .values({ ...notice, participant_id: absent?.participantId ?? '' })
      .execute()
    await db()
      .deleteFrom('email_addresses')
      .where('person_id', '=', silent?.id ?? '')
      .execute()
    assert.equal(await at('2021-11-10T08:00'), 1)
    assert.equal((await mails(comes)).length, 1)
  })

  it('waits for a fitting moment: a reminder for Monday goes on Friday, one for school holidays is not lost', async () => {
    const monday = await told(1, '2021-11-15')
    assert.equal(await at('2021-11-08T08:00'), 1)
    assert.equal(await at('2021-11-12T06:59'), 0)
    assert.equal(await at('2021-11-12T07:00'), 1)
    assert.deepEqual(await subjects(monday.readers[0]), ['what you need for the day', 'see you soon'])
    const code = '999'
    await db().insertInto('authorities').values({ code, name: 'Testshire', region: 'London' }).execute()
    const dates = { year: 2021, kind: 'holiday', name: 'Winter break', stated_at: test.system().now }
    await db()
      .insertInto('school_terms')
      .values({
        id: newId(),
        authority_code: code,
        ...dates,
        from_on: Temporal.PlainDate.from('2021-11-22'),
        to_on: Temporal.PlainDate.from('2021-11-26'),
      })
      .execute()
    const { groupId } = await told(0, '2021-11-29')
    const pupil = await join(groupId, code)
    await tellEveryone(staff(), groupId)
    assert.equal(await at('2021-11-19T06:59'), 0)
    assert.equal(await at('2021-11-19T07:00'), 1)
    assert.equal((await mails(pupil)).length, 1)
  })

  it('is held, let go, not sent, or sent now, each once', async () => {
    const { sessionId, readers } = await told(2)
    await settle(sessionId, 'instructions', 'hold')
    assert.equal(await at('2021-11-10T08:00'), 0)
    await settle(sessionId, 'instructions', 'release')
    await settle(sessionId, 'reminder', 'drop')
    assert.equal(await at('2021-11-10T08:10'), 2)
    assert.equal(await at('2021-11-16T08:00'), 0)
    assert.equal(await settle(sessionId, 'reminder', 'send'), 2)
    await assert.rejects(settle(sessionId, 'reminder', 'send'), /has been sent this already/)
    assert.deepEqual(await subjects(readers[0]), ['what you need for the day', 'see you soon'])
  })

  it('sent by two at once is one mail', async () => {
    const { sessionId, readers } = await told(2)
    test.clock.set('2021-11-09T23:30:00Z')
    const all = await Promise.allSettled([1, 2, 3].map(() => settle(sessionId, 'instructions', 'send')))
    assert.equal(all.filter(({ status }) => status === 'fulfilled').length, 1)
    for (const reader of readers) assert.equal((await mails(reader)).length, 1)
  })

  it('is as early as the hub says, with its words, or not at all', async () => {
    const { readers } = await told(1)
    const set = (fields: Record<string, string>) => send(`/hub/${hub.slug}/mail/settings`, fields, cookie)
    const bad = await set({ instructionsDays: '1', reminderDays: 'x', ownWords: 'Kept' })
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /from 2 to 28[\s\S]*from 1 to 7[\s\S]*Kept/)
    assert.equal(
      (await set({ instructionsDays: '14', reminderDays: '0', ownWords: 'Ring the bell twice.' })).statusCode,
      303,
    )
    assert.equal(await at('2021-11-03T08:00'), 1)
    assert.equal(await at('2021-11-16T12:00'), 0)
    assert.match((await mails(readers[0]))[0]?.text ?? '', /Ring the bell twice\./)
  })

  it('is read first by the staff of the hub, with everybody it goes to, and by nobody else', async () => {
    const { sessionId, readers } = await told(1)
    const list = await see(`/hub/${hub.slug}/mail`, cookie)
    assert.match(list.body, /Wednesday 10 November 2021, 8am[\s\S]*Joining instructions/)
    const url = `/hub/${hub.slug}/mail/${sessionId}/instructions`
    const shown = await see(url, cookie)
    assert.match(
      shown.body,
      new RegExp(`${readers[0]?.name}[\\s\\S]*To be sent on 10 November 2021 at 8am[\\s\\S]*Bring a scheme of work`),
    )
    assert.doesNotMatch(shown.body, /\/cancel\/[A-Za-z0-9_-]{20}/)
    assert.equal((await send(url, {}, cookie)).statusCode, 422)
    assert.equal((await send(url, { deed: 'hold' }, cookie)).statusCode, 303)
    assert.match((await see(`/hub/${hub.slug}/mail`, cookie)).body, /Held/)
    const other = await makeHub(db())
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: other.id })
    assert.equal((await see(`/hub/${other.slug}/mail/${sessionId}/instructions`, stranger)).statusCode, 404)
    assert.equal((await see(url, stranger)).statusCode, 404)
    assert.equal((await see(url, await cookieOf(test, readers[0]?.id ?? ''))).statusCode, 404)
  })

  it('of every other kind is read first, held, let go and sent once too, one by one or all of a kind', async () => {
    const { groupId, readers } = await told(1, '2021-12-15')
    const lead = await makePerson(db())
    await db()
      .insertInto('roles')
      .values({
        id: newId(),
        person_id: lead.id,
        role: 'group_lead',
        group_id: groupId,
        from_on: Temporal.PlainDate.from('2021-09-01'),
      })
      .execute()
    const { id: taskId } = await setTask(test.as(actorWith(lead.id, 'group_lead', { groupId })), {
      groupId,
      sessionId: null,
      title: 'Watch one lesson',
      brief: 'Watch it twice.',
      dueOn: Temporal.PlainDate.from('2021-11-12'),
      followsNext: false,
      sharedWith: 'lead',
    })
    const list = `/hub/${hub.slug}/mail`
    const one = `${list}/task-reminder.${taskId}`
    assert.match(
      (await see(list, cookie)).body,
      /Tuesday 9 November 2021, 8am[\s\S]*Reminder of a task[\s\S]*Watch one lesson/,
    )
    assert.match((await see(`${list}?kind=place-reminder`, cookie)).body, /No mail of this kind to come/)
    const shown = (await see(one, cookie)).body
    assert.match(
      shown,
      new RegExp(`${readers[0]?.name}[\\s\\S]*To be sent on 9 November 2021 at 8am[\\s\\S]*A few sentences`),
    )
    assert.doesNotMatch(shown, /\/reflect\/[A-Za-z0-9_-]{20}/)
    const reminded = async (local: string) => {
      test.clock.set(Temporal.ZonedDateTime.from(`${local}[Europe/London]`).toInstant().toString())
      await taskSweeps['remind-of-tasks']?.(test.system())
      return (await subjects(readers[0])).filter((subject) => /is due on/.test(subject)).length
    }
    assert.equal((await send(one, {}, cookie)).statusCode, 422)
    assert.equal((await send(one, { deed: 'hold' }, cookie)).statusCode, 303)
    assert.equal(await reminded('2021-11-09T09:00'), 0)
    assert.equal((await send(one, { deed: 'release' }, cookie)).statusCode, 303)
    const all = (deed: string) => send(`${list}/kinds`, { of: 'task-reminder', deed }, cookie)
    assert.equal((await send(`${list}/kinds`, { of: 'task-reminder' }, cookie)).statusCode, 422)
    assert.equal((await all('hold')).statusCode, 303)
    assert.equal(await reminded('2021-11-09T09:05'), 0)
    assert.match((await see(list, cookie)).body, /Held until you let it go, all of a kind/)
    assert.match((await see(one, cookie)).body, /All mail of this kind is held/)
    assert.equal((await all('release')).statusCode, 303)
    assert.equal((await send(one, { deed: 'drop' }, cookie)).statusCode, 303)
    assert.equal(await reminded('2021-11-09T09:10'), 0)
    assert.equal((await send(one, { deed: 'send' }, cookie)).statusCode, 303)
    assert.equal(await reminded('2021-11-09T09:15'), 1)
    assert.equal((await see(one, cookie)).statusCode, 404, 'it is not to come any more')
    const digest = `${list}/task-digest.${taskId}`
    assert.match((await send(digest, { deed: 'send' }, cookie)).body, /has not happened yet/)
    const other = await makeHub(db())
    const stranger = await signedInAs(test, 'hub_administrator', { hub_id: other.id })
    assert.equal((await see(`/hub/${other.slug}/mail/task-digest.${taskId}`, stranger)).statusCode, 404)
  })

  it('goes when the hub says that mail goes; what is wrong of it is told and kept', async () => {
    const lead = await signedInAs(test, 'hub_lead', { hub_id: hub.id })
    const url = `/hub/${hub.slug}/mail-times`
    const bad = await send(url, { from: '03:00', until: '18:00', rests: 'weekends' }, lead)
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /from 05:00 to 12:00[\s\S]*03:00/)
    assert.equal((await send(url, { from: '09:15', until: '16:00' }, lead)).statusCode, 303)
    assert.equal((await send(url, { from: '09:15', until: '16:00' }, cookie)).statusCode, 403)
    await told(1, '2021-11-15')
    assert.equal(await at('2021-11-08T09:14'), 0)
    assert.equal(await at('2021-11-08T09:15'), 1)
    assert.equal(await at('2021-11-14T09:15'), 1)
    assert.equal((await send(`${url}/network`, {}, lead)).statusCode, 303)
    assert.match((await see(url, lead)).body, /between 7am and 7pm/)
  })
})
