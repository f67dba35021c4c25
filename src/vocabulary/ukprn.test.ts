import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isInventedUkprn, parseUkprn } from './ukprn.ts'

test('a UKPRN has eight digits and begins with 1', () => {
  assert.equal(parseUkprn('1900 0001'), '19000001')
  assert.equal(parseUkprn('UKPRN 10007774'), '10007774')
  for (const text of ['', '1000777', '20007774', '100077745', '1000777x']) assert.equal(parseUkprn(text), null, text)
})

test('an invented provider has a UKPRN from 19000000', () => {
  assert.equal(isInventedUkprn('19000000'), true)
  assert.equal(isInventedUkprn('10007774'), false)
})
