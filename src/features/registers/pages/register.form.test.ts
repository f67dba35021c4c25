import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseForm } from '../../../platform/forms.ts'
import { newId } from '../../../vocabulary/ids.ts'
import { registerForm } from './register.form.ts'

const came = { id: newId(), name: 'Came', gaveNotice: null }
const cancelled = { id: newId(), name: 'Cancelled', gaveNotice: Temporal.Instant.from('2021-11-15T10:00:00Z') }
const cameAfterAll = { ...cancelled, id: newId(), name: 'Came after all' }

const marksOf = (body: Readonly<Record<string, string>>) => {
  const parsed = parseForm(registerForm([came, cancelled, cameAfterAll]), body)
  assert.ok(parsed.ok)
  return Object.fromEntries(parsed.value.map(({ participantId, mark }) => [participantId, mark]))
}

test('everyone else was present, but whoever gave notice of not coming sent apologies', () => {
  assert.deepEqual(marksOf({ rest: 'present', [`mark-${cameAfterAll.id}`]: 'late' }), {
    [came.id]: 'present',
    [cancelled.id]: 'apologies',
    [cameAfterAll.id]: 'late',
  })
})

test('without that, only those who were marked are', () => {
  assert.deepEqual(marksOf({ [`mark-${came.id}`]: 'present' }), { [came.id]: 'present' })
  assert.deepEqual(marksOf({ [`mark-${came.id}`]: 'nonsense', [`minutes-${came.id}`]: '5' }), {})
})
