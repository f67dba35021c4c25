import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isSlug, slugOf } from './slug.ts'

test('a title becomes an address', () => {
  assert.equal(slugOf('Primary Teaching for Mastery – Sustaining'), 'primary-teaching-for-mastery-sustaining')
  assert.equal(slugOf('Secondary Subject Leadership'), 'secondary-subject-leadership')
  assert.equal(slugOf('Years 7–11 Coherence'), 'years-7-11-coherence')
  assert.equal(slugOf('  École (primary & secondary) '), 'ecole-primary-secondary')
})

test('a slug of anything is a slug or nothing, and making it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const slug = slugOf(title)
      assert.ok(slug === '' || isSlug(slug))
      assert.equal(slugOf(slug), slug)
    }),
  )
})

test('capitals, spaces and loose hyphens are not a slug', () => {
  for (const text of ['', 'Ealing', 'a b', '-a', 'a--b']) assert.equal(isSlug(text), false, text)
})
