import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { Client } from 'pg'
import { CannotStart, startEmbedded } from './embedded.ts'
import { isGoneWithin, isRunning, processState, serverPid } from './embedded-process.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'embedded-'))
const cluster = join(dataDir, 'postgres')

const ask = async (url: string, statement: string): Promise<readonly unknown[]> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query({ text: statement, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

const pidOfServer = (): number => {
  const pid = serverPid(cluster)
  assert.ok(pid !== null, 'a server runs')
  return pid
}

describe('the embedded database', () => {
  after(async () => {
    await startEmbedded({ dataDir }).then((server) => server.stop())
    rmSync(dataDir, { recursive: true, force: true })
  })

  it('keeps its rows when it is stopped and started again', async () => {
    const first = await startEmbedded({ dataDir })
    assert.equal(first.adopted, false)
    await ask(first.url, 'create table schools (name text)')
    await ask(first.url, `insert into schools values ('Ash Grove'), ('Beech Hill')`)
    const pid = pidOfServer()
    await first.stop()
    assert.equal(isRunning(pid), false)
    const second = await startEmbedded({ dataDir })
    assert.equal(second.adopted, false)
    assert.deepEqual(await ask(second.url, 'select count(*)::int from schools'), [2])
    await second.stop()
  })

  it('keeps every acknowledged row when the server is killed under a client', async () => {
    const server = await startEmbedded({ dataDir })
    const client = new Client({ connectionString: server.url })
    client.on('error', () => {})
    await client.connect()
    await client.query('create table marks (n int)')
    for (let n = 0; n < 200; n += 1) await client.query('insert into marks values ($1)', [n])
    process.kill(pidOfServer(), 'SIGKILL')
    const again = await startEmbedded({ dataDir })
    assert.deepEqual(await ask(again.url, 'select count(*)::int from marks'), [200])
    await client.end().catch(() => {})
    await again.stop()
  })

  it('is made once and shared when two starts come at the same time', async () => {
    const fresh = join(dataDir, 'fresh')
    const servers = await Promise.all([startEmbedded({ dataDir: fresh }), startEmbedded({ dataDir: fresh })])
    assert.deepEqual(servers.map(({ adopted }) => adopted).sort(), [false, true])
    const adopted = servers.find((server) => server.adopted)
    const launched = servers.find((server) => !server.adopted)
    await adopted?.stop()
    assert.deepEqual(await ask(launched?.url ?? '', 'select 1'), [1], 'only the start that launched it stops it')
    await launched?.stop()
    await assert.rejects(ask(launched?.url ?? '', 'select 1'))
  })

  it('is taken over by the next start when the process that started it was killed', async () => {
    const program = `import('${new URL('./embedded.ts', import.meta.url).href}').then(async ({ startEmbedded }) => {
      await startEmbedded({ dataDir: ${JSON.stringify(dataDir)} }); console.log(process.pid); setInterval(() => {}, 1000) })`
    // Its parent becomes a program that never waits for it, so that the killed one stays a zombie.
    const parent = spawn('sh', ['-c', '"$0" -e "$1" & exec sleep 60', process.execPath, program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const starter = await new Promise<number>((resolve) =>
      parent.stdout.once('data', (said: Buffer) => resolve(Number(said.toString().trim()))),
    )
    process.kill(starter, 'SIGKILL')
    assert.ok(await isGoneWithin(starter, 5_000))
    assert.equal(processState(starter)?.zombie, true)
    const server = await startEmbedded({ dataDir })
    assert.equal(server.adopted, true)
    const pid = pidOfServer()
    await server.stop()
    parent.kill()
    assert.equal(isRunning(pid), false)
  })

  it('starts over a pid file whose number another program has got', async () => {
    const stranger = spawn('sleep', ['60'])
    writeFileSync(join(cluster, 'postmaster.pid'), `${stranger.pid}\n${cluster}\n1\n5432\n${cluster}\n\n`)
    const server = await startEmbedded({ dataDir })
    await server.stop()
    stranger.kill()
  })

  it('has a socket elsewhere when its folder is too deep for one', async () => {
    const deep = join(dataDir, 'd'.repeat(120))
    const server = await startEmbedded({ dataDir: deep })
    assert.deepEqual(await ask(server.url, 'select 1'), [1])
    await server.stop()
  })

  it('says in one line that the data is of another version', async () => {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8')
    writeFileSync(join(cluster, 'PG_VERSION'), '13\n')
    await assert.rejects(startEmbedded({ dataDir }), (error) => {
      assert.ok(error instanceof CannotStart)
      assert.equal(error.reason, 'other version')
      assert.doesNotMatch(error.message, /\n/)
      return true
    })
    writeFileSync(join(cluster, 'PG_VERSION'), version)
  })

  it('says in one line that it may not write its folder', async () => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    await assert.rejects(startEmbedded({ dataDir: join(file, 'data') }), CannotStart)
    if (process.getuid?.() === 0) return
    const closed = join(dataDir, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    await assert.rejects(startEmbedded({ dataDir: join(closed, 'data') }), { reason: 'permission' })
  })
})
