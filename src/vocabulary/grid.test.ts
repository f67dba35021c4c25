import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatMiles, metresBetween, milesOf } from './grid.ts'

const acton = { easting: 520_200, northing: 180_100 }
const anyPoint = fc.record({
  easting: fc.integer({ min: 0, max: 700_000 }),
  northing: fc.integer({ min: 0, max: 1_300_000 }),
})

test('a distance is printed in miles, in tenths when it is short', () => {
  assert.equal(formatMiles(5150), '3.2 miles')
  assert.equal(formatMiles(1609), '1 mile')
  assert.equal(formatMiles(16_093), '10 miles')
  assert.equal(formatMiles(22_531), '14 miles')
  assert.equal(formatMiles(0), 'less than 0.1 miles')
})

test('a school is no distance from itself', () => {
  assert.equal(metresBetween(acton, acton), 0)
  assert.equal(metresBetween(acton, { easting: 523_200, northing: 184_100 }), 5000)
})

test('a distance is the same both ways and never shorter by a detour', () => {
  fc.assert(
    fc.property(anyPoint, anyPoint, anyPoint, (a, b, c) => {
      assert.equal(metresBetween(a, b), metresBetween(b, a))
      assert.ok(metresBetween(a, b) <= metresBetween(a, c) + metresBetween(c, b) + 1e-6)
      assert.ok(milesOf(metresBetween(a, b)) <= metresBetween(a, b))
    }),
  )
})
