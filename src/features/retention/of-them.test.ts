import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdings } from '../personal-fields/index.ts'
import { ofThem } from './of-them.ts'

test('what is held about a person is called by “they” to whoever decides on it', () => {
  assert.equal(ofThem('Who you are'), 'Who they are')
  assert.equal(ofThem('Whether you, or your school, can take part'), 'Whether they, or their school, can take part')
  assert.equal(
    ofThem('Rows of spreadsheets moved over that name you'),
    'Rows of spreadsheets moved over that name them',
  )
  for (const { called } of holdings) assert.doesNotMatch(ofThem(called), /\byours?\b|\byou\b/i)
})
