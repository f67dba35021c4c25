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
} from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { comingMovesOf, statePost } from '../people/index.ts'

let here: TestInstallation
let app: FastifyInstance
const db = () => here.installation.connections.kysely

type At = { readonly hub_id?: string; readonly organisation_id?: string }

/** Somebody with a part, signed in: their id, and what their browser sends. */
const signedIn = async (name: string, role: string | null, at: At = {}) => {
  const { id } = await makePerson(db(), name)
  const fromOn = Temporal.PlainDate.from('2020-09-01')
  if (role !== null)
    await db()
      .insertInto('roles')
      .values({ id: newId(), person_id: id, role, from_on: fromOn, ...at })
      .execute()
  const now = Temporal.Now.instant()
  const times = { created_at: now, expires_at: now.add({ hours: 1 }) }
  await db()
    .insertInto('signed_in_sessions')
    .values({ id: newId(), person_id: id, token_hash: hashOf(`token of ${id}`), ...times })
    .execute()
  return { id, headers: { 'sec-fetch-site': 'same-origin', cookie: `${sessionCookie}=token of ${id}` } }
}
type SignedIn = Awaited<ReturnType<typeof signedIn>>

const open = async (url: string, { headers }: SignedIn): Promise<string> => (await app.inject({ url, headers })).body
const send = (url: string, { headers }: SignedIn, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  })

before(async () => {
  here = await testInstallation()
  app = await createApp(here.installation)
})
after(async () => {
  await app.close()
  await here.release()
})

test('a move told ahead is shown to the teacher, her school and her hub until its day, and taken back by nobody else', async () => {
  const [hub, strange] = [await makeHub(db()), await makeHub(db())]
  const old = await makeSchool(db(), { name: 'Tamsel Park School' })
  const next = await makeSchool(db(), { name: 'Brackenwell High School' })
  const teacher = await signedIn('Nadia Rosewarne', null)
  const lead = await signedIn('Desmond Ayliffe', 'school_lead', { organisation_id: old })
  const staff = await signedIn('Rohan Petrescu', 'hub_administrator', { hub_id: hub.id })
  const stranger = await signedIn('Siobhan Achterberg', 'hub_administrator', { hub_id: strange.id })
  const teaching = { organisationId: old, post: 'class_teacher', held: true, statedBy: 'hub' as const }
  await statePost(here.system(), { personId: teacher.id, ...teaching })
  const projectId = await makeProject(db())
  const groupId = await makeGroup(db(), hub.id, projectId)
  await makeParticipant(db(), await makePlace(db(), { groupId, projectId, organisationId: old, people: 2 }), teacher.id)

  const day = { 'on-day': '4', 'on-month': '1', 'on-year': '2022' }
  const moving = { from: old, to: next, post: 'head_of_department' }
  const said = await send('/account/moved', teacher, { ...moving, ...day })
  assert.equal(said.headers.location, '/account?said=coming')
  const words = /move from Tamsel Park School to Brackenwell High School on 4 January 2022/
  assert.match(await open('/account?said=coming', teacher), words)
  assert.match(await open('/account/school', lead), /Leaves on 4 January 2022/)
  const record = `/hub/${hub.slug}/people/${teacher.id}`
  assert.match(await open(record, staff), words)
  assert.match(await open(`/hub/${hub.slug}/people/moves`, staff), /To come[\s\S]*Nadia Rosewarne[\s\S]*4 Jan/)
  assert.match(await open(`/hub/${hub.slug}/people`, staff), /Will leave their school on a day to come/)
  const twice = await send('/account/leave', teacher, { organisation: old, ...day })
  assert.equal(twice.statusCode, 422)
  assert.match(twice.body, /Take that back first/)

  const [move] = await comingMovesOf(db(), teacher.id)
  const id = move?.id ?? ''
  assert.equal((await send('/account/moved/take-back', stranger, { id })).statusCode, 404)
  assert.equal(
    (await send(`/hub/${strange.slug}/people/${teacher.id}/moved/take-back`, stranger, { id })).statusCode,
    404,
  )
  assert.equal((await send('/account/moved/take-back', teacher, { id: 'none' })).statusCode, 404)
  assert.equal((await comingMovesOf(db(), teacher.id)).length, 1)
  const taken = await send(`${record}/moved/take-back`, staff, { id })
  assert.equal(taken.headers.location, `${record}?said=taken-back`)
  assert.deepEqual(await comingMovesOf(db(), teacher.id), [])
  assert.equal((await send('/account/moved/take-back', teacher, { id })).statusCode, 409)
  assert.doesNotMatch(await open('/account', teacher), words)
})
