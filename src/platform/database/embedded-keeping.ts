import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import type { Log } from '../log.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { applicationName } from './index.ts'

/** The embedded database of a running process: it is started again when it has gone, and stopped by the last who uses it. */
export type KeptDatabase = { readonly url: string; readonly stop: () => Promise<void> }

const watchEvery = 500
const stepsToLookRound = 10

/** Whether any other process of the installation still has a connection; our own may take a moment to go. */
const isUsed = async (url: string, steps = stepsToLookRound): Promise<boolean> => {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    for (let step = 0; step < steps; step += 1) {
      const others = await client.query('select from pg_stat_activity where application_name = $1', [applicationName])
      if (others.rowCount === 0) return false
      await wait(20)
    }
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

export const keepEmbedded = async (dataDir: string, log: Log): Promise<KeptDatabase> => {
  const first = await startEmbedded({ dataDir })
  const servers: Embedded[] = [first]
  let starting: Promise<void> | null = null
  const startAgain = async (): Promise<void> => {
    try {
      servers.push(await startEmbedded({ dataDir }))
      log.warn({}, 'the database had gone and was started again')
    } catch (problem) {
      log.error({ err: problem }, 'the database has gone and could not be started again yet')
    } finally {
      starting = null
    }
  }
  const watch = setInterval(() => {
    if (!starting && !first.isRunning()) starting = startAgain()
  }, watchEvery)
  watch.unref()
  const stop = async (): Promise<void> => {
    clearInterval(watch)
    await starting
    if (await isUsed(first.url)) {
      for (const server of servers) server.handOver()
      return
    }
    // One more start takes the server over when the process that launched it has left it to us;
    // it fails only when another of the last to leave is stopping the server at this moment.
    if (first.isRunning())
      await startEmbedded({ dataDir }).then(
        (server) => servers.push(server),
        () => {},
      )
    for (const server of servers) await server.stop()
  }
  return { url: first.url, stop }
}
