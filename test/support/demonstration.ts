import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { createServer as createSocket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { loadDemonstrationIfEmpty } from '../../db/seeds/load.ts'
import { createApp, createWork } from '../../src/app.ts'
import { tickingClock } from '../../src/platform/clock.ts'
import type { Installation } from '../../src/platform/context.ts'
import { connect } from '../../src/platform/database/index.ts'
import { readClockSetting } from '../../src/platform/installation.ts'
import { runSweeps, startJobs } from '../../src/platform/jobs.ts'
import { silentLog } from '../../src/platform/log.ts'
import { testConfig } from './installation.ts'
import { connected, enterTestServer } from './server.ts'
import { onDatabase, prepareTemplate } from './template.ts'

const root = join(import.meta.dirname, '../..')

// The world is made by the rooms' own actions: whatever they are made of is part of its name.
const worldMark = (): string => {
  const hash = createHash('sha256')
  const files = globSync(['db/seeds/**/*.ts', 'src/features/**/*.ts', 'src/vocabulary/*.ts'], { cwd: root })
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).sort()) {
    hash.update(file).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex').slice(0, 10)
}

const demonstrationConfig = { ...testConfig, demo: true }

const load = async (url: string): Promise<void> => {
  const connections = connect(url)
  const start = { machine: Temporal.Now.instant().toString(), shows: '2021-10-18T08:00:00Z' }
  const clock = tickingClock(start)
  const made = { config: demonstrationConfig, clock, log: silentLog, connections, reports: connections, ownerUrl: url }
  try {
    await loadDemonstrationIfEmpty(made)
    await settle(made)
  } finally {
    await connections.end()
  }
}

const isJobDue = async ({ connections }: Installation): Promise<boolean> => {
  const due = 'select from graphile_worker.jobs where attempts < max_attempts and run_at <= now()'
  return (await connections.pool.query(due)).rowCount !== 0
}

/** What the world leaves to its worker is done once, and not again by every test that starts it. */
const settle = async (made: Installation): Promise<void> => {
  const work = createWork(made)
  const worker = await startJobs(made, work.jobs, {})
  try {
    do {
      while (await isJobDue(made)) await wait(50)
      await runSweeps(made, work.sweeps)
    } while (await isJobDue(made))
  } finally {
    await worker.stop()
    work.close()
  }
}

/** A database that holds the demonstration world, made once for each state of the program. */
const demonstrationTemplate = async (serverUrl: string): Promise<string> => {
  const template = await prepareTemplate(serverUrl)
  const name = `${template}_world_${worldMark()}`
  const server = await connected(serverUrl)
  try {
    await server.query('select pg_advisory_lock(76, 2)')
    const found = await server.query('select from pg_database where datname = $1', [name])
    if (found.rowCount === 0) {
      await server.query(`drop database if exists ${name}_new with (force)`)
      await server.query(`create database ${name}_new template ${template}`)
      await load(onDatabase(serverUrl, `${name}_new`))
      await server.query(`alter database ${name}_new rename to ${name}`)
    }
    return name
  } finally {
    await server.end()
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const socket = createSocket()
    socket.once('error', reject)
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address()
      socket.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export type Demonstration = {
  readonly base: string
  readonly installation: Installation
  readonly moveClock: (shows: string) => Promise<void>
  /** The latest mail to an address whose subject has these words. */
  readonly mailTo: (address: string, words?: string) => Promise<Mail>
  readonly stop: () => Promise<void>
}

export type Mail = {
  readonly subject: string
  readonly text: string
  readonly invitations: readonly string[]
  readonly links: readonly string[]
}

/** The demonstration world in a database of one's own, with nobody at work in it: `release` it in `after`. */
export const demonstrationWorld = async (): Promise<{
  readonly installation: Installation
  readonly clock: ReturnType<typeof tickingClock>
  readonly release: () => Promise<void>
}> => {
  const server = await enterTestServer()
  const template = await demonstrationTemplate(server.url)
  const database = `world_${process.pid}_${Date.now()}`
  const admin = await connected(server.url)
  await admin.query(`create database ${database} template ${template}`)
  const ownerUrl = onDatabase(server.url, database)
  const connections = connect(ownerUrl)
  const setting = await readClockSetting(connections.kysely)
  const clock = tickingClock({
    machine: Temporal.Now.instant().toString(),
    shows: setting?.shows ?? '2021-10-18T08:00:00Z',
  })
  const config = demonstrationConfig
  return {
    installation: { config, clock, log: silentLog, connections, reports: connections, ownerUrl },
    clock,
    release: async () => {
      await connections.end()
      await admin.query(`drop database if exists ${database} with (force)`)
      await admin.end()
      await server.leave()
    },
  }
}

/** For whoever only looks at pages: what falls due is done once at the start, and when the clock is moved. */
export const sweptOnce = { sweptEverySeconds: 86_400 }

/** The demonstration, running: the web and the worker on a database of its own. Stop it in `after`. */
export const startDemonstration = async ({ sweptEverySeconds = 1 } = {}): Promise<Demonstration> => {
  const world = await demonstrationWorld()
  const port = await freePort()
  const base = `http://127.0.0.1:${port}`
  const config = { ...demonstrationConfig, port, baseUrl: base }
  const installation: Installation = { ...world.installation, config }
  const app = await createApp(installation)
  const work = createWork(installation)
  const worker = await startJobs(installation, work.jobs, work.sweeps, sweptEverySeconds)
  await app.listen({ host: '127.0.0.1', port })
  return {
    base,
    installation,
    moveClock: async (shows) => {
      world.clock.set({ machine: Temporal.Now.instant().toString(), shows })
      await runSweeps(installation, work.sweeps)
    },
    mailTo: (address, words = '') => latestMail(installation, address, words),
    stop: async () => {
      await app.close()
      await worker.stop()
      work.close()
      await world.release()
    },
  }
}

const latestMail = async ({ config, connections }: Installation, address: string, words: string): Promise<Mail> => {
  const find = () =>
    connections.kysely
      .selectFrom('messages')
      .selectAll()
      .where('to_address', '=', address)
      .where('subject', 'ilike', `%${words}%`)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
  let row = await find()
  // Some mail is written by the worker, which may have much to do.
  for (let look = 0; !row && look < 40; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, 125))
    row = await find()
  }
  if (!row) throw new Error(`No mail to ${address} about "${words}"`)
  // Mail of the world as it was loaded names the address it was loaded with.
  const text = row.body_text.replaceAll(demonstrationConfig.baseUrl, config.baseUrl)
  const links = text.match(/https?:\/\/\S+/g) ?? []
  return {
    subject: row.subject,
    text,
    invitations: (row.invitations as readonly { text: string }[]).map(({ text: each }) => each),
    links,
  }
}
