import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatCount } from './count.ts'

test('a count is printed with a comma at each thousand', () => {
  assert.deepEqual([0, 999, 1250, 2_000_000].map(formatCount), ['0', '999', '1,250', '2,000,000'])
})
