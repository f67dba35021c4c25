// The table “Who may do what” of the domain, cell by cell, against the running program: what a part may do is done, and what it
// may not do is refused and changes nothing.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { createApp } from '../../src/app.ts'
import { signInAsCast } from '../../src/features/sign-in/actions/sign-in.ts'
import { createContext } from '../../src/platform/context.ts'
import { sessionCookie } from '../../src/platform/http/server.ts'
import { castEmails } from '../access-matrix/expected.ts'
import { type Demonstration, startDemonstration, sweptOnce } from '../support/demonstration.ts'
import { type Visitor, visitor } from '../support/visitor.ts'
import { type Ask, type Column, columns, type Row, type World } from './cell.ts'
import { notBuiltYet, rowsOfGroups } from './rows-of-groups.ts'
import { rowsOfJoining } from './rows-of-joining.ts'
import { rowsOfTheNetwork } from './rows-of-the-network.ts'
import { signedInParticipant, worldOf } from './world.ts'

const rows: readonly Row[] = [...rowsOfJoining, ...rowsOfGroups, ...rowsOfTheNetwork]

let demonstration: Demonstration
let app: FastifyInstance
let world: World
const browsers = new Map<Column, Visitor>()

before(async () => {
  demonstration = await startDemonstration(sweptOnce)
  const { installation } = demonstration
  // The afternoon of the first session of the group, when its register is taken.
  await demonstration.moveClock('2021-11-17T16:00:00Z')
  app = await createApp({ ...installation, config: { ...installation.config, mostWrites: 1_000_000 } })
  for (const column of columns) {
    const email = castEmails[column]
    const context = createContext(installation, { kind: 'visitor' }, 'test')
    const token =
      column === 'participant'
        ? await signedInParticipant(installation)
        : email === null
          ? null
          : (await signInAsCast(context, { email, device: null })).token
    browsers.set(column, visitor(app, new Map(token === null ? [] : [[sessionCookie, token]])))
  }
  world = await worldOf(demonstration, visitor(app))
})
after(async () => {
  await app?.close()
  await demonstration?.stop()
})

const statuses: Readonly<Record<Ask['outcome'], readonly number[]>> = {
  opens: [200],
  done: [200, 303],
  forbidden: [403],
  'not there': [404],
  'sign in': [302],
}

/** How much has happened so far: whatever is refused leaves no trace here. */
const happened = async (): Promise<number> => {
  const { rows: found } = await demonstration.installation.connections.pool.query<{ count: string }>(
    'select count(*) from events where actor_kind <> $1',
    ['system'],
  )
  return Number(found[0]?.count)
}

const wrongWith = async (ask: Ask, browser: Visitor): Promise<string | null> => {
  const before = await happened()
  const answer = ask.method === 'GET' ? await browser.get(ask.url) : await browser.post(ask.url, ask.form)
  const what = `${ask.method} ${ask.url}`
  if (!statuses[ask.outcome].includes(answer.statusCode))
    return `${what}: ${answer.statusCode}, should be ${ask.outcome}${answer.statusCode === 422 ? ` (${errorsOf(answer.body)})` : ''}`
  if (ask.says && !ask.says.test(answer.body)) return `${what} does not say ${ask.says}`
  if (ask.hides?.test(answer.body)) return `${what} says ${ask.hides}`
  const changes = (await happened()) - before
  if (ask.outcome === 'done' && changes === 0) return `${what} changed nothing`
  return ask.outcome !== 'done' && ask.outcome !== 'opens' && changes !== 0 ? `${what} changed something` : null
}

const errorsOf = (body: string): string =>
  /error-summary__list[^>]*>([\s\S]*?)<\/ul>/.exec(body)?.[1]?.replaceAll(/<[^>]+>|\s+/g, ' ') ?? 'no reason given'

describe('who may do what', () => {
  test('every row of the table is here, but for what is not built yet', () => {
    // The domain's table has fifteen rows; local leaders have no room of their own yet.
    assert.equal(rows.length, 14)
    assert.deepEqual(notBuiltYet, ['local leaders, accreditation', 'materials of a group'])
  })

  for (const { title, cells } of rows)
    for (const column of columns)
      test(`${title}: ${column}`, async () => {
        const browser = browsers.get(column)
        assert.ok(browser)
        const asks = cells[column](world)
        assert.ok(asks.length > 0)
        const wrong = []
        for (const ask of asks) wrong.push(await wrongWith(ask, browser))
        assert.deepEqual(
          wrong.filter((each) => each !== null),
          [],
        )
      })

  test('a part that ends while its holder is signed in ends with the next request', async () => {
    const [lead, administrator] = [browsers.get('hub lead'), browsers.get('hub administrator')]
    assert.ok(lead && administrator)
    const page = '/hub/london-central-and-west'
    assert.equal((await administrator.get(page)).statusCode, 200)
    const { rows: found } = await demonstration.installation.connections.pool.query<{ id: string }>(
      `select r.id from roles r join people p on p.id = r.person_id where p.name = 'Rohan Petrescu' and r.role = 'hub_administrator' and r.to_on is null`,
    )
    const ended = await lead.post('/account/roles/end', { id: found[0]?.id ?? '', back: `${page}/people` })
    assert.equal(ended.statusCode, 303)
    assert.equal((await administrator.get(page)).statusCode, 404)
    assert.equal((await administrator.post(`${page}/policies/new`)).statusCode, 404)
    assert.equal((await administrator.get(`/groups/${world.own['group']}`)).statusCode, 404)
    assert.equal((await administrator.get('/my')).statusCode, 200)
  })
})
