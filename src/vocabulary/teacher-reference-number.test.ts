import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTeacherReferenceNumber } from './teacher-reference-number.ts'

for (const typed of [
  '1234567',
  '12/34567',
  '12 34567',
  '12-34567',
  'RP12/34567',
  'rp 1234567',
  'TRN: 12/34567',
  ' 12 / 34567 ',
])
  test(`the teacher reference number “${typed}” is read`, () =>
    assert.equal(parseTeacherReferenceNumber(typed), '1234567'))

for (const typed of ['', '123456', '12345678', '123/4567', 'AB12/34567', '12/3456a', '١٢٣٤٥٦٧'])
  test(`“${typed}” is no teacher reference number`, () => assert.equal(parseTeacherReferenceNumber(typed), null))
