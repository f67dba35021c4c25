import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { actorWith, type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { Forbidden } from '../../platform/errors.ts'
import { linkActor } from '../../platform/http/link-actor.ts'
import { LinkExpired } from '../../platform/http/problems.ts'
import { linkToken } from '../../platform/links.ts'
import { newId } from '../../vocabulary/ids.ts'
import { stopLinksOfInterest } from './actions/stop-links.ts'
import { recordSeen, seersOf } from './sight-access.ts'

let here: TestInstallation
let hub: { id: string; slug: string }
const interest = newId()

before(async () => {
  here = await testInstallation()
  const db = here.installation.connections.kysely
  hub = await makeHub(db, 'west')
  const projectId = await makeProject(db)
  const at = Temporal.Instant.from('2021-10-01T08:00:00Z')
  await db
    .insertInto('expressions_of_interest')
    .values({
      id: interest,
      offer_id: await makeOffer(db, hub.id, projectId),
      project_id: projectId,
      organisation_id: await makeSchool(db),
      sender_name: 'Nadia Rosewarne',
      sender_email: 'nadia@school.example',
      sender_post: 'maths_subject_lead',
      status: 'confirmed',
      received_at: at,
      confirmed_email_at: at,
      created_at: at,
    })
    .execute()
})
after(() => here.release())

test('the hub stops every link about a request, and its sender is sent a new one that opens', async () => {
  const { config, connections } = here.installation
  // A link of an hour ago: its second is over when it is stopped.
  const realNow = Date.now
  Date.now = () => realNow() - 3_600_000
  const before = linkToken(config, 'status', interest, 30)
  Date.now = realNow
  assert.equal((await linkActor(here.visitor(), 'status', before)).kind, 'link')
  await stopLinksOfInterest(here.as(actorWith(newId(), 'hub_administrator', { hubId: hub.id })), interest)
  await assert.rejects(linkActor(here.visitor(), 'status', before), LinkExpired)
  const mail = await connections.kysely
    .selectFrom('messages')
    .select('body_text')
    .where('to_address', '=', 'nadia@school.example')
    .executeTakeFirstOrThrow()
  const sent = /\/status\/([\w-]+)/.exec(mail.body_text)?.[1] ?? ''
  assert.equal((await linkActor(here.visitor(), 'status', sent)).kind, 'link')
})

test('another hub, a lead of a school and the holder of another link do not', async () => {
  for (const actor of [
    actorWith(newId(), 'hub_lead', { hubId: newId() }),
    actorWith(newId(), 'school_lead', { organisationId: newId() }),
    actorWith(newId(), 'national_team'),
  ])
    await assert.rejects(stopLinksOfInterest(here.as(actor), interest), Forbidden)
})

test('those near a record who see it are all who see it', async () => {
  const context = here.system()
  const seen = await recordSeen(context, { kind: 'interest', id: interest })
  assert.ok(seen)
  assert.deepEqual(await seersOf(context, seen), await seersOf(context, seen, 'everybody'))
})
