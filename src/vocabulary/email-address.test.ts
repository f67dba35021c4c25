import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { emailDomain, parseEmail, suggestEmail } from './email-address.ts'

test('an address is kept in one spelling', () => {
  assert.equal(parseEmail('  R.Shah@Harwood.SCH.example '), 'r.shah@harwood.sch.example')
  assert.equal(parseEmail("o'neill+maths@school.example"), "o'neill+maths@school.example")
  assert.equal(emailDomain('R.Shah@Harwood.SCH.example'), 'harwood.sch.example')
})

test('what cannot be an address is refused', () => {
  for (const text of [
    '',
    'rshah',
    '@school.example',
    'r shah@school.example',
    'r@school',
    'r@-school.example',
    'r@a..b',
  ])
    assert.equal(parseEmail(text), null, text)
  assert.equal(parseEmail('.r@school.example'), null)
  assert.equal(parseEmail('r@school.12'), null)
  assert.equal(parseEmail(`${'a'.repeat(65)}@school.example`), null)
})

test('a typing error is answered with what was probably meant', () => {
  const pairs = [
    ['a@gmial.com', 'a@gmail.com'],
    ['a@harwood.co.ku', 'a@harwood.co.uk'],
    ['a@harwood.sch.ku', 'a@harwood.sch.uk'],
    ['a@harwood.couk', 'a@harwood.co.uk'],
    ['a@harwoodco.uk', 'a@harwood.co.uk'],
    ['a@gmailcom', 'a@gmail.com'],
    ['a@harwood.con', 'a@harwood.com'],
    ['a@harwood,com', 'a@harwood.com'],
    ['a@ harwood..com.', 'a@harwood.com'],
  ] as const
  for (const [typed, meant] of pairs) assert.equal(suggestEmail(typed), meant, typed)
})

test('an address that looks right gets no suggestion', () => {
  for (const text of ['a@gmail.com', 'a@harwood.sch.uk', 'a@monaco.co.uk', 'admin@lcwmathshub.co.uk', 'nobody', ''])
    assert.equal(suggestEmail(text), null, text)
})

test('reading an address twice changes nothing', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (text) => {
      const once = parseEmail(text)
      if (once) assert.equal(parseEmail(once), once)
    }),
  )
})
