import assert from 'node:assert/strict'
import { test } from 'node:test'
import { phases } from './phases.ts'
import { phasesTaught, schoolPhaseOfCode } from './school-phases.ts'

test('the phases a school teaches follow from the register', () => {
  assert.deepEqual(phasesTaught({ phase: 'primary', lowAge: 3, highAge: 11 }), ['early_years', 'primary'])
  assert.deepEqual(phasesTaught({ phase: 'primary', lowAge: 7, highAge: 11 }), ['primary'])
  assert.deepEqual(phasesTaught({ phase: 'secondary', lowAge: 11, highAge: 16 }), ['secondary'])
  assert.deepEqual(phasesTaught({ phase: 'secondary', lowAge: 11, highAge: 18 }), ['secondary', 'post_16'])
  assert.deepEqual(phasesTaught({ phase: 'post_16', lowAge: 16, highAge: 19 }), ['post_16'])
  assert.deepEqual(phasesTaught({ phase: 'middle_deemed_primary', lowAge: 9, highAge: 13 }), ['primary', 'secondary'])
  assert.deepEqual(phasesTaught({ phase: 'all_through', lowAge: 4, highAge: 18 }), [...phases])
})

test('where the register gives no phase, the ages speak', () => {
  assert.deepEqual(phasesTaught({ phase: 'not_applicable', lowAge: 2, highAge: 19 }), [...phases])
  assert.deepEqual(phasesTaught({ phase: null, lowAge: 5, highAge: 11 }), ['primary'])
  assert.deepEqual(phasesTaught({ phase: 'not_applicable', lowAge: null, highAge: null }), [])
})

test('a code of the register is read with and without its leading nought', () => {
  assert.equal(schoolPhaseOfCode('2'), 'primary')
  assert.equal(schoolPhaseOfCode('02'), 'primary')
  assert.equal(schoolPhaseOfCode('7'), 'all_through')
  for (const code of ['', '8', 'two', '-1']) assert.equal(schoolPhaseOfCode(code), null, code)
})
