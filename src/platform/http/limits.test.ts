import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import type { Actor } from '../../vocabulary/actor.ts'
import { createContext } from '../context.ts'
import { connect } from '../database/index.ts'
import { TooMany } from '../errors.ts'
import { byLink, everyone } from './access.ts'
import { countForm } from './limits.ts'

let here: TestInstallation
before(async () => {
  here = await testInstallation({ mostWrites: 3 })
})
after(() => here.release())

const form = (ip: string) => ({ method: 'POST', ip })
const answer = (work: Promise<void>): Promise<string> =>
  work.then(
    () => 'taken',
    (problem: unknown) => (problem instanceof TooMany ? 'too many' : String(problem)),
  )

test('an address that sends more forms than the limit is slowed down, and no other', async () => {
  const answers: string[] = []
  for (let time = 0; time < 5; time += 1)
    answers.push(await answer(countForm(here.visitor(), form('192.0.2.1'), { access: everyone })))
  assert.deepEqual(answers, ['taken', 'taken', 'taken', 'too many', 'too many'])
  assert.equal(await answer(countForm(here.visitor(), form('192.0.2.2'), { access: everyone })), 'taken')
})

test('the limit holds for all processes together', async () => {
  const connections = connect(here.installation.connections.url)
  const other = createContext({ ...here.installation, connections }, { kind: 'visitor' }, 'other')
  try {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        answer(countForm(at % 2 ? here.visitor() : other, form('192.0.2.3'), { access: everyone })),
      ),
    )
    assert.equal(answers.filter((each) => each === 'taken').length, 3)
  } finally {
    await connections.end()
  }
})

test('whoever is signed in, holds a link or only reads is not counted', async () => {
  const person: Actor = { kind: 'person', personId: 'p', name: 'Somebody', roles: [] }
  for (let time = 0; time < 5; time += 1) {
    assert.equal(await answer(countForm(here.as(person), form('192.0.2.4'), { access: everyone })), 'taken')
    assert.equal(await answer(countForm(here.visitor(), form('192.0.2.4'), { access: byLink('status') })), 'taken')
    const reading = countForm(here.visitor(), { method: 'GET', ip: '192.0.2.4' }, { access: everyone })
    assert.equal(await answer(reading), 'taken')
  }
})
