import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { isRunning } from '../../src/platform/database/embedded-process.ts'
import { freshPlace, type Place, type Program, startProgram, until } from '../support/program.ts'
import { startLoad } from './load.ts'

let place: Place

before(async () => {
  place = await freshPlace()
})
after(() => place.leave())

/** Lines that report a failure; a warning is none. */
const failures = ({ errors }: Program): readonly string[] =>
  errors()
    .split('\n')
    .filter((line) => line !== '' && !(line.startsWith('{') && JSON.parse(line).level < 50))

describe('stopping', () => {
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    test(`everything in one process ends cleanly on ${signal} under load, its database too`, async () => {
      const all = startProgram('src/serve.ts', place.settings)
      await all.says('ready ')
      const load = startLoad(place.url)
      await until(() => load.acknowledged.length > 30)
      const database = place.databasePid()
      const code = await all.stop(signal)
      await load.stop()
      assert.deepEqual([code, failures(all)], [0, []])
      assert.equal(isRunning(database), false)
    })

  test('of two processes the one that started the database may go first, and the last one stops it', async () => {
    const web = startProgram('src/web.ts', place.settings)
    await web.says('ready ')
    const worker = startProgram('src/worker.ts', place.settings)
    await worker.says('working')
    const load = startLoad(place.url)
    await until(() => load.acknowledged.length > 30)
    const database = place.databasePid()
    assert.deepEqual([await web.stop(), failures(web)], [0, []])
    await load.stop()
    assert.equal(isRunning(database), true)
    assert.deepEqual([await worker.stop(), failures(worker)], [0, []])
    assert.equal(isRunning(database), false)
  })

  test('both processes stopped at once leave nothing running', async () => {
    const web = startProgram('src/web.ts', place.settings)
    const worker = startProgram('src/worker.ts', place.settings)
    await Promise.all([web.says('ready '), worker.says('working')])
    const database = place.databasePid()
    assert.deepEqual(await Promise.all([web.stop(), worker.stop()]), [0, 0])
    assert.deepEqual([failures(web), failures(worker)], [[], []])
    assert.equal(isRunning(database), false)
  })
})

describe('what prevents a start is said in one line', () => {
  const refused = async (settings: Record<string, string>, line: RegExp): Promise<void> => {
    const program = startProgram('src/web.ts', { ...place.settings, ...settings })
    assert.equal(await program.ended, 1, program.errors())
    const lines = program.errors().trimEnd().split('\n')
    assert.equal(lines.length, 1, program.errors())
    assert.match(lines[0] ?? '', line)
  }

  test('a wrong setting', () => refused({ PORT: 'abc' }, /^Cannot start: PORT is "abc"; wanted: a port number/))

  test('another program on the port', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(Number(place.settings['PORT']), '127.0.0.1', resolve))
    try {
      await refused({}, /^Cannot start: another program listens on this port already/)
    } finally {
      other.close()
    }
  })

  test('a data folder that cannot be written', async () => {
    const file = join(place.settings['DATA_DIR'] ?? '', 'a-file')
    writeFileSync(file, '')
    await refused({ DATA_DIR: join(file, 'data') }, /^Cannot start: DATA_DIR is/)
  })

  test('a database that does not answer', () =>
    refused(
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none', SECRET_KEY: 'a secret for these tests alone, long enough' },
      /^Cannot start: the database of DATABASE_URL cannot be used/,
    ))
})
