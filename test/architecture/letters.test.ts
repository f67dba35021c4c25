import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const sources = (pattern: string): readonly { readonly name: string; readonly text: string }[] =>
  globSync(pattern, { cwd: root }).map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }))

test('every mail goes through the post, which ends it with the reason and the way to one’s own details', () => {
  const writers = sources('src/**/*.ts').filter(({ text }) =>
    /insertInto\('messages'\)|insert into messages/.test(text),
  )
  assert.deepEqual(
    writers.map(({ name }) => name),
    ['src/platform/mail/held.ts', 'src/platform/mail/index.ts'],
  )
})

test('the reason of each mail goes on from “Why you get this:” and is a sentence', () => {
  const letters = sources('src/features/*/emails/*.email.ts')
  assert.ok(letters.length > 20)
  const reasons = letters.flatMap(({ name, text }) =>
    [...text.matchAll(/\bwhy:\s*(?:`([^`]*)`|'([^']*)')/g)].map(([, one, other]) => ({
      name,
      reason: one ?? other ?? '',
    })),
  )
  assert.ok(reasons.length > letters.length)
  assert.deepEqual(
    reasons.filter(({ reason }) => !/^(?:[a-z]|\$\{).*[.?]$/.test(reason) || /^you get/i.test(reason)),
    [],
  )
})
