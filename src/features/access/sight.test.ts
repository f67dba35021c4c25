import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeOffer, makeProject, makeSchool } from '../../../test/support/records.ts'
import { newId } from '../../vocabulary/ids.ts'
import { recordSeen, seersOf } from './record-access.ts'

let here: TestInstallation
const interest = newId()

before(async () => {
  here = await testInstallation()
  const db = here.installation.connections.kysely
  const projectId = await makeProject(db)
  const at = Temporal.Instant.from('2021-10-01T08:00:00Z')
  await db
    .insertInto('expressions_of_interest')
    .values({
      id: interest,
      offer_id: await makeOffer(db, (await makeHub(db, 'west')).id, projectId),
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

test('those near a record who see it are all who see it', async () => {
  const context = here.system()
  const seen = await recordSeen(context, { kind: 'interest', id: interest })
  assert.ok(seen)
  assert.deepEqual(await seersOf(context, seen), await seersOf(context, seen, 'everybody'))
})
