import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parsePhase, phaseSlug, phases } from './phases.ts'

test('a phase is read from its address again', () => {
  for (const phase of phases) assert.equal(parsePhase(phaseSlug(phase)), phase)
  assert.equal(parsePhase('Post-16'), 'post_16')
  assert.equal(parsePhase('early years'), 'early_years')
  assert.equal(parsePhase('tertiary'), null)
})
