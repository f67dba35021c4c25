import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
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
import { createApp } from '../../app.ts'
import { machineClock } from '../../platform/clock.ts'
import { historyOf } from '../../platform/history.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { linkToken } from '../../platform/links.ts'
import { hashOf } from '../../platform/secrets.ts'
import type { RoleName } from '../../vocabulary/actor.ts'
import { newId } from '../../vocabulary/ids.ts'
import { lapseActing } from './actions/end-acting.ts'

let here: TestInstallation
let app: FastifyInstance
const people = new Map<string, { id: string; name: string }>()
const hubs = new Map<string, { id: string; slug: string }>()
let school: string
let interest: { west: string; east: string }
const reason = 'Asked by telephone to look at her dates'

const db = () => here.installation.connections.kysely
const idOf = (name: string): string => people.get(name)?.id ?? ''

const give = async (
  name: string,
  role: RoleName,
  scope: { hub?: string; organisation?: string; group?: string } = {},
) => {
  await db()
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: idOf(name),
      role,
      hub_id: scope.hub ? (hubs.get(scope.hub)?.id ?? null) : null,
      organisation_id: scope.organisation ?? null,
      group_id: scope.group ?? null,
      from_on: Temporal.PlainDate.from('2021-09-01'),
    })
    .execute()
}

/** Signs somebody in and gives what their browser then sends. */
const signIn = async (name: string): Promise<string> => {
  const token = `token-of-${name}-${newId()}`
  const now = machineClock.now()
  await db()
    .insertInto('signed_in_sessions')
    .values({
      id: newId(),
      person_id: idOf(name),
      token_hash: hashOf(token),
      created_at: now,
      last_seen_at: now,
      expires_at: now.add({ hours: 2 }),
    })
    .execute()
  return `${sessionCookie}=${token}`
}

const ask = (cookie: string, url: string) =>
  app.inject({ method: 'GET', url, headers: { cookie, 'sec-fetch-site': 'same-origin' } })
const send = (cookie: string, url: string, form: Record<string, string> = {}) =>
  app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(form).toString(),
  })
const act = (cookie: string, name: string, hub = 'west') =>
  send(cookie, `${hub === 'network' ? '/network' : `/hub/${hub}`}/access/people/${idOf(name)}/act`, { reason })

const askToJoin = async (hub: string, projectId: string): Promise<string> => {
  const offerId = await makeOffer(db(), hubs.get(hub)?.id ?? '', projectId)
  const id = newId()
  await db()
    .insertInto('expressions_of_interest')
    .values({
      id,
      offer_id: offerId,
      project_id: projectId,
      organisation_id: school,
      sender_name: 'Nadia',
      sender_email: 'nadia@school.example',
      sender_post: 'maths_subject_lead',
      sender_person_id: idOf('nadia'),
      status: 'confirmed',
      received_at: Temporal.Instant.from('2021-10-01T08:00:00Z'),
      confirmed_email_at: Temporal.Instant.from('2021-10-01T08:00:00Z'),
      created_at: Temporal.Instant.from('2021-10-01T08:00:00Z'),
    })
    .execute()
  return id
}

before(async () => {
  here = await testInstallation()
  app = await createApp(here.installation)
  for (const hub of ['west', 'east']) hubs.set(hub, await makeHub(db(), hub))
  for (const name of ['lead', 'second lead', 'administrator', 'stranger', 'nadia', 'national', 'analyst', 'far'])
    people.set(name, await makePerson(db(), name[0]?.toUpperCase() + name.slice(1)))
  school = await makeSchool(db())
  await give('lead', 'hub_lead', { hub: 'west' })
  await give('second lead', 'hub_lead', { hub: 'west' })
  await give('administrator', 'hub_administrator', { hub: 'west' })
  await give('far', 'hub_administrator', { hub: 'east' })
  await give('national', 'national_team')
  await give('analyst', 'analyst')
  await give('nadia', 'school_lead', { organisation: school })
  const [one, two] = [await makeProject(db(), { title: 'Mastery' }), await makeProject(db(), { title: 'Fluency' })]
  interest = { west: await askToJoin('west', one), east: await askToJoin('east', two) }
  const group = await makeGroup(db(), hubs.get('west')?.id ?? '', one)
  const place = await makePlace(db(), { groupId: group, projectId: one, organisationId: school })
  await makeParticipant(db(), place, idOf('nadia'))
})
after(async () => {
  await app.close()
  await here.release()
})

