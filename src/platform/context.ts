import { setTimeout as wait } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import type { Actor } from '../vocabulary/actor.ts'
import { localDate } from '../vocabulary/local-time.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import {
  type Connections,
  type Database,
  isOutdated,
  type Reader,
  refusedBy,
  type Transaction,
} from './database/index.ts'
import { type CopyIn, onOneConnection } from './database/loading.ts'
import { Conflict } from './errors.ts'
import type { Log } from './log.ts'

/** Everything the machinery of one running installation shares. */
export type Installation = {
  readonly config: Config
  readonly clock: Clock
  readonly log: Log
  readonly connections: Connections
  readonly reports: Connections
  readonly ownerUrl: string
}

/** One piece of work: who does it, when, and where it reads. There is no ambient current person. */
export type Context = {
  readonly now: Temporal.Instant
  readonly today: Temporal.PlainDate
  readonly actor: Actor
  readonly config: Config
  readonly log: Log
  readonly requestId: string
  readonly db: Reader
  /** A replica where one is configured: for reports that may be a moment old. */
  readonly reports: Reader
  /** Mail that this work causes waits, and can be taken back until its time has come. */
  readonly holding?: Holding
}

/** Why mail waits and until when; and what of it the letters being written are about. */
export type Holding = { readonly act: string; readonly about: string; readonly until: Temporal.Instant }

const open = new WeakMap<Context, { installation: Installation; tx: Transaction | null }>()

/** The context of one request, job or command. */
export const createContext = (installation: Installation, actor: Actor, requestId: string): Context => {
  const now = installation.clock.now()
  const context: Context = {
    now,
    today: localDate(now),
    actor,
    config: installation.config,
    log: installation.log,
    requestId,
    db: installation.connections.kysely,
    reports: installation.reports.kysely,
  }
  open.set(context, { installation, tx: null })
  return context
}

/** The same work, done by somebody else: a link's holder, the program itself; at another time only where a past is told, as the demonstration's is. */
export const actingAs = (context: Context, actor: Actor, now: Temporal.Instant = context.now): Context => {
  const next = { ...context, actor, now, today: localDate(now) }
  open.set(next, insides(context))
  return next
}

/** The same work, whose mail waits. */
export const holdingMail = (context: Context, holding: Holding): Context => {
  const next = { ...context, holding }
  open.set(next, insides(context))
  return next
}

/**
 * Does the work in one transaction. Inside another transaction's context it joins that one, so actions compose.
 * Work that the database gave up is done again from its beginning: for another's, because each waited for the other, or
 * because a table was changed that it had prepared to read.
 */
export const transaction = <T>(
  context: Context,
  work: (tx: Transaction, context: Context) => Promise<T>,
): Promise<T> => {
  const { installation, tx } = insides(context)
  if (tx) return work(tx, context)
  return untilItGoesThrough(() =>
    installation.connections.kysely.transaction().execute((opened) => {
      const inner = { ...context, db: opened }
      open.set(inner, { installation, tx: opened })
      return work(opened, inner)
    }),
  )
}

/** Does the work in one transaction of its own, into which rows can be streamed. It is not begun again: what streamed is gone. */
export const loading = <T>(
  context: Context,
  work: (tx: Transaction, context: Context, copyIn: CopyIn) => Promise<T>,
): Promise<T> => {
  const { installation, tx } = insides(context)
  if (tx) throw new Error('Loading begins a transaction of its own: it cannot join another')
  return onOneConnection(installation.connections.pool, (kysely, copyIn) =>
    kysely.transaction().execute((opened) => {
      const inner = { ...context, db: opened }
      open.set(inner, { installation, tx: opened })
      return work(opened, inner, copyIn)
    }),
  )
}

/** Does one statement that writes, which is a transaction of itself: for counting a try, say, not for what an action does. */
export const atOnce = <T>(context: Context, write: (db: Kysely<Database>) => Promise<T>): Promise<T> => {
  const { installation, tx } = insides(context)
  return write(tx ?? installation.connections.kysely)
}

const givenUpForAnother = new Set(['40P01', '40001'])
const isGivenUp = (problem: unknown): boolean =>
  givenUpForAnother.has((problem as { code?: string } | null)?.code ?? '') || isOutdated(problem)
const mostTries = 4

const untilItGoesThrough = async <T>(work: () => Promise<T>, tries = 1): Promise<T> => {
  try {
    return await work()
  } catch (problem) {
    // Found again under the same id, the record was named by a page that is older than its merge.
    if (tries > 1 && refusedBy(problem) === 'records_are_not_merged')
      throw new Conflict('A record on this page has just been merged into another. Open the page again, then go on.')
    if (tries === mostTries || !isGivenUp(problem)) throw problem
    // Two that met come apart when each waits another while.
    await wait(tries * 20 + Math.random() * 50)
    return untilItGoesThrough(work, tries + 1)
  }
}

const insides = (context: Context) => {
  const found = open.get(context)
  if (!found) throw new Error('A context is made by createContext or handed on, never copied')
  return found
}
