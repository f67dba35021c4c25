import type { TaskList } from 'graphile-worker'
import { type RawBuilder, sql } from 'kysely'
import { newId } from '../vocabulary/ids.ts'
import type { Json } from '../vocabulary/json.ts'
import { type Context, createContext, type Installation } from './context.ts'
import type { Reader, Transaction } from './database/index.ts'
import { freeJobsOfTheDead, keepRunning } from './jobs-runner.ts'
import { resting, type Sweeps } from './sweeps.ts'

export type { Sweeps } from './sweeps.ts'

/** Work that runs later: takes ids, fetches afresh, is safe to run twice. */
export type Jobs = Readonly<Record<string, (context: Context, payload: unknown) => Promise<void>>>

type JobOptions = { readonly key?: string; readonly runAt?: Temporal.Instant }

/** The call that puts a job in the queue, for a statement that does so along with something else. */
export const addJob = (task: string, payload: Json, { key, runAt }: JobOptions = {}): RawBuilder<unknown> =>
  sql`graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json, job_key := ${key ?? null}::text,
    run_at := ${runAt ?? null}::timestamptz, max_attempts := 25)`

/** Puts a job in the queue, in the transaction that makes it necessary. The same key waiting is the same job. */
export const enqueue = async (
  tx: Transaction,
  task: string,
  payload: Json,
  options: JobOptions = {},
): Promise<void> => {
  await tx.selectNoFrom(addJob(task, payload, options).as('job')).execute()
}

/** Puts a job in the queue unless one with its key waits already; that one keeps its time and its tries. */
export const enqueueOnce = async (tx: Transaction, task: string, payload: Json, key: string): Promise<void> => {
  await sql`select graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json, job_key := ${key}::text,
    max_attempts := 25, job_key_mode := 'unsafe_dedupe')`.execute(tx)
}

/** Of these keys, those whose job is gone, or failed as often as it is to be tried; one that is being tried is not yet. */
export const keysGivenUp = async (db: Reader, keys: readonly string[], tries: number): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ key: string }>`select key from unnest(${[...keys]}::text[]) as asked (key)
    where not exists (select from graphile_worker.jobs j
      where j.key = asked.key and (j.attempts < ${tries} or j.locked_at is not null))`.execute(db)
  return new Set(rows.map(({ key }) => key))
}

/** Works off the queue and sweeps until stopped. */
export const startJobs = async (
  installation: Installation,
  jobs: Jobs,
  sweeps: Sweeps,
  everySeconds = 5,
): Promise<{ stop: () => Promise<void> }> => {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown) => job(createContext(installation, { kind: 'system', task: name }, newId()), payload),
    ]),
  )
  const runner = keepRunning(installation, taskList)
  const stopSweeping = sweepEvery(installation, sweeps, everySeconds)
  return {
    stop: async () => {
      await stopSweeping()
      await runner.stop()
    },
  }
}

const sweepEvery = (installation: Installation, sweeps: Sweeps, seconds: number): (() => Promise<void>) => {
  const due = resting(sweeps, () => performance.now())
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const again = () => {
    running = sweepOnce(installation, due()).then(() => {
      if (!stopped) timer = setTimeout(again, seconds * 1000)
    })
  }
  again()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await running
  }
}

const sweepOnce = async (installation: Installation, sweeps: Sweeps): Promise<void> => {
  await freeJobsOfTheDead(installation).catch((problem: unknown) =>
    installation.log.warn({ err: problem }, 'jobs of workers that are gone could not be looked for'),
  )
  await runSweeps(installation, sweeps)
}

/** Finds and does everything that has fallen due; one sweep that fails does not stop the others. */
export const runSweeps = async (installation: Installation, sweeps: Sweeps): Promise<void> => {
  for (const [name, sweep] of Object.entries(sweeps)) {
    try {
      await sweep(createContext(installation, { kind: 'system', task: name }, newId()))
    } catch (problem) {
      installation.log.error({ err: problem, sweep: name }, 'a sweep failed and will be tried again')
    }
  }
}

/** Does the same for each of those that have fallen due, in their order; one that fails is tried again at the next sweep and stops no other. */
export const eachDue = async (
  context: Context,
  ids: readonly string[],
  work: (id: string) => Promise<unknown>,
): Promise<void> => {
  for (const id of ids)
    await work(id).catch((problem: unknown) =>
      context.log.error({ err: problem, id }, 'what fell due failed and will be tried again'),
    )
}
