import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makePerson } from '../../../test/support/records.ts'
import { createApp } from '../../app.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { allAuthorities, authorityInFull } from './index.ts'

const token = 'a token of a session'
const headers = { cookie: `${sessionCookie}=${token}` }
let here: TestInstallation
let app: FastifyInstance
const kysely = () => here.installation.connections.kysely

before(async () => {
  here = await testInstallation()
  app = await createApp(here.installation)
  const db = kysely()
  const person = await makePerson(db, 'Farida Test')
  const [trust, hub, closedHub] = [newId(), newId(), newId()]
  await db
    .insertInto('authorities')
    .values([
      { code: '307', name: 'Ealing', region: 'London' },
      { code: '881', name: 'Essex', region: 'East of England' },
      { code: '330', name: 'St Helens', region: 'North West' },
    ])
    .execute()
  const school = (at: number, status = 'open', phase: string | null = 'primary') => ({
    ...{ id: newId(), kind: 'school', name: `School ${at}`, urn: 900_100 + at, authority_code: '307', status, phase },
  })
  const schools = [
    ...Array.from({ length: 52 }, (_, at) => school(at)),
    school(60, 'closed'),
    school(61, 'open', 'secondary'),
  ]
  await db
    .insertInto('organisations')
    .values([...schools, { id: trust, kind: 'trust', name: 'Vale Trust' }])
    .execute()
  await db
    .insertInto('trust_memberships')
    .values(schools.slice(0, 3).map(({ id }) => ({ id: newId(), organisation_id: id, trust_id: trust })))
    .execute()
  await db
    .insertInto('hubs')
    .values([
      { id: hub, slug: 'west', region: 'London' },
      { id: closedHub, slug: 'east', region: 'East of England', closed_on: Temporal.PlainDate.from('2020-01-01') },
    ])
    .execute()
  await db
    .insertInto('hub_names')
    .values([
      { hub_id: hub, name: 'West' },
      { hub_id: closedHub, name: 'East' },
    ])
    .execute()
  await db
    .insertInto('hub_areas')
    .values([
      { id: newId(), hub_id: hub, authority_code: '307', described_as: 'Ealing' },
      {
        ...{ id: newId(), hub_id: closedHub, authority_code: '881', described_as: 'Essex' },
        ...{ to_on: Temporal.PlainDate.from('2020-01-01') },
      },
    ])
    .execute()
  await db
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: person.id,
      role: 'national_team',
      from_on: Temporal.PlainDate.from('2020-09-01'),
    })
    .execute()
  const now = Temporal.Now.instant()
  await db
    .insertInto('signed_in_sessions')
    .values({
      ...{ id: newId(), person_id: person.id, token_hash: hashOf(token) },
      ...{ created_at: now, expires_at: now.add({ hours: 1 }) },
    })
    .execute()
})
after(async () => {
  await app.close()
  await here.release()
})

describe('local authorities', () => {
  const found: readonly [string, readonly string[]][] = [
    ['', ['Ealing', 'Essex', 'St Helens']],
    ['london', ['Ealing']],
    ['881', ['Essex']],
    ['ealng', ['Ealing']],
    ['ST  HELENS', ['St Helens']],
    ['%', []],
    ['zzz', []],
  ]
  for (const [words, names] of found)
    it(`are found for “${words}”`, async () => {
      const authorities = await allAuthorities(kysely(), { words, today: here.system().today })
      assert.deepEqual(
        authorities.map(({ name }) => name),
        names,
      )
    })

  it('count the schools that are open and the hubs that serve them today', async () => {
    const authorities = await allAuthorities(kysely(), { words: '', today: here.system().today })
    assert.deepEqual(
      authorities.map(({ name, open, hubs }) => [name, open, hubs]),
      [
        ['Ealing', 53, 1],
        ['Essex', 0, 0],
        ['St Helens', 0, 0],
      ],
    )
    const ealing = await authorityInFull(kysely(), '307')
    assert.deepEqual(ealing?.phases, [
      { phase: 'primary', schools: 52 },
      { phase: 'secondary', schools: 1 },
    ])
    assert.deepEqual(
      [ealing?.closed, ealing?.trusts.map(({ name, schools }) => `${name} ${schools}`)],
      [1, ['Vale Trust 3']],
    )
  })

  it('show their schools a page at a time, the closed ones last', async () => {
    const first = await app.inject({ url: '/network/authorities/307', headers })
    assert.match(first.body, /Showing 1 to 50 of 54 schools/)
    assert.match(first.body, /href="\/hubs\/west"/)
    const second = await app.inject({ url: '/network/authorities/307?page=2', headers })
    assert.match(second.body, /School 60[\s\S]*Closed/)
    assert.doesNotMatch(first.body, /School 60</)
    const list = await app.inject({ url: '/network/authorities?q=nowhere+at+all', headers })
    assert.match(list.body, /No authority is like “nowhere at all”/)
    assert.equal((await app.inject({ url: '/network/authorities/999', headers })).statusCode, 404)
    assert.match((await app.inject({ url: '/network/authorities/881', headers })).body, /No hub serves it/)
  })
})
