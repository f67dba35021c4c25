import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
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
import { Conflict, Forbidden, Refused } from '../../platform/errors.ts'
import { findFaults } from '../../platform/invariants.ts'
import { newId } from '../../vocabulary/ids.ts'
import { hostingsOfGroup } from '../hosting/index.ts'
import { grantRole } from '../people/index.ts'
import { addSession, tellEveryone } from '../sessions/index.ts'
import { invariants } from '../sessions/invariants.ts'
import { sweeps } from '../sessions/jobs.ts'
import { replaceLead } from './actions/replace-lead.ts'

describe('a lead replaced in the middle of the year', () => {
  let there: TestInstallation
  let app: FastifyInstance
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)
  const on = (date: string) => Temporal.PlainDate.from(date)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  const details = (onDate: string, host: string | null) => ({
    onDate: on(onDate),
    startsAt: Temporal.PlainTime.from('09:30'),
    endsAt: Temporal.PlainTime.from('14:30'),
    title: null,
    kind: 'workshop' as const,
    mode: 'venue' as const,
    venueId: null,
    hostOrganisationId: host,
    onlineLink: null,
    practicalNotes: null,
  })

  /** A group with a lead, one school that hosts its second session, and everybody told its two dates. */
  const scene = async () => {
    there.clock.set('2021-11-01T09:00:00Z')
    const hub = await makeHub(db())
    const projectId = await makeProject(db())
    const groupId = await makeGroup(db(), hub.id, projectId, { status: 'running' })
    const [old, next, member] = [
      await makePerson(db(), 'Olga Old'),
      await makePerson(db(), 'Nils Next'),
      await makePerson(db(), 'Mia Member'),
    ]
    const oldCookie = await signedInAs(there, 'group_lead', { group_id: groupId }, old.id)
    const school = await makeSchool(db(), { name: 'Ash' })
    const placeId = await makePlace(db(), { groupId, projectId, organisationId: school })
    await makeParticipant(db(), placeId, member.id)
    const { id: staffId } = await makePerson(db(), 'Stella Staff')
    const staff = () => there.as(actorWith(staffId, 'hub_administrator', { hubId: hub.id }))
    const add = (number: number, date: string, host: string | null) =>
      addSession(staff(), { groupId, number, status: 'confirmed', details: details(date, host) })
    const first = await add(1, '2021-11-17', null)
    const second = await add(2, '2021-12-08', school)
    await tellEveryone(staff(), groupId)
    const { id: roleId } = await db()
      .selectFrom('roles')
      .select('id')
      .where('group_id', '=', groupId)
      .executeTakeFirstOrThrow()
    const input = { groupId, roleId, to: { personId: next.id }, from: on('2021-12-01'), reason: 'A new post' }
    return { hub, groupId, old, next, member, oldCookie, staff, first, second, input, add }
  }
  const mailTo = (address: string) =>
    db()
      .selectFrom('messages')
      .select(['subject', 'body_text as text', 'invitations'])
      .where('to_address', '=', address)
      .orderBy('created_at')
      .orderBy('id')
      .execute()

  it('changes roles, calendars and the time of the sessions from that day, and tells everybody once', async () => {
    const at = await scene()
    await replaceLead(at.staff(), at.input)
    const [toOld, toNext, toMember] = [
      await mailTo(at.old.address),
      await mailTo(at.next.address),
      await mailTo(at.member.address),
    ]
    assert.deepEqual([toOld.length, toNext.length, toMember.length], [2, 1, 2])
    const cancelled = JSON.stringify(toOld[1]?.invitations)
    assert.match(cancelled, /METHOD:CANCEL[\s\S]*20211208T/)
    assert.doesNotMatch(cancelled, /20211117T/)
    assert.match(JSON.stringify(toNext[0]?.invitations), /METHOD:REQUEST[\s\S]*20211208T/)
    assert.doesNotMatch(toNext[0]?.text ?? '', /17 November/)
    assert.match(toMember[1]?.text ?? '', /Nils Next leads[\s\S]*Your school hosts session 2/)
    assert.doesNotMatch(toMember[1]?.text ?? '', /A new post/)
    const leads = await db()
      .selectFrom('session_leads')
      .select(['session_id', 'person_id'])
      .where('session_id', 'in', [at.first, at.second])
      .execute()
    assert.deepEqual(
      new Map(leads.map(({ session_id, person_id }) => [session_id, person_id])),
      new Map([
        [at.first, at.old.id],
        [at.second, at.next.id],
      ]),
    )
    await sweeps['call-off-dates']?.(there.as({ kind: 'system', task: 'call-off-dates' }))
    await assert.rejects(tellEveryone(at.staff(), at.groupId), /told every confirmed date already/)
    assert.equal((await mailTo(at.old.address)).length, 2)
    const history = await db()
      .selectFrom('events')
      .select('name')
      .where('subject_id', '=', at.groupId)
      .where('name', '=', 'group.lead-replaced')
      .execute()
    assert.equal(history.length, 1)
    assert.deepEqual(await findFaults(db(), invariants), [])
  })

  it('opens the group to the new lead on the day, and closes it to the old one', async () => {
    const at = await scene()
    const opened = async (cookie: string) =>
      Promise.all(
        [
          `/groups/${at.groupId}`,
          `/groups/${at.groupId}/sessions/${at.second}/register`,
          `/groups/${at.groupId}/page`,
        ].map(async (url) => (await see(url, cookie)).statusCode),
      )
    await replaceLead(at.staff(), at.input)
    const nextCookie = await cookieOf(there, at.next.id)
    assert.deepEqual(
      [await opened(at.oldCookie), await opened(nextCookie)],
      [
        [200, 200, 200],
        [404, 404, 404],
      ],
    )
    there.clock.set('2021-12-01T09:00:00Z')
    assert.deepEqual(
      [await opened(at.oldCookie), await opened(nextCookie)],
      [
        [404, 404, 404],
        [200, 200, 200],
      ],
    )
    const feed = async (address: string) =>
      /\/calendar\/[\w-]+\.ics/.exec((await mailTo(address)).map(({ text }) => text).join('\n'))?.[0] ?? ''
    assert.doesNotMatch((await see(await feed(at.old.address))).body, /20211208T/)
  })

  it('takes over the dates from today on as well, by somebody new who is made known', async () => {
    const at = await scene()
    await replaceLead(at.staff(), {
      ...at.input,
      from: on('2021-11-01'),
      to: { name: 'Nova New', email: 'nova@ash.example' },
    })
    const [told] = await mailTo('nova@ash.example')
    assert.match(told?.text ?? '', /17 November 2021[\s\S]*8 December 2021/)
    assert.equal((await see(`/groups/${at.groupId}`, at.oldCookie)).statusCode, 404)
  })

  it('refuses a lead who is in another session at that time, and changes nothing (rule 4)', async () => {
    const [at, other] = [await scene(), await scene()]
    await replaceLead(other.staff(), { ...other.input, from: on('2021-11-01'), to: { personId: at.next.id } })
    await assert.rejects(
      replaceLead(at.staff(), at.input),
      /Nils Next leads other sessions at the time of session 2 on 8 December 2021/,
    )
    const roles = await db()
      .selectFrom('roles')
      .select(['person_id', 'to_on'])
      .where('group_id', '=', at.groupId)
      .execute()
    assert.deepEqual(roles, [{ person_id: at.old.id, to_on: null }])
    assert.equal((await mailTo(at.member.address)).length, 1)
  })

  it('is done once, however often it is sent, and never for a day that has been', async () => {
    const at = await scene()
    const results = await Promise.allSettled([1, 2, 3].map(() => replaceLead(at.staff(), at.input)))
    assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
    assert.ok(results.every((result) => result.status === 'fulfilled' || result.reason instanceof Conflict))
    assert.equal((await mailTo(at.member.address)).length, 2)
    const again = await scene()
    await assert.rejects(replaceLead(again.staff(), { ...again.input, from: on('2021-10-31') }), Refused)
  })

  /** Two sessions more that are at the school where the old lead works, of which the second is confirmed. */
  const atTheirSchool = async (at: Awaited<ReturnType<typeof scene>>) => {
    const [theirs, elm] = [await makeSchool(db(), { name: 'Oak' }), await makeSchool(db(), { name: 'Elm' })]
    const works = (personId: string, organisationId: string) => ({
      ...{
        id: newId(),
        person_id: personId,
        organisation_id: organisationId,
        post: 'class_teacher',
        stated_at: there.clock.now(),
      },
      from_on: on('2020-09-01'),
    })
    await db()
      .insertInto('posts')
      .values([works(at.old.id, theirs), works(at.next.id, elm)])
      .execute()
    const [third, fourth] = [await at.add(3, '2022-01-19', theirs), await at.add(4, '2022-02-16', theirs)]
    await tellEveryone(at.staff(), at.groupId)
    const hosts = async () =>
      (await hostingsOfGroup(db(), at.groupId)).map(({ number, hostName, live }) =>
        `${number} ${hostName ?? '-'} ${live?.status ?? ''} ${live?.name ?? ''}`.trim(),
      )
    return { third, fourth, hosts }
  }

  it('moves sessions from the old lead’s school to the new lead’s, or has the rota find a host, and tells each person once', async () => {
    const at = await scene()
    const { third, fourth, hosts } = await atTheirSchool(at)
    const before = (await mailTo(at.member.address)).length
    const chosen = [
      { sessionId: third, at: 'new' as const },
      { sessionId: fourth, at: 'rota' as const },
    ]
    await replaceLead(at.staff(), { ...at.input, hosts: chosen })
    assert.deepEqual(await hosts(), ['1 -', '2 Ash', '3 Elm accepted Elm', '4 - asked Ash'])
    const mails = (await mailTo(at.member.address)).slice(before)
    assert.deepEqual(mails.map(({ subject }) => /host a session|leads it|date/.exec(subject)?.[0]).toSorted(), [
      'date',
      'host a session',
      'leads it',
    ])
    const [toNext] = await mailTo(at.next.address)
    assert.match(toNext?.text ?? '', /19 January 2022/)
    assert.match(JSON.stringify(toNext?.invitations), /Elm/)
    assert.deepEqual(await findFaults(db(), invariants), [])
  })

  it('keeps them where they are unless it is said otherwise, and refuses what is no longer so', async () => {
    const at = await scene()
    const { third, hosts } = await atTheirSchool(at)
    const cookie = await signedInAs(there, 'hub_administrator', { hub_id: at.hub.id })
    await grantRole(there.as({ kind: 'system', task: 'test' }), {
      personId: at.next.id,
      role: 'hub_administrator',
      hubId: at.hub.id,
    })
    const day = { 'from-day': '1', 'from-month': '12', 'from-year': '2021' }
    const typed = { role: at.input.roleId, to: at.next.id, name: '', email: '', ...day, reason: 'A new post' }
    const shown = await send(`/groups/${at.groupId}/leads/preview`, typed, cookie)
    assert.match(
      shown.body,
      /Session 3 is to be at Oak[\s\S]*It stays at Oak[\s\S]*It moves to Elm[\s\S]*whose turn it is/,
    )
    const elsewhere = { sessionId: at.second, at: 'new' as const }
    await assert.rejects(replaceLead(at.staff(), { ...at.input, hosts: [elsewhere] }), Conflict)
    const sent = { ...typed, [`host-${third}`]: 'new', [`host-${at.second}`]: 'keep' }
    assert.equal((await send(`/groups/${at.groupId}/leads`, sent, cookie)).statusCode, 303)
    assert.deepEqual(await hosts(), ['1 -', '2 Ash', '3 Elm accepted Elm', '4 Oak'])
  })

  it('is for staff of the hub alone', async () => {
    const [at, other] = [await scene(), await scene()]
    const lead = there.as(actorWith(at.old.id, 'group_lead', { groupId: at.groupId }))
    await assert.rejects(replaceLead(lead, at.input), Forbidden)
    await assert.rejects(replaceLead(other.staff(), at.input), Forbidden)
    await assert.rejects(replaceLead(other.staff(), { ...at.input, groupId: other.groupId }), Conflict)
    assert.equal((await see(`/groups/${at.groupId}/leads`, at.oldCookie)).statusCode, 403)
    assert.equal((await see(`/groups/${at.groupId}/leads`, other.oldCookie)).statusCode, 404)
  })

  it('shows what follows before it is done, and loses nothing that was typed', async () => {
    const at = await scene()
    const cookie = await signedInAs(there, 'hub_administrator', { hub_id: at.hub.id })
    await grantRole(there.as({ kind: 'system', task: 'test' }), {
      personId: at.next.id,
      role: 'hub_administrator',
      hubId: at.hub.id,
    })
    const path = `/groups/${at.groupId}/leads`
    assert.match((await see(path, cookie)).body, /Olga Old[\s\S]*Nils Next/)
    const typed = {
      role: at.input.roleId,
      to: at.next.id,
      name: '',
      email: '',
      'from-day': '1',
      'from-month': '12',
      'from-year': '2021',
      reason: 'A new post',
    }
    const bad = await send(`${path}/preview`, { ...typed, to: '', 'from-day': '99', reason: '' }, cookie)
    assert.equal(bad.statusCode, 422)
    for (const words of [/Choose who leads the group from then on/, /Enter the day as 1 12 2021/, /Say why/])
      assert.match(bad.body, words)
    const shown = await send(`${path}/preview`, typed, cookie)
    assert.match(
      shown.body,
      /Shall Nils Next lead it from 1 December 2021[\s\S]*8 December 2021[\s\S]*Mia Member \(hosts\)/,
    )
    assert.equal((await mailTo(at.next.address)).length, 0)
    const done = await send(path, typed, cookie)
    assert.equal(done.headers.location, `/groups/${at.groupId}?said=replaced`)
    assert.equal(
      (await send(path, typed, cookie)).statusCode,
      422,
      'the part that was ended is not there to choose any more',
    )
  })
})
