import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { TooMany } from './errors.ts'
import { callerOf, countTry, refuseAfterTooMany } from './tries.ts'

let here: TestInstallation
before(async () => {
  here = await testInstallation()
})
after(() => here.release())

const limit = { kind: 'knock', most: 2, minutes: 10 }
const tries = () => here.installation.connections.kysely.selectFrom('tries').selectAll()

test('of the tries made at once no more than the limit go through, and the rest are told how long to wait', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 10 }, () => countTry(here.visitor(), limit, 'one')))
  assert.equal(answers.filter(({ status }) => status === 'fulfilled').length, 2)
  const refused = answers.find((each) => each.status === 'rejected')
  assert.ok(refused?.reason instanceof TooMany)
  assert.ok(refused.reason.seconds > 590 && refused.reason.seconds <= 600)
})

test('after the span of time it is counted afresh', async () => {
  for (let time = 0; time < 2; time += 1) await countTry(here.visitor(), limit, 'two')
  await here.installation.connections.kysely
    .updateTable('tries')
    .set({ counted_from: Temporal.Now.instant().subtract({ minutes: 11 }) })
    .execute()
  await countTry(here.visitor(), limit, 'two')
})

test('looking whether there were too many counts nothing', async () => {
  for (let time = 0; time < 5; time += 1) await refuseAfterTooMany(here.visitor(), limit, 'three')
  for (let time = 0; time < 2; time += 1) await countTry(here.visitor(), limit, 'three')
  await assert.rejects(refuseAfterTooMany(here.visitor(), limit, 'three'), TooMany)
})

test('nobody can read from the counts who tried', async () => {
  await countTry(here.visitor(), limit, 'somebody@school.example')
  assert.doesNotMatch(JSON.stringify(await tries().execute()), /school/)
})

test('a caller is an address of the older kind, or a block of the newer', () => {
  assert.equal(callerOf('192.0.2.7'), '192.0.2.7')
  assert.equal(callerOf('::ffff:192.0.2.7'), '192.0.2.7')
  assert.equal(callerOf('2001:DB8:1:2:3:4:5:6'), '2001:db8:1:2::/64')
  assert.equal(callerOf('2001:db8:1:2::9'), '2001:db8:1:2::/64')
  assert.equal(callerOf('2001:db8::1'), '2001:db8:0:0::/64')
  assert.equal(callerOf('::1'), '0:0:0:0::/64')
})
