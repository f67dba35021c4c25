import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { freshPlace, type Place, type Program, startProgram, until } from '../support/program.ts'
import { type Load, startLoad } from './load.ts'
import { type MailServer, mailServer } from './mail-server.ts'

let place: Place
let mail: MailServer
let web: Program
let worker: Program
let load: Load

const startWeb = async () => {
  web = startProgram('src/web.ts', place.settings)
  await web.says('ready ')
}
const startWorker = async () => {
  worker = startProgram('src/worker.ts', place.settings)
  await worker.says('working')
}
const more = (count: number) => {
  const goal = load.acknowledged.length + count
  return until(() => load.acknowledged.length >= goal, 20_000)
}
const arrived = () => new Set(mail.taken.map(({ to }) => to))

before(async () => {
  mail = await mailServer()
  await mail.open()
  place = await freshPlace({ MAIL_URL: mail.url })
  await startWeb()
  await startWorker()
  load = startLoad(place.url)
  await more(50)
})

after(async () => {
  await load?.stop()
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
  await load.stop()
  await until(() => load.acknowledged.every((address) => arrived().has(address)), 30_000).catch(() => {})
  const missing = load.acknowledged.filter((address) => !arrived().has(address))
  assert.deepEqual(missing, [])
  const byAddress = Map.groupBy(mail.taken, ({ to }) => to)
  const different = [...byAddress].filter(([, taken]) => new Set(taken.map(({ messageId }) => messageId)).size > 1)
  assert.deepEqual(different, [])
  t.diagnostic(
    `${load.acknowledged.length} acknowledged, ${mail.taken.length} mails taken, ${byAddress.size} addresses`,
  )
})

test('afterwards every rule of the data holds', async () => {
  await wait(200)
  const check = startProgram('src/command.ts', place.settings, ['check'])
  assert.equal(await check.ended, 0, check.output() + check.errors())
})
