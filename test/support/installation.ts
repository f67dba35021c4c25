import assert from 'node:assert/strict'
import { invariants } from '../../src/invariants.ts'
import { standingClock } from '../../src/platform/clock.ts'
import type { Config } from '../../src/platform/config.ts'
import { type Context, createContext, type Installation } from '../../src/platform/context.ts'
import { findFaults } from '../../src/platform/invariants.ts'
import { silentLog } from '../../src/platform/log.ts'
import type { Actor, Role, RoleName } from '../../src/vocabulary/actor.ts'
import { newId } from '../../src/vocabulary/ids.ts'
import { testDatabase } from './database.ts'

export const testConfig: Config = {
  host: '127.0.0.1',
  port: 0,
  dataDir: '/nonexistent',
  databaseUrl: null,
  migrationDatabaseUrl: null,
  databaseReadUrl: null,
  baseUrl: 'http://hubs.example',
  mailUrl: null,
  mailFrom: 'Tessellate <no-reply@hubs.example>',
  demo: false,
  demoClock: '2021-10-18T09:00',
  secretKey: 'a key for tests that is long enough to be one',
  logLevel: 'silent',
  mostWrites: 120,
  trustedProxies: ['loopback'],
  providers: [],
}

export type TestInstallation = {
  readonly installation: Installation
  readonly clock: ReturnType<typeof standingClock>
  readonly as: (actor: Actor) => Context
  readonly system: () => Context
  readonly visitor: () => Context
  /** Fails when a rule that must always hold does not hold of the data, but for one that records made by hand cannot keep: called after every race. */
  readonly requireNoFaults: (but?: string) => Promise<void>
  readonly release: () => Promise<void>
}

/** An installation on a database of its own, with a clock that stands at 18 October 2021, 9:00 in London. Release it in `after`. */
export const testInstallation = async (overrides: Partial<Config> = {}): Promise<TestInstallation> => {
  const database = await testDatabase()
  const clock = standingClock('2021-10-18T08:00:00Z')
  const { connections } = database
  const config = { ...testConfig, ...overrides }
  const installation: Installation = {
    config,
    clock,
    log: silentLog,
    connections,
    reports: connections,
    ownerUrl: database.ownerUrl,
  }
  const as = (actor: Actor): Context => createContext(installation, actor, newId())
  return {
    installation,
    clock,
    as,
    system: () => as({ kind: 'system', task: 'test' }),
    visitor: () => as({ kind: 'visitor' }),
    requireNoFaults: async (but) =>
      assert.deepEqual(
        await findFaults(
          connections.kysely,
          invariants.filter(({ rule }) => rule !== but),
        ),
        [],
      ),
    release: () => database.release(),
  }
}

/** A signed-in person with one role. */
export const actorWith = (personId: string, name: RoleName, scope: Partial<Role> = {}): Actor => ({
  kind: 'person',
  personId,
  name: 'Somebody',
  roles: [{ name, hubId: null, hubSlug: null, groupId: null, organisationId: null, ...scope }],
})
