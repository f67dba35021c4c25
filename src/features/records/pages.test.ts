import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
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
import { createApp } from '../../app.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { linkToken } from '../../platform/links.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { changeTelephone } from '../people/index.ts'
import { mergeRecords } from './actions/merge-records.ts'
import { undoMerge } from './actions/undo-merge.ts'

let here: TestInstallation
let app: FastifyInstance
let hub: { id: string; slug: string }
let other: { id: string; slug: string }
const db = () => here.installation.connections.kysely

const signIn = async (role: string, hubId: string | null): Promise<{ cookie: string }> => {
  const person = await makePerson(db())
  const fromOn = Temporal.PlainDate.from('2020-09-01')
  await db()
    .insertInto('roles')
    .values({ id: newId(), person_id: person.id, role, hub_id: hubId, from_on: fromOn })
    .execute()
  const token = `a token of ${person.id}`
  const now = Temporal.Now.instant()
  const times = { created_at: now, expires_at: now.add({ hours: 1 }) }
  await db()
    .insertInto('signed_in_sessions')
    .values({ id: newId(), person_id: person.id, token_hash: hashOf(token), ...times })
    .execute()
  return { cookie: `${sessionCookie}=${token}` }
}
const open = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers })

before(async () => {
  here = await testInstallation()
  app = await createApp(here.installation)
  hub = await makeHub(db())
  other = await makeHub(db())
})
after(async () => {
  await app.close()
  await here.release()
})

test('the pages, links and feeds of somebody who was merged lead to the person who is kept, until it is undone', async () => {
  const [lead, stranger, national] = [
    await signIn('hub_lead', hub.id),
    await signIn('hub_lead', other.id),
    await signIn('national_team', null),
  ]
  const [kept, merged] = [await makePerson(db(), 'Tomasz Keptley'), await makePerson(db(), 'Tomasz Mergeley')]
  const projectId = await makeProject(db())
  const groupId = await makeGroup(db(), hub.id, projectId)
  const organisationId = await makeSchool(db())
  const placeId = await makePlace(db(), { groupId, projectId, organisationId, people: 2 })
  await makeParticipant(db(), placeId, merged.id)
  await makeSession(db(), groupId, { on_date: Temporal.PlainDate.from('2021-11-17') })
  const feed = `/calendar/${linkToken(here.installation.config, 'calendar', merged.id, 30)}.ics`
  const dates = async () => ((await open(feed)).body.match(/BEGIN:VEVENT/g) ?? []).length
  const pages = [
    [`/hub/${hub.slug}/people/`, lead],
    [`/hub/${hub.slug}/access/people/`, lead],
    [`/hub/${hub.slug}/personal-data/`, lead],
    ['/network/access/people/', national],
    ['/network/personal-data/', national],
  ] as const

  for (const [path, who] of pages) assert.equal((await open(path + merged.id, who)).statusCode, 200, path)
  assert.equal(await dates(), 1)

  const pair = { keptId: kept.id, mergedId: merged.id }
  const self = here.as({ kind: 'person', personId: merged.id, name: merged.name, roles: [] })
  await changeTelephone(self, { personId: merged.id, telephone: '020 7946 0018' })
  const id = await mergeRecords(here.system(), { kind: 'person', pair, choices: {} })
  for (const [path, who] of pages) {
    const answer = await open(`${path + merged.id}?said=given`, who)
    assert.equal(answer.statusCode, 303, path)
    assert.equal(answer.headers.location, `${path + kept.id}?said=given`)
    assert.equal((await open(path + kept.id, who)).statusCode, 200, path)
  }
  const history = (await open(`/hub/${hub.slug}/people/${kept.id}`, lead)).body
  assert.match(history, /Changed their telephone number/)
  const elsewhere = await open(`/hub/${other.slug}/people/${merged.id}`, stranger)
  assert.equal(elsewhere.statusCode, 404)
  assert.ok(!elsewhere.body.includes(kept.id))
  assert.equal(await dates(), 1)
  assert.ok(!(await open('/network/personal-data?q=Mergeley', national)).body.includes(merged.id))

  await undoMerge(here.system(), { mergeId: id })
  for (const [path, who] of pages) assert.equal((await open(path + merged.id, who)).statusCode, 200, path)
  assert.equal(await dates(), 1)
  assert.match((await open(`/hub/${hub.slug}/people/${merged.id}`, lead)).body, /Tomasz Mergeley/)
})

test('every address of a school that was merged leads to the one that is kept, until it is undone', async () => {
  const national = await signIn('national_team', null)
  const keptId = await makeSchool(db(), { name: 'Keptwood School' })
  const mergedId = await makeSchool(db(), { name: 'Mergewood School' })
  const { rows } = await here.installation.connections.pool.query(
    'select id, urn from organisations where id = any($1)',
    [[keptId, mergedId]],
  )
  const urnOf = (id: string): number => rows.find((row) => row.id === id).urn
  const id = await mergeRecords(here.system(), { kind: 'organisation', pair: { keptId, mergedId }, choices: {} })
  for (const sign of [mergedId, urnOf(mergedId), keptId]) {
    const answer = await open(`/schools/${sign}`)
    assert.equal(answer.headers.location, `/schools/${urnOf(keptId)}`, String(sign))
    assert.equal(answer.headers['cache-control'], 'no-cache')
  }
  assert.match((await open(`/schools/${urnOf(keptId)}`)).body, /Keptwood School/)
  const record = await open(`/network/organisations/${mergedId}`, national)
  assert.equal(record.headers.location, `/network/organisations/${keptId}`)

  await undoMerge(here.system(), { mergeId: id })
  assert.match((await open(`/schools/${urnOf(mergedId)}`)).body, /Mergewood School/)
  assert.equal((await open(`/network/organisations/${mergedId}`, national)).statusCode, 200)
})
