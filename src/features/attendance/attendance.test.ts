import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
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
    assert.deepEqual(rowOf(csv, 'Ada Quill'), ['1', '2', '2', '300', '1', '1.5', 'no', '0'])
    assert.deepEqual(rowOf(csv, 'Ben Rook'), ['2', '2', '2', '300', '1', '1.5', 'no', '0'])
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
    assert.match((await see(`/hub/${hub.slug}/attendance.csv`, staff)).body, /Cy Swift/)
    const other = await makeHub(db())
    const others = await signedInAs(there, 'hub_lead', { hub_id: other.id })
    assert.doesNotMatch((await see(`/hub/${other.slug}/attendance.csv?year=2021-22`, others)).body, /Acton/)
    assert.equal((await see(`/hub/${hub.slug}/attendance`, others)).statusCode, 404)
  })

  it('follows what the project means by a day, as those say whose project it is', async () => {
    const address = `/network/projects/${projectId}/attendance`
    assert.match(
      (await send(address, { hours: 'five' }, national)).body,
      /Enter the hours of a day[\s\S]*Choose what becomes/,
    )
    assert.equal((await send(address, { hours: '2.5', missed: 'counted' }, national)).statusCode, 303)
    const csv = (await see(`/groups/${groupId}/attendance/asked.csv`, staff)).body
    assert.deepEqual(rowOf(csv, 'Ben Rook'), ['2', '2', '2', '600', '4', '1.5', 'yes', '0'])
    assert.equal(
      (await send(`/hub/${hub.slug}/projects/${projectId}/attendance`, { hours: '3', missed: 'counted' }, staff))
        .statusCode,
      404,
    )
  })
})
