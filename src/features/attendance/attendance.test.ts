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
  makeSession,
} from '../../../test/support/records.ts'
import { browser, cookieOf, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { newId } from '../../vocabulary/ids.ts'
import { makeToken } from '../tokens/actions/make-token.ts'
import { recordTimeBeside } from '../year-plans/index.ts'
import { takingPartOf } from '../year-plans/queries.ts'
import { groupAttendance } from './api.ts'

describe('attendance against what the project asks', () => {
  let there: TestInstallation
  let app: FastifyInstance
  let hub: { id: string; slug: string }
  let groupId: string
  let projectId: string
  let staff: string
  let national: string
  let ownLead: string
  let ada: string
  const db = () => there.installation.connections.kysely
  const { see, send } = browser(() => app)

  before(async () => {
    there = await testInstallation()
    app = await createApp(there.installation)
    hub = await makeHub(db())
    projectId = await makeProject(db(), { sessions_count: 2, days_min: 1.5 })
    groupId = await makeGroup(db(), hub.id, projectId, { status: 'running', name: 'Acton' })
    staff = await signedInAs(there, 'hub_administrator', { hub_id: hub.id })
    national = await signedInAs(there, 'national_team')
    const [elm, oak] = [await makeSchool(db(), { name: 'Elm Row' }), await makeSchool(db(), { name: 'Oak End' })]
    ownLead = await signedInAs(there, 'school_lead', { organisation_id: elm })
    const elmPlace = await makePlace(db(), { groupId, projectId, organisationId: elm, people: 2 })
    const oakPlace = await makePlace(db(), { groupId, projectId, organisationId: oak })
    const person = await makePerson(db(), 'Ada Quill')
    ada = await cookieOf(there, person.id)
    const parts = [
      await makeParticipant(db(), elmPlace, person.id),
      await makeParticipant(db(), elmPlace, (await makePerson(db(), '=Ben Rook')).id, 'other'),
      await makeParticipant(db(), oakPlace, (await makePerson(db(), 'Cy Swift')).id),
    ]
    const day = { status: 'held' }
    const sessions = [
      await makeSession(db(), groupId, day),
      await makeSession(db(), groupId, { ...day, on_date: Temporal.PlainDate.from('2021-12-01') }),
    ]
    const marks = [
      [0, 0, 'present', null],
      [0, 1, 'late', 150],
      [1, 1, 'left_early', 150],
      [0, 2, 'present', null],
      [1, 2, 'absent', null],
    ] as const
    const at = Temporal.Instant.from('2021-12-01T16:00:00Z')
    await db()
      .insertInto('marks')
      .values(
        marks.map(([session, who, mark, minutes]) => ({
          id: newId(),
          session_id: sessions[session] ?? '',
          participant_id: parts[who] ?? '',
          mark,
          minutes,
          recorded_at: at,
          received_at: at,
        })),
      )
      .execute()
  })
  after(async () => {
    await app.close()
    await there.release()
  })

  const rowOf = (csv: string, name: string) =>
    csv
      .split('\r\n')
      .find((line) => line.includes(name))
      ?.split(',')
      .slice(5)

  it('is told to those who work on the group, school by school and person by person, on a page and as a file', async () => {
    const page = (await see(`/groups/${groupId}/attendance/asked`, staff)).body
    assert.match(page, /Elm Row[\s\S]*2 of 2 sessions, 1\.5 of 1\.5 days[\s\S]*Reached/)
    assert.match(page, /2 sessions and the equivalent of 1\.5 days of 5 hours/)
    const csv = (await see(`/groups/${groupId}/attendance/asked.csv`, staff)).body
    assert.deepEqual(rowOf(csv, 'Ada Quill'), ['1', '2', '2', '300', '1', '1.5', 'no', '0', '0', '0', '0', '0', '1'])
    assert.deepEqual(rowOf(csv, 'Ben Rook'), ['2', '2', '2', '300', '1', '1.5', 'no', '0', '0', '0', '0', '0', '1'])
    assert.match(csv, /,'=Ben Rook,/)
  })

  it('is told to a school of its own people, to a participant of themselves, and to nobody else', async () => {
    const address = `/my/groups/${groupId}/attendance.csv`
    const [school, own] = [(await see(address, ownLead)).body, (await see(address, ada)).body]
    assert.match(school, /Ben Rook[\s\S]*Ada Quill/)
    assert.doesNotMatch(school, /Oak End|Cy Swift/)
    assert.match(own, /Elm Row[\s\S]*Ada Quill/)
    assert.doesNotMatch(own, /Ben Rook|Cy Swift/)
    const stranger = await signedInAs(there, 'school_lead', { organisation_id: await makeSchool(db()) })
    assert.equal((await see(address, stranger)).statusCode, 404)
    assert.equal((await see(`/groups/${groupId}/attendance/asked`, ownLead)).statusCode, 404)
  })

  it('is summed for a hub group by group, of the groups that it leads', async () => {
    const page = (await see(`/hub/${hub.slug}/attendance`, staff)).body
    assert.match(page, /Acton[\s\S]*1 of 2[\s\S]*15 hours/)
    assert.match(page, /A substitute counts for the school that sent them[\s\S]*each project says/)
    const unasked = await makeProject(db(), { sessions_count: null, days_min: null })
    const open = await makeGroup(db(), hub.id, unasked, { status: 'running', name: 'Brent' })
    const place = await makePlace(db(), { groupId: open, projectId: unasked, organisationId: await makeSchool(db()) })
    await makeParticipant(db(), place, (await makePerson(db())).id)
    // Where nothing is asked for, nobody falls short of it.
    assert.match((await see(`/hub/${hub.slug}/attendance`, staff)).body, /Brent<\/a>[\s\S]*?numeric">–</)
    assert.match((await see(`/hub/${hub.slug}/attendance.csv`, staff)).body, /Cy Swift/)
    const other = await makeHub(db())
    const others = await signedInAs(there, 'hub_lead', { hub_id: other.id })
    assert.doesNotMatch((await see(`/hub/${other.slug}/attendance.csv?year=2021-22`, others)).body, /Acton/)
    assert.equal((await see(`/hub/${hub.slug}/attendance`, others)).statusCode, 404)
  })

  it('tells what is done and what is planned, in sessions and beside them, by person, school and group', async () => {
    const context = there.as(actorWith((await makePerson(db())).id, 'hub_lead', { hubId: hub.id }))
    const session = await makeSession(db(), groupId, { on_date: Temporal.PlainDate.from('2022-03-02') })
    const on = (day: string) => Temporal.PlainDate.from(day)
    const times = { groupId, kind: 'planning' as const, minutes: 60 }
    const personIds = (await takingPartOf(db(), groupId)).map(({ personId }) => personId)
    await recordTimeBeside(context, { ...times, personIds, on: on('2021-09-20') })
    await recordTimeBeside(context, { ...times, personIds, on: on('2022-02-20') })
    const csv = (await see(`/groups/${groupId}/attendance/asked.csv`, staff)).body
    assert.deepEqual(rowOf(csv, 'Ada Quill')?.slice(4), ['1.2', '1.5', 'no', '0', '60', '1', '300', '60', '2.4'])
    assert.deepEqual(rowOf(csv, 'Elm Row,,'), [
      '2',
      '2',
      '2',
      '450',
      '1.7',
      '1.5',
      'yes',
      '0',
      '60',
      '1',
      '300',
      '60',
      '2.9',
    ])
    assert.match(
      (await see(`/groups/${groupId}/attendance/asked`, staff)).body,
      /1 hour, 1 hour planned[\s\S]*1 session, 1\.2 days/,
    )
    await db().deleteFrom('time_beside').execute()
    await db().updateTable('sessions').set({ status: 'cancelled' }).where('id', '=', session).execute()
  })

  it('is told to programs without names, of groups that their holder works on', async () => {
    const answerTo = async (hubId: string, path: string) => {
      const person = await makePerson(db())
      await db()
        .insertInto('roles')
        .values({
          id: newId(),
          person_id: person.id,
          role: 'hub_lead',
          hub_id: hubId,
          from_on: Temporal.PlainDate.from('2020-09-01'),
        })
        .execute()
      const context = there.as(actorWith(person.id, 'hub_lead', { hubId }))
      const token = await makeToken(context, { name: 'Sums', scopes: ['attendance:read'], days: 30 })
      return app.inject({ method: 'GET', url: path, headers: { authorization: `Bearer ${token}` } })
    }
    const path = `/api/v1/groups/${groupId}/attendance`
    const answer = await answerTo(hub.id, path)
    const told = groupAttendance.parse(answer.json())
    assert.equal(told.sessionsHeld, 2)
    assert.deepEqual(
      told.organisations.map(({ name, attended }) => [name, attended.sessions.attended, attended.days.soFar]),
      [
        ['Elm Row', 2, 1.5],
        ['Oak End', 1, 1],
      ],
    )
    assert.doesNotMatch(answer.body, /Ada Quill|Ben Rook/)
    const other = await makeHub(db())
    assert.equal((await answerTo(other.id, path)).statusCode, 404)
    // A hub that shares the group sees it; what it leads itself is another question.
    await db().insertInto('group_partner_hubs').values({ group_id: groupId, hub_id: other.id }).execute()
    assert.equal((await answerTo(other.id, path)).statusCode, 200)
    assert.deepEqual((await answerTo(other.id, `/api/v1/hub/${other.slug}/attendance`)).json().items, [])
    const [line] = (await answerTo(hub.id, `/api/v1/hub/${hub.slug}/attendance?year=2021-22&limit=1`)).json().items
    assert.deepEqual([line.name, line.organisations, line.people], ['Acton', { all: 2, reached: 1 }, 3])
  })

  it('stands in the description of the interface with an example that is an answer', async () => {
    const document = (await app.inject({ method: 'GET', url: '/api/openapi.json' })).json()
    const [example] = document.components.schemas.GroupAttendance.examples
    assert.deepEqual(groupAttendance.parse(example), example)
    const [elm] = example.organisations
    assert.equal(elm.attended.days.soFar, (elm.attended.minutes.inSessions + elm.attended.minutes.besideSessions) / 300)
  })

  it('follows what the project means by a day, as those say whose project it is', async () => {
    const address = `/network/projects/${projectId}/attendance`
    assert.match(
      (await send(address, { hours: 'five' }, national)).body,
      /Enter the hours of a day[\s\S]*Choose what becomes of minutes[\s\S]*Choose what becomes of time/,
    )
    assert.equal((await send(address, { hours: '2.5', missed: 'counted', beside: 'counts' }, national)).statusCode, 303)
    const csv = (await see(`/groups/${groupId}/attendance/asked.csv`, staff)).body
    assert.deepEqual(rowOf(csv, 'Ben Rook'), ['2', '2', '2', '600', '4', '1.5', 'yes', '0', '0', '0', '0', '0', '4'])
    assert.equal(
      (
        await send(
          `/hub/${hub.slug}/projects/${projectId}/attendance`,
          { hours: '3', missed: 'counted', beside: 'counts' },
          staff,
        )
      ).statusCode,
      404,
    )
  })
})
