import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Context } from './context.ts'
import { restAfter, resting, type Sweeps } from './sweeps.ts'

const nobody = {} as Context

describe('sweeps that take long', () => {
  it('rest in proportion, and never longer than a minute', () => {
    assert.deepEqual([0, 100, 200, 1600, 10_000].map(restAfter), [0, 0, 2000, 30_000, 60_000])
  })

  it('are left out until they have rested, also when they failed; the others are not', async () => {
    let now = 0
    const lasting =
      (milliseconds: number, fails = false) =>
      async () => {
        now += milliseconds
        if (fails) throw new Error('it failed')
      }
    const sweeps: Sweeps = { quick: lasting(20), long: lasting(600), failing: lasting(600, true) }
    const due = resting(sweeps, () => now)
    const names = () => Object.keys(due())
    assert.deepEqual(names(), ['quick', 'long', 'failing'])
    const first = due()
    await first['quick']?.(nobody)
    await first['long']?.(nobody)
    assert.deepEqual(names(), ['quick', 'failing'])
    await assert.rejects(Promise.resolve(first['failing']?.(nobody)), /it failed/)
    assert.deepEqual(names(), ['quick'])
    now = 620 + 10_000
    assert.deepEqual(names(), ['quick', 'long'])
    now += 600
    assert.deepEqual(names(), ['quick', 'long', 'failing'])
  })
})
