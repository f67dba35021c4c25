import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { nextInterest } from '../../bench/interest.ts'
import { type LargeWorld, loadLargeWorld } from '../../db/seeds/large.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { freshPlace, type Place, type Program, startProgram, until } from '../support/program.ts'
import { askToJoin, askToSignIn, type Load, startLoad } from './load.ts'
import { type MailServer, mailServer } from './mail-server.ts'

let place: Place
let mail: MailServer
let web: Program
let worker: Program
let asking: Load
let signingIn: Load

const startWeb = async () => {
  web = startProgram('src/web.ts', place.settings)
  await web.says('ready ')
}
const startWorker = async () => {
  worker = startProgram('src/worker.ts', place.settings)
  await worker.says('working')
}
const acknowledged = () => [...asking.acknowledged, ...signingIn.acknowledged]
const more = async (count: number) => {
  const goals = [asking, signingIn].map((load) => ({ load, goal: load.acknowledged.length + count / 2 }))
  await until(() => goals.every(({ load, goal }) => load.acknowledged.length >= goal), 20_000)
}
const arrived = () => new Set(mail.taken.map(({ to }) => to))

/** Requests for schools that have not asked for the same offer: those that have are answered alike, but nothing new is kept. */
const firstToAsk = async (world: LargeWorld, url: string) => {
  const rows = await rowsOf<{ offer_id: string; organisation_id: string }>(
    url,
    'select offer_id, organisation_id from expressions_of_interest',
  )
  const asked = new Set(rows.map((row) => `${row.offer_id} ${row.organisation_id}`))
  const next = nextInterest(world)
  const isAsked = ({ path = '', body }: ReturnType<typeof next>) =>
    asked.has(`${path.split('/')[2]} ${new URLSearchParams(String(body)).get('organisation')}`)
  return () => {
    let request = next()
    while (isAsked(request)) request = next()
    return request
  }
}

const rowsOf = async <Row extends object>(url: string, query: string): Promise<readonly Row[]> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(query)).rows
  } finally {
    await client.end()
  }
}

const onDatabase = async <T>(work: (url: string) => Promise<T>): Promise<T> => {
  const database = await startEmbedded({ dataDir: place.settings['DATA_DIR'] ?? '' })
  try {
    return await work(database.url)
  } finally {
    await database.stop()
  }
}

before(async () => {
  mail = await mailServer()
  await mail.open()
  // The demonstration's clock shows the year in which this world's offers can be asked for.
  place = await freshPlace({ MAIL_URL: mail.url, DEMO: '1', MOST_WRITES: '1000000' })
  const next = await onDatabase(async (url) => {
    await migrate(url)
    return firstToAsk(await loadLargeWorld(url, 0.002), url)
  })
  await startWeb()
  await startWorker()
  asking = startLoad(place.url, askToJoin(next), 3)
  signingIn = startLoad(place.url, askToSignIn, 3)
  await more(50)
})

after(async () => {
  await Promise.all([asking?.stop(), signingIn?.stop()])
  for (const program of [worker, web]) await program?.stop('SIGKILL')
  await mail?.close()
  await place?.leave()
})

test('a web process killed under load is simply started again', async () => {
  await web.stop('SIGKILL')
  await startWeb()
  await more(50)
})

test('a worker killed under load is simply started again', async () => {
  await worker.stop('SIGKILL')
  await more(20)
  await startWorker()
})

test('a database killed under load comes back by itself', async () => {
  process.kill(place.databasePid(), 'SIGKILL')
  await more(50)
})

test('everything killed at once starts again without a hand', async () => {
  process.kill(place.databasePid(), 'SIGKILL')
  await Promise.all([web.stop('SIGKILL'), worker.stop('SIGKILL')])
  await Promise.all([startWeb(), startWorker()])
  await more(50)
})

test('every request that was acknowledged leads to its mail, and none to two different ones', async (t) => {
  await Promise.all([asking.stop(), signingIn.stop()])
  await until(() => acknowledged().every((address) => arrived().has(address)), 30_000).catch(() => {})
  const missing = acknowledged().filter((address) => !arrived().has(address))
  assert.deepEqual(missing, [])
  const byAddress = Map.groupBy(mail.taken, ({ to }) => to)
  const different = [...byAddress].filter(([, taken]) => new Set(taken.map(({ messageId }) => messageId)).size > 1)
  assert.deepEqual(different, [])
  t.diagnostic(
    `${asking.acknowledged.length} requests to join and ${signingIn.acknowledged.length} to sign in acknowledged, ${mail.taken.length} mails taken, ${byAddress.size} addresses`,
  )
})

test('no request to join that was acknowledged is lost', async () => {
  const rows = await onDatabase((url) =>
    rowsOf<{ sender_email: string }>(url, 'select sender_email from expressions_of_interest'),
  )
  const kept = new Set(rows.map((row) => row.sender_email))
  assert.ok(asking.acknowledged.length > 50)
  assert.deepEqual(
    asking.acknowledged.filter((address) => !kept.has(address)),
    [],
  )
})

test('afterwards every rule of the data holds', async () => {
  await wait(200)
  const check = startProgram('src/command.ts', place.settings, ['check'])
  assert.equal(await check.ended, 0, check.output() + check.errors())
})
