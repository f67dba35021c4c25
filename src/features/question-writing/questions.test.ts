import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type TestInstallation, testInstallation } from '../../../test/support/installation.ts'
import { makeHub, makeProject } from '../../../test/support/records.ts'
import { browser, signedInAs } from '../../../test/support/signed-in.ts'
import { createApp } from '../../app.ts'
import { questionsOfProject } from '../projects/index.ts'
import { choicesFrom, freshKey } from './question-row.ts'

let test: TestInstallation
let app: Awaited<ReturnType<typeof createApp>>
before(async () => {
  test = await testInstallation()
  app = await createApp(test.installation)
})
after(async () => {
  await app.close()
  await test.release()
})

const { see, send } = browser(() => app)
const row = (at: number, fields: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({ key: '', hint: '', choices: '', required: 'no', ...fields }).map(([name, value]) => [
      `row-${at}-${name}`,
      value,
    ]),
  )
const markIn = (body: string): string => /name="mark" value="([^"]+)"/.exec(body)?.[1] ?? ''

describe('the questions of a project', () => {
  it('are written with a preview, saved for all fields at once, and told of a change in the meantime', async () => {
    const db = test.installation.connections.kysely
    const projectId = await makeProject(db, { status: 'draft' })
    const cookie = await signedInAs(test, 'national_team')
    const url = `/network/projects/${projectId}/questions`
    const mark = markIn((await see(url, cookie)).body)
    const wrong = await send(
      url,
      {
        mark,
        ...row(0, { label: 'Which year?', kind: 'choice', choices: 'Year 5' }),
        ...row(1, { label: 'Why?', kind: '' }),
      },
      cookie,
    )
    assert.equal(wrong.statusCode, 422)
    for (const words of [/at least two answers/, /Choose how it is answered/, /value="Which year\?"/])
      assert.match(wrong.body, words)
    const right = {
      mark,
      ...row(0, { label: 'Which year?', kind: 'choice', choices: 'Year 5\nYear 6', required: 'yes' }),
      ...row(1, { label: 'Your plan', kind: 'file' }),
    }
    const preview = await send(url, { ...right, press: 'preview' }, cookie)
    assert.match(preview.body, /As it will be asked[\s\S]*Year 6[\s\S]*Your plan \(optional\)/)
    assert.deepEqual(await questionsOfProject(db, projectId), [])
    assert.equal((await send(url, right, cookie)).statusCode, 303)
    assert.deepEqual(
      (await questionsOfProject(db, projectId)).map(({ key, kind, isRequired, choices }) => [
        key,
        kind,
        isRequired,
        choices.map((choice) => choice.key),
      ]),
      [
        ['which_year', 'choice', true, ['year_5', 'year_6']],
        ['your_plan', 'file', false, []],
      ],
    )
    const stale = await send(
      url,
      { ...right, ...row(1, { key: 'your_plan', label: 'The plan', kind: 'file' }) },
      cookie,
    )
    assert.equal(stale.statusCode, 409)
    assert.match(stale.body, /What you typed, beside what is saved now/)
    const again = {
      ...right,
      mark: markIn(stale.body),
      ...row(0, { key: 'which_year', label: 'Which years?', kind: 'choice', choices: 'Year 5\nYear six' }),
    }
    assert.equal((await send(url, again, cookie)).statusCode, 303)
    const [first] = await questionsOfProject(db, projectId)
    assert.deepEqual(
      [first?.key, first?.choices],
      [
        'which_year',
        [
          { key: 'year_5', label: 'Year 5' },
          { key: 'year_6', label: 'Year six' },
        ],
      ],
    )
    assert.match((await see(`/network/projects/${projectId}`, cookie)).body, /2 questions/)
    const hubs = await signedInAs(test, 'hub_lead', { hub_id: (await makeHub(db)).id })
    assert.equal((await see(url, hubs)).statusCode, 404)
  })

  const before = ['One', 'Two', 'Three'].map((label, at) => ({ key: `k${at}`, label }))
  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    ['keep their keys in another order', ['Three', 'One', 'Two'], ['k2', 'k0', 'k1']],
    ['keep the key of one in other words', ['One', 'The second', 'Three'], ['k0', 'k1', 'k2']],
    ['are given a new key where one is added', ['One', 'Two', 'Three', 'Four'], ['k0', 'k1', 'k2', 'four']],
    ['do not pass on the key of one that is gone', ['One', 'Three'], ['k0', 'k2']],
  ]
  for (const [title, lines, keys] of cases)
    it(`have answers to choose from that ${title}`, () =>
      assert.deepEqual(
        choicesFrom(lines, before).map(({ key }) => key),
        keys,
      ))

  it('are named for programs by their words, each once', () => {
    assert.equal(freshKey('Which class?', []), 'which_class')
    assert.equal(freshKey('Which class?', ['which_class', 'which_class_2']), 'which_class_3')
    assert.equal(freshKey('???', []), 'question')
  })
})
