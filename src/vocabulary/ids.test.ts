import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isId, newId } from './ids.ts'

test('ten thousand new ids are all different and in the order in which they were made', () => {
  const made = Array.from({ length: 10_000 }, newId)
  assert.equal(new Set(made).size, made.length)
  assert.deepEqual([...made].sort(), made)
  assert.ok(made.every(isId))
})

test('an id carries the version 7 and the time at which it was made', () => {
  const id = newId()
  assert.equal(id[14], '7')
  const madeAt = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  assert.ok(Math.abs(madeAt - Date.now()) < 60_000)
})

test('anything else is not an id', () => {
  for (const text of ['', '12', 'NCP21-15', `${newId()}x`, newId().toUpperCase()]) assert.equal(isId(text), false, text)
})
