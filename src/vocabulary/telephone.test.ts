import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseTelephone, telephoneLink } from './telephone.ts'

test('a UK number is spaced as people know it', () => {
  const pairs = [
    ['(01206) 489933', '01206 489933'],
    ['02079460018', '020 7946 0018'],
    ['+44 (0)20 7946 0018', '020 7946 0018'],
    ['0044 1206 489933', '01206 489933'],
    ['0115-496-0123', '0115 496 0123'],
    ['0161 496 0123', '0161 496 0123'],
    ['07700 900123', '07700 900123'],
    ['0300 123 4567', '0300 123 4567'],
    ['020 7946 0018 ext. 12', '020 7946 0018 ext 12'],
  ] as const
  for (const [typed, printed] of pairs) assert.equal(parseTelephone(typed), printed, typed)
})

test('a number abroad keeps its country', () => {
  assert.equal(parseTelephone('+353 1 234 5678'), '+35312345678')
})

test('what cannot be dialled is refused', () => {
  for (const text of ['', '12', '01206', '0207 946', 'ask the office', '0000000000', '0771']) {
    assert.equal(parseTelephone(text), null, text)
  }
})

test('a number can be dialled from the page', () => {
  assert.equal(telephoneLink('01206 489933'), 'tel:+441206489933')
  assert.equal(telephoneLink('020 7946 0018 ext 12'), 'tel:+442079460018;ext=12')
  assert.equal(telephoneLink('+35312345678'), 'tel:+35312345678')
})

test('reading a number twice changes nothing', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^0[1237]\d{8,9}$/), (text) => {
      const once = parseTelephone(text)
      if (once) assert.equal(parseTelephone(once), once)
    }),
  )
})
