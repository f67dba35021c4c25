import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { asked, receivedInterest } from '../../../test/support/interest.ts'
import { makeHub, makeOffer, makePerson, makeProject, makeSchool } from '../../../test/support/records.ts'
import { visitor } from '../../../test/support/visitor.ts'
import { createApp } from '../../app.ts'
import { NotFound, Refused } from '../../platform/errors.ts'
import { sessionCookie } from '../../platform/http/server.ts'
import { hashOf } from '../../platform/secrets.ts'
import { newId } from '../../vocabulary/ids.ts'
import { personWithAddress, rolesOf } from '../people/index.ts'
import { addEmailDomain, removeEmailDomain } from './actions/keep-email-domains.ts'
import { isEverybodys, parseDomain } from './email-domain.ts'

let here: TestInstallation
let app: FastifyInstance
let hub: { id: string; slug: string }
let staffId: string
let school: string
let offerId: string
let serial = 0
const db = () => here.installation.connections.kysely
const staff = (hubId = hub.id) => here.as(actorWith(staffId, 'hub_administrator', { hubId }))
const domain = (): string => `school-${serial}.sch.example`

before(async () => {
  here = await testInstallation()
  app = await createApp(here.installation)
  hub = await makeHub(db())
  staffId = (await makePerson(db())).id
  await db()
    .insertInto('roles')
    .values({
      id: newId(),
      person_id: staffId,
      role: 'hub_administrator',
      hub_id: hub.id,
      from_on: Temporal.PlainDate.from('2021-09-01'),
    })
    .execute()
})
after(async () => {
  await app.close()
  await here.release()
})
beforeEach(async () => {
  serial += 1
  school = await makeSchool(db())
  offerId = await makeOffer(db(), hub.id, await makeProject(db(), { unit: 'person', people_max: 1 }))
})

/** Somebody of the school asks to join and confirms the address; gives what they may do then. */
const asks = async (email: string) => {
  const sender = { name: email, email, telephone: null, post: 'head_of_department' as const }
  const person = { name: email, email, post: sender.post, held: true, part: 'lead' as const }
  const { formKey } = asked({ offerId, organisationId: school })
  await receivedInterest(here, { offerId, organisationId: school, sender, people: [person], formKey })
  return rolesOf(db(), (await personWithAddress(db(), email))?.id ?? '')
}
const known = async () =>
  (await db().selectFrom('organisations').select('email_domains').where('id', '=', school).executeTakeFirstOrThrow())
    .email_domains

describe('an e-mail domain that a hub knows for a school', () => {
  test('makes the first who confirms an address there its lead, and nobody else', async () => {
    assert.deepEqual(await asks(`elsewhere@post-${serial}.example`), [])
    await addEmailDomain(staff(), { organisationId: school, hubId: hub.id, domain: domain() })
    const [role, ...more] = await asks(`first@${domain()}`)
    assert.deepEqual([role?.role, role?.organisationId, more.length], ['school_lead', school, 0])
    assert.deepEqual(await asks(`second@${domain()}`), [])
  })

  test('makes lead whoever was first to confirm an address there before it was known', async () => {
    assert.deepEqual(await asks(`early@${domain()}`), [])
    assert.deepEqual(await asks(`later@${domain()}`), [])
    await addEmailDomain(staff(), { organisationId: school, hubId: hub.id, domain: domain() })
    const leads = await db().selectFrom('roles').select('person_id').where('organisation_id', '=', school).execute()
    assert.deepEqual(
      leads.map(({ person_id }) => person_id),
      [(await personWithAddress(db(), `early@${domain()}`))?.id],
    )
  })

  test('is refused where everybody has an address, and to a hub that the school does not deal with', async () => {
    await asks(`somebody@${domain()}`)
    const add = (hubId: string, what: string) =>
      addEmailDomain(staff(hubId), { organisationId: school, hubId, domain: what })
    await assert.rejects(add(hub.id, 'gmail.com'), Refused)
    const other = await makeHub(db())
    await assert.rejects(add(other.id, domain()), NotFound)
    await assert.rejects(
      addEmailDomain(staff(other.id), { organisationId: school, hubId: hub.id, domain: domain() }),
      NotFound,
    )
    assert.deepEqual(await known(), [])
  })

  test('is added and taken away on its page, told there, and added once by two who add it at once', async () => {
    await asks(`somebody@${domain()}`)
    const token = newId()
    const now = Temporal.Now.instant()
    await db()
      .insertInto('signed_in_sessions')
      .values({
        id: newId(),
        person_id: staffId,
        token_hash: hashOf(token),
        created_at: now,
        last_seen_at: now,
        expires_at: now.add({ hours: 1 }),
      })
      .execute()
    const browser = visitor(app, new Map([[sessionCookie, token]]))
    const page = `/hub/${hub.slug}/people/schools/${school}`
    assert.match((await browser.get(page)).body, /None is known yet/)
    assert.equal((await browser.post(page, { domain: 'not a domain' })).statusCode, 422)
    assert.match((await browser.post(page, { domain: 'hotmail.com' })).body, /Anybody can have an address/)
    const typed = { domain: `https://www.${domain()}/contact` }
    await Promise.all([browser.post(page, typed), browser.post(page, typed)])
    assert.deepEqual(await known(), [domain()])
    const told = (await browser.get(page)).body
    assert.equal(told.split('is the school’s own').length, 2)
    assert.match(told, /It is led by/)
    await browser.post(page, { act: 'remove', domain: domain() })
    assert.deepEqual(await known(), [])
    await removeEmailDomain(staff(), { organisationId: school, hubId: hub.id, domain: domain() })
    assert.match((await browser.get(page)).body, /is not the school’s own/)
    assert.equal((await browser.get(`/hub/${hub.slug}/people/schools/${await makeSchool(db())}`)).statusCode, 404)
  })
})

test('a domain is read however it is typed', () => {
  for (const typed of ['Oak.sch.uk', '@oak.sch.uk', 'head@oak.sch.uk', ' https://www.oak.sch.uk/about '])
    assert.equal(parseDomain(typed), 'oak.sch.uk', typed)
  for (const typed of ['', 'oak', 'oak school', 'oak..uk']) assert.equal(parseDomain(typed), null, typed)
  assert.deepEqual([isEverybodys('gmail.com'), isEverybodys('oak.sch.uk')], [true, false])
})
