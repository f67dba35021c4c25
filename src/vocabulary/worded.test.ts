import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordedAs } from './worded.ts'

test('A word is looked up among the words of a table alone', () => {
  const table = { saved: 'It is saved.' }
  for (const [word, entry] of [
    ['saved', 'It is saved.'],
    ['lost', null],
    ['constructor', null],
    ['__proto__', null],
    ['', null],
    [null, null],
    [undefined, null],
  ] as const)
    assert.equal(wordedAs(table, word), entry)
})
