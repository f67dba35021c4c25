import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../vocabulary/actor.ts'
import { byLink, everyone } from './access.ts'
import { limitTries } from './limits.ts'

const visitor: Actor = { kind: 'visitor' }
const form = (ip: string) => ({ method: 'POST', ip })

test('an address that sends more forms than the limit is slowed down, and no other', () => {
  const tries = limitTries(3)
  const answers = Array.from({ length: 5 }, () => tries(form('192.0.2.1'), { access: everyone }, visitor))
  assert.deepEqual(answers, [null, null, null, 'too-many', 'too-many'])
  assert.equal(tries(form('192.0.2.2'), { access: everyone }, visitor), null)
})

test('whoever is signed in, holds a link or only reads is not counted', () => {
  const tries = limitTries(0)
  const person: Actor = { kind: 'person', personId: 'p', name: 'Somebody', roles: [] }
  for (let time = 0; time < 3; time += 1) {
    assert.equal(tries(form('192.0.2.1'), { access: everyone }, person), null)
    assert.equal(tries(form('192.0.2.1'), { access: byLink('status') }, visitor), null)
    assert.equal(tries({ method: 'GET', ip: '192.0.2.1' }, { access: everyone }, visitor), null)
  }
})
