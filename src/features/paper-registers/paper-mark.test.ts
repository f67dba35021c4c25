import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asOnPaper, paperMark } from './paper-mark.ts'

test('a mark is read as people write it on paper, and what is none is none', () => {
  const cases: readonly (readonly [string, unknown])[] = [
    ['p', { mark: 'present', minutes: null }],
    ['L', { mark: 'late', minutes: null }],
    ['l20', { mark: 'late', minutes: 20 }],
    ['E 30 min', { mark: 'left_early', minutes: 30 }],
    ['S Hal Stork', { mark: 'substitute', minutes: null, substitute: 'Hal Stork' }],
    ['s', { mark: 'substitute', minutes: null, substitute: null }],
    ['X', { mark: 'absent', minutes: null }],
    ['L 601', null],
    ['P 5', null],
    ['here', null],
    ['?', null],
  ]
  for (const [typed, expected] of cases) assert.deepEqual(paperMark(typed), expected, typed)
  for (const typed of ['P', 'L 20', 'E', 'O', 'S Hal Stork', 'A', 'X']) {
    const mark = paperMark(typed)
    assert.equal(mark && asOnPaper(mark), typed)
  }
})
