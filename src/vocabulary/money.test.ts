import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { formatMoney, parseMoney } from './money.ts'

test('money is printed with pence only when there are some', () => {
  assert.equal(formatMoney(7500), '£75')
  assert.equal(formatMoney(100_050), '£1,000.50')
  assert.equal(formatMoney(5), '£0.05')
  assert.equal(formatMoney(-2000), '-£20')
  assert.equal(formatMoney(0), '£0')
  assert.equal(formatMoney(123_456_789), '£1,234,567.89')
})

test('money is read as people type it', () => {
  assert.equal(parseMoney('£75'), 7500)
  assert.equal(parseMoney(' 75 '), 7500)
  assert.equal(parseMoney('£1,000.50'), 100_050)
  assert.equal(parseMoney('1000.50'), 100_050)
  assert.equal(parseMoney('-£20'), -2000)
})

test('what is not an amount is refused', () => {
  for (const text of ['', '£', '75.5', '75.505', '1,00', 'seventy', '£75 each', '1e3'])
    assert.equal(parseMoney(text), null)
})

test('printing and reading an amount gives the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_99, max: 99_999_999_99 }), (pence) => {
      assert.equal(parseMoney(formatMoney(pence)), pence)
    }),
  )
})
