import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Embedded, startEmbedded } from '../../src/platform/database/embedded.ts'
import { connect } from '../../src/platform/database/index.ts'
import { freshPlace, type Place, type Program, startProgram, until } from '../support/program.ts'
import { askToSignIn } from './load.ts'
import { type MailServer, mailServer } from './mail-server.ts'

// A database of one's own, given by DATABASE_URL: nobody starts it again but us.
let dataDir = ''
let database: Embedded
let place: Place
let mail: MailServer
let web: Program
let worker: Program

const messageTo = async (address: string) => {
  const connections = connect(database.url)
  try {
    return await connections.kysely
      .selectFrom('messages')
      .selectAll()
      .where('to_address', '=', address)
      .executeTakeFirst()
  } finally {
    await connections.end()
  }
}
const takenBy = (address: string) => mail.taken.filter(({ to }) => to === address)

before(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'away-'))
  database = await startEmbedded({ dataDir })
  mail = await mailServer()
  await mail.open()
  place = await freshPlace({
    DATABASE_URL: database.url,
    SECRET_KEY: 'a secret for these tests alone, long enough',
    MAIL_URL: mail.url,
  })
  web = startProgram('src/web.ts', place.settings)
  worker = startProgram('src/worker.ts', place.settings)
  await Promise.all([web.says('ready '), worker.says('working')])
})

after(async () => {
  for (const program of [worker, web]) await program?.stop()
  await mail?.close()
  await database?.stop()
  await place?.leave()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('while the database is away', () => {
  test('pages say so within two seconds, and come back by themselves', async () => {
    assert.ok(await askToSignIn(place.url))
    await database.stop()
    const began = performance.now()
    const answer = await fetch(`${place.url}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ email: 'away@faults.example' }),
    })
    assert.equal(answer.status, 503)
    assert.match(await answer.text(), /The service is not available/)
    assert.equal(answer.headers.get('retry-after'), '10')
    assert.ok(performance.now() - began < 2000)
    assert.equal((await fetch(`${place.url}/health/ready`)).status, 503)
    assert.equal((await fetch(`${place.url}/health/live`)).status, 200)
    assert.equal((await fetch(`${place.url}/accessibility`)).status, 200, 'a page that needs no records still opens')
    database = await startEmbedded({ dataDir })
    await until(async () => (await fetch(`${place.url}/health/ready`)).status === 200, 5000)
  })

  test('the worker waits and goes on when it is back, however often it goes', async () => {
    for (const pause of [100, 500, 900]) {
      // Mail is under way at the moment the database goes.
      await Promise.all(Array.from({ length: 5 }, () => askToSignIn(place.url)))
      await database.stop()
      await wait(pause)
      database = await startEmbedded({ dataDir })
      await until(async () => (await fetch(`${place.url}/health/ready`)).status === 200, 5000)
      const address = (await askToSignIn(place.url)) ?? ''
      await until(() => takenBy(address).length > 0, 20_000)
    }
    assert.deepEqual([web.process.exitCode, worker.process.exitCode], [null, null])
  })
})

describe('while the mail server is away', () => {
  test('mail waits, and goes once', async () => {
    await mail.close()
    const address = (await askToSignIn(place.url)) ?? ''
    await until(async () => ((await messageTo(address))?.attempts ?? 0) > 0)
    assert.equal((await messageTo(address))?.sent_at, null)
    await mail.open()
    await until(() => takenBy(address).length > 0, 20_000)
    await until(async () => (await messageTo(address))?.sent_at != null)
    await wait(300)
    assert.equal(takenBy(address).length, 1)
  })

  test('mail that is refused for good is kept as failed and not tried again', async () => {
    const address = 'nobody@faults.example'
    mail.refused.add(address)
    await askToSignIn(place.url, address)
    await until(async () => (await messageTo(address))?.failed_at != null)
    const kept = await messageTo(address)
    assert.match(kept?.failure ?? '', /550/)
    assert.equal(kept?.attempts, 1)
    assert.deepEqual(takenBy(address), [])
  })
})
