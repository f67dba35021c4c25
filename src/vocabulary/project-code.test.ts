import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officialProjectCode, parseProjectCode, printProjectCode, withoutVariant } from './project-code.ts'

test('every spelling of a code is printed in its official form', () => {
  for (const text of ['NCP21-15', 'NCP 21-15', '21-15', 'ncp-2115', 'ncp2115', ' NCP 21 15 ', 'NCP21–15', 'ncp 21/15'])
    assert.equal(officialProjectCode(text), 'NCP21-15', text)
  assert.equal(officialProjectCode('NCP24-30a'), 'NCP24-30a')
  assert.equal(officialProjectCode('ncp24-30B'), 'NCP24-30b')
  assert.equal(officialProjectCode('NCP24-31_Mentor'), 'NCP24-31_Mentor')
  assert.equal(officialProjectCode('ncp 24-31 _ mentor'), 'NCP24-31_Mentor')
  assert.equal(officialProjectCode('NCP21-5'), 'NCP21-05')
})

test('a code has a year, a number, a strand and a theme', () => {
  assert.deepEqual(parseProjectCode('NCP24-30a'), { year: 2024, number: 30, strand: 'a', theme: null })
  assert.deepEqual(parseProjectCode('NCP24-31_Mentor'), { year: 2024, number: 31, strand: null, theme: 'Mentor' })
})

test('a year, a number or a word is not a code', () => {
  for (const text of ['', '2021', '2115', '2021-22', '2021/22', 'NCP', 'NCP21', 'NCP21-15-3', 'mastery', 'NCP21-15_'])
    assert.equal(parseProjectCode(text), null, text)
})

test('a theme or strand belongs under the code of its project', () => {
  const code = parseProjectCode('NCP24-31_Mentor')
  assert.ok(code)
  assert.equal(printProjectCode(withoutVariant(code)), 'NCP24-31')
})

const anyCode = fc.record(
  {
    year: fc.integer({ min: 2000, max: 2099 }),
    number: fc.integer({ min: 0, max: 999 }),
    strand: fc.option(fc.constantFrom('a', 'b', 'c', 'z')),
    theme: fc.option(fc.constantFrom('Pedagogy', 'Curriculum', 'Mentor', 'KS3', 'Year5')),
  },
  { noNullPrototype: true },
)

test('printing and reading a code gives the same code', () => {
  fc.assert(
    fc.property(anyCode, (code) => {
      const printed = printProjectCode(code)
      assert.deepEqual(parseProjectCode(printed), code)
      assert.equal(officialProjectCode(printed), printed)
      assert.equal(officialProjectCode(printed.toLowerCase())?.toLowerCase(), printed.toLowerCase())
    }),
  )
})
