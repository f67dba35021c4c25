import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { schoolTypeName, schoolTypes, typeCode } from './school-types.ts'

describe('the type of an establishment', () => {
  it('has the same name under 2 and 02, and is called by its number where the register has a new one', () => {
    assert.deepEqual(['2', '02', '34', '99'].map(schoolTypeName), [
      'Voluntary aided',
      'Voluntary aided',
      'Academy converter',
      'Type 99',
    ])
    assert.deepEqual(['007', '0', '10'].map(typeCode), ['7', '0', '10'])
    assert.ok(Object.keys(schoolTypes).every((code) => typeCode(code) === code))
  })
})