test('a hub lead acts for a school lead, sees it on every page, and everything done says so', async () => {
  const cookie = await signIn('lead')
  assert.equal((await act(cookie, 'nadia')).statusCode, 303)
  for (const page of ['/my', '/projects', '/no-such-page'])
    assert.match((await ask(cookie, page)).body, /You act for Nadia/, page)
  const status = /href="(\/status\/[\w-]+)"/.exec((await ask(cookie, '/my')).body)?.[1] ?? ''
  assert.equal((await ask(cookie, status)).statusCode, 200)
  assert.equal((await send(cookie, status, { act: 'withdraw' })).statusCode, 303)
  const [event] = await historyOf(db(), { type: 'interest', id: interest.west })
  assert.equal(event?.actorName, 'Lead for Nadia')
  for (const who of ['nadia', 'second lead']) {
    const told = (await ask(await signIn(who), '/account/acting')).body
    assert.equal(/has been withdrawn|was withdrawn|withdrew/.test(told), who === 'nadia', who)
  }
  assert.equal((await send(cookie, '/acting/end')).headers.location, '/account/acting', 'with what was done meanwhile')
  assert.doesNotMatch((await ask(cookie, '/my')).body, /You act for/)
  // The link was good for the episode alone.
  assert.equal((await ask(cookie, status)).statusCode, 404)
  assert.equal((await ask('', status)).statusCode, 404)
})

test('the person is told by mail who acts, why and where to end it, and ends it', async () => {
  const cookie = await signIn('lead')
  await act(cookie, 'nadia')
  const mail = await db()
    .selectFrom('messages')
    .select(['subject', 'body_text'])
    .where('to_person_id', '=', idOf('nadia'))
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  assert.match(mail.subject, /^Lead acts for you/)
  assert.match(mail.body_text, new RegExp(reason))
  const own = await signIn('nadia')
  const page = (await ask(own, '/account/acting')).body
  assert.match(page, new RegExp(reason))
  const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? ''
  assert.equal((await send(await signIn('far'), '/account/acting/end', { id })).statusCode, 403)
  assert.equal((await send(own, '/account/acting/end', { id })).statusCode, 303)
  assert.doesNotMatch((await ask(cookie, '/projects')).body, /You act for/)
})

test('what another hub has to do with the person stays closed to whoever acts', async () => {
  const cookie = await signIn('lead')
  await act(cookie, 'nadia')
  const my = (await ask(cookie, '/my')).body
  assert.match(my, /Mastery/)
  assert.doesNotMatch(my, /Fluency/)
  const mailed = linkToken(here.installation.config, 'status', interest.east, 30)
  assert.equal((await ask(cookie, `/status/${mailed}`)).statusCode, 404)
  await send(cookie, '/acting/end')
  const national = await signIn('national')
  await act(national, 'nadia', 'network')
  assert.match((await ask(national, '/my')).body, /Fluency/)
  await send(national, '/acting/end')
})

