import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { outwardCode, parsePostcode, postcodeArea } from './postcode.ts'

test('a postcode is printed in capitals with one space', () => {
  const pairs = [
    ['w39pp', 'W3 9PP'],
    [' W3  9PP ', 'W3 9PP'],
    ['ec1a1bb', 'EC1A 1BB'],
    ['CM14 4xx', 'CM14 4XX'],
    ['w1a-0ax', 'W1A 0AX'],
    ['M11AE', 'M1 1AE'],
  ] as const
  for (const [typed, printed] of pairs) assert.equal(parsePostcode(typed), printed, typed)
})

test('a town, a half and a wrong letter are not a postcode', () => {
  for (const text of ['', 'Acton', 'W3', 'W3 9PI', 'QA1 1AA', 'W3 99P', 'W333 9PP'])
    assert.equal(parsePostcode(text), null)
})

test('a postcode has an outward code and an area', () => {
  assert.equal(outwardCode('CM14 4XX'), 'CM14')
  assert.equal(postcodeArea('CM14 4XX'), 'CM')
})

test('reading a postcode twice changes nothing', () => {
  const typed = fc.stringMatching(/^[a-zA-Z]{1,2}\d{1,2} ?\d[a-zA-Z]{2}$/)
  fc.assert(
    fc.property(typed, (text) => {
      const once = parsePostcode(text)
      if (once) assert.equal(parsePostcode(once), once)
    }),
  )
})
