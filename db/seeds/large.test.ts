import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { invariants } from '../../src/invariants.ts'
import { findFaults } from '../../src/platform/invariants.ts'
import { type TestInstallation, testInstallation } from '../../test/support/installation.ts'
import { loadLargeWorld } from './large.ts'

let world: TestInstallation

before(async () => {
  world = await testInstallation()
})
after(() => world.release())

test('the large world, at a hundredth, keeps every rule of the data', async () => {
  const counts = await loadLargeWorld(world.installation.ownerUrl, 0.01)
  assert.deepEqual([counts.schools, counts.hubs, counts.years, counts.groups, counts.sessions], [245, 4, 1, 250, 1500])
  assert.equal(counts.participants, 3500)
  assert.deepEqual(await findFaults(world.installation.connections.kysely, invariants), [])
})