test('how somebody signs in, their details and what they promise in person stay closed', async () => {
  const cookie = await signIn('lead')
  await act(cookie, 'nadia')
  const closed = [
    '/account',
    '/account/details',
    '/account/sessions',
    '/account/passkeys',
    '/account/acting',
    '/account/access',
    '/sign-in',
  ]
  for (const page of closed) assert.equal((await ask(cookie, page)).statusCode, 403, page)
  for (const form of ['/account/details/name', '/account/passkeys', '/account/sessions/end-all', '/sign-in/cast'])
    assert.equal((await send(cookie, form, { name: 'Other' })).statusCode, 403, form)
  const my = (await ask(cookie, '/my')).body
  assert.doesNotMatch(my, /\/(headteacher|calendar|evaluate)\//)
  await send(cookie, '/acting/end')
})

const refused: readonly (readonly [string, string, string, readonly number[]])[] = [
  ['lead', 'lead', 'west', [403]],
  ['lead', 'second lead', 'west', [403]],
  ['lead', 'national', 'west', [404]],
  ['lead', 'far', 'west', [404]],
  ['lead', 'stranger', 'west', [404]],
  ['lead', 'nadia', 'east', [404]],
  ['lead', 'nadia', 'network', [404]],
  ['administrator', 'nadia', 'west', [403]],
  ['far', 'nadia', 'east', [403]],
  ['nadia', 'lead', 'west', [404]],
  ['national', 'analyst', 'network', [403]],
  ['national', 'national', 'network', [403]],
  ['analyst', 'nadia', 'network', [404]],
]
for (const [by, whom, hub, expected] of refused)
  test(`${by} cannot act for ${whom} at ${hub}`, async () => {
    const answer = await act(await signIn(by), whom, hub)
    assert.ok(expected.includes(answer.statusCode), String(answer.statusCode))
    assert.equal(
      await db()
        .selectFrom('acting_episodes')
        .select('id')
        .where('by_person_id', '=', idOf(by))
        .where('ended_at', 'is', null)
        .executeTakeFirst(),
      undefined,
    )
  })

test('nobody acts for a third while acting for another, nor for two at once', async () => {
  const cookie = await signIn('national')
  assert.equal((await act(cookie, 'lead', 'network')).statusCode, 303)
  assert.equal((await act(cookie, 'nadia', 'west')).statusCode, 403)
  assert.equal((await act(cookie, 'nadia', 'network')).statusCode, 404)
  await send(cookie, '/acting/end')
})

test('of two who begin at once in one session one acts', async () => {
  const cookie = await signIn('national')
  const answers = await Promise.all([act(cookie, 'nadia', 'network'), act(cookie, 'lead', 'network')])
  const open = await db()
    .selectFrom('acting_episodes')
    .select('id')
    .where('by_person_id', '=', idOf('national'))
    .where('ended_at', 'is', null)
    .execute()
  assert.equal(open.length, 1, answers.map(({ statusCode }) => statusCode).join())
  assert.ok(
    answers.every(({ statusCode }) => statusCode < 500),
    answers.map(({ statusCode }) => statusCode).join(),
  )
  await send(cookie, '/acting/end')
})

test('it ends by itself after an hour, with the signed-in session, and with the part that allowed it', async () => {
  const cookie = await signIn('lead')
  await act(cookie, 'nadia')
  await db()
    .updateTable('acting_episodes')
    .set({ lapses_at: machineClock.now() })
    .where('ended_at', 'is', null)
    .execute()
  assert.doesNotMatch((await ask(cookie, '/projects')).body, /You act for/)
  await lapseActing(here.system())
  const [event] = await historyOf(db(), { type: 'person', id: idOf('nadia') })
  assert.equal(event?.name, 'acting.lapsed')

  await act(cookie, 'nadia')
  assert.match((await ask(cookie, '/projects')).body, /You act for/)
  const other = await signIn('lead')
  assert.doesNotMatch((await ask(other, '/projects')).body, /You act for/, 'another session of the same person')
  await db()
    .updateTable('roles')
    .set({ to_on: Temporal.PlainDate.from('2021-10-01') })
    .where('person_id', '=', idOf('lead'))
    .execute()
  assert.doesNotMatch((await ask(cookie, '/projects')).body, /You act for/)
  await db().updateTable('roles').set({ to_on: null }).where('person_id', '=', idOf('lead')).execute()
  await db()
    .updateTable('signed_in_sessions')
    .set({ revoked_at: machineClock.now() })
    .where('person_id', '=', idOf('lead'))
    .execute()
  await lapseActing(here.system())
  assert.equal(
    await db().selectFrom('acting_episodes').select('id').where('ended_at', 'is', null).executeTakeFirst(),
    undefined,
  )
})

test('whoever gains as high a part as who acts is nobody to act for', async () => {
  const cookie = await signIn('second lead')
  await act(cookie, 'nadia')
  assert.match((await ask(cookie, '/projects')).body, /You act for/)
  await give('nadia', 'hub_lead', { hub: 'east' })
  assert.doesNotMatch((await ask(cookie, '/projects')).body, /You act for/)
})

test('a reason is asked for, and nothing typed is lost', async () => {
  const answer = await send(await signIn('national'), `/network/access/people/${idOf('administrator')}/act`, {
    reason: 'help',
  })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, />help<\/textarea>/)
})
