import assert from 'node:assert/strict'
import { it } from 'node:test'
import { z } from 'zod'
import { stored, storedWords } from './stored.ts'

it('reads what is kept as JSON as what it has to be, and names what does not fit without its value', () => {
  assert.deepEqual(storedWords(['Ada', 'Grace'], 'the names'), ['Ada', 'Grace'])
  assert.throws(() => storedWords(['Ada', { secret: 'Grace' }], 'the names'), {
    message: 'What is kept as the names is not what it has to be: 1 (invalid_type)',
  })
  assert.throws(() => stored(z.object({ count: z.number() }), null, 'the report'), /the report .* all of it/)
})
