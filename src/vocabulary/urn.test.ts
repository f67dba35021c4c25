import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInventedUrn, parseUrn } from './urn.ts'

test('a URN has six digits', () => {
  assert.equal(parseUrn(' 900 123 '), 900_123)
  assert.equal(parseUrn('URN: 100231'), 100_231)
  for (const text of ['', '12345', '1234567', '012345', '12345a']) assert.equal(parseUrn(text), null, text)
})

test('an invented school has a URN from 900000', () => {
  assert.equal(isInventedUrn(900_000), true)
  assert.equal(isInventedUrn(899_999), false)
  assert.equal(isInventedUrn(9_000_000), false)
})
