import { EventEmitter } from 'node:events'
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { sql } from 'kysely'
import type { Installation } from './context.ts'

// Each runner holds this advisory lock, with its own name, as long as it lives: however it ends, its connection ends with it.
const presence = 4022
const secondsUntilTried = 1
const secondsToEnd = 6

type Running = { readonly runner: Runner; readonly gone: Promise<unknown>; readonly leave: () => void }

/** Works off the queue, and begins again whenever the database was away; only `stop` ends it. */
export const keepRunning = (installation: Installation, taskList: TaskList): { stop: () => Promise<void> } => {
  const stopping = Promise.withResolvers<void>()
  let stopped = false
  const work = async (): Promise<void> => {
    while (!stopped) {
      await runOnce(installation, taskList, stopping.promise).catch((problem: unknown) =>
        installation.log.warn({ err: problem }, 'the queue could not be worked off and will be tried again'),
      )
      if (!stopped) await Promise.race([stopping.promise, later(secondsUntilTried)])
    }
  }
  const ended = work()
  return {
    stop: () => {
      stopped = true
      stopping.resolve()
      return ended
    },
  }
}

const later = (seconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, seconds * 1000).unref()
  })

const runOnce = async (installation: Installation, taskList: TaskList, stopping: Promise<void>): Promise<void> => {
  const { runner, gone, leave } = await begin(installation, taskList)
  try {
    await Promise.race([stopping, gone, runner.promise])
  } finally {
    await end(runner)
    leave()
  }
}

// A runner whose connections are lost may wait for them for ever: then it is given up, and its jobs are freed by the next.
const end = async (runner: Runner): Promise<void> => {
  const stopped = runner.stop().then(
    () => true,
    () => true,
  )
  if (await Promise.race([stopped, later(secondsToEnd).then(() => false)])) return
  await Promise.race([runner.kill().catch(() => {}), later(secondsUntilTried)])
}

const begin = async (installation: Installation, taskList: TaskList): Promise<Running> => {
  const holder = await installation.connections.pool.connect()
  const gone = new Promise((resolve) => holder.once('error', resolve))
  // Later errors of the same lost connection tell nothing new.
  holder.on('error', () => {})
  const leave = () => holder.release(true)
  try {
    const events: WorkerEvents = new EventEmitter()
    const named = new Promise<string>((resolve) =>
      events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)),
    )
    const runner = await run({
      pgPool: installation.connections.pool,
      noHandleSignals: true,
      concurrency: 4,
      taskList,
      parsedCronItems: [],
      events,
      // Taken together, what could not be noted is tried again and then ends the runner; taken alone it would end the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: loggerOf(installation),
    })
    // Awaited above all by those who stop it; a runner that fails is begun again, not reported twice.
    runner.promise.catch(() => {})
    await holder.query('select pg_advisory_lock($1, hashtext($2))', [presence, await named])
    return { runner, gone, leave }
  } catch (problem) {
    leave()
    throw problem
  }
}

const loggerOf = ({ log }: Installation): Logger =>
  new Logger(() => (level, message, meta) => {
    if (level === 'error') log.error({ meta: meta as object }, message)
  })

/** Jobs that a killed worker was at are free again: they are safe to run twice. */
export const freeJobsOfTheDead = async ({ connections }: Installation): Promise<void> => {
  await sql`select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs
    where locked_at < now() - interval '5 seconds' and not exists (select from pg_locks
      where locktype = 'advisory' and classid = ${presence} and objid::bigint = hashtext(locked_by)::bigint & 4294967295)
    having count(*) > 0`.execute(connections.kysely)
}
