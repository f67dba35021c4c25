import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { fraction, fractionOfTenths, inTenths, isAtLeast } from './fraction.ts'

test('a fraction is kept in its lowest terms and never printed as more than it is', () => {
  assert.deepEqual(fraction(780, 300), { parts: 13, of: 5 })
  assert.deepEqual(fraction(0, 300), { parts: 0, of: 1 })
  assert.deepEqual(fractionOfTenths(2.5), { parts: 5, of: 2 })
  assert.deepEqual([fraction(13, 5), fraction(899, 300), fraction(900, 300)].map(inTenths), ['2.6', '2.9', '3'])
})

test('thirds add up: three times twenty minutes is an hour, whatever is rounded in print', () => {
  assert.equal(isAtLeast(fraction(60, 60), fraction(1, 1)), true)
  assert.equal(isAtLeast(fraction(59, 60), fraction(1, 1)), false)
  fc.assert(
    fc.property(fc.nat(5000), fc.integer({ min: 1, max: 720 }), fc.nat(100), (minutes, day, tenths) => {
      const isMore = BigInt(minutes) * 10n >= BigInt(tenths) * BigInt(day)
      assert.equal(isAtLeast(fraction(minutes, day), fraction(tenths, 10)), isMore)
      assert.equal(Number(inTenths(fraction(minutes, day))) * 10 * day <= minutes * 10 + 1e-6, true)
    }),
    { numRuns: 50 },
  )
})
