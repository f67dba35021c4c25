import { type ClockSetting, machineClock, tickingClock } from './clock.ts'
import type { Config } from './config.ts'
import type { Installation } from './context.ts'
import { keepEmbedded } from './database/embedded-keeping.ts'
import { connect, json, type Reader, type Transaction } from './database/index.ts'
import { migrate } from './database/migrate.ts'
import type { Log } from './log.ts'

export type Opened = { readonly installation: Installation; readonly close: () => Promise<void> }

/** Opens an installation: its database (the embedded one unless another is given), brought up to date, and its clock. */
export const openInstallation = async (config: Config, log: Log): Promise<Opened> => {
  const embedded = config.databaseUrl === null ? await keepEmbedded(config.dataDir, log) : null
  const closeDatabase = async () => embedded?.stop()
  try {
    return await openOn({ config, log, url: config.databaseUrl ?? embedded?.url ?? '', closeDatabase })
  } catch (problem) {
    await closeDatabase()
    throw problem
  }
}

type Opening = {
  readonly config: Config
  readonly log: Log
  readonly url: string
  readonly closeDatabase: () => Promise<void>
}

const openOn = async ({ config, log, url, closeDatabase }: Opening): Promise<Opened> => {
  const ownerUrl = config.migrationDatabaseUrl ?? url
  await migrate(ownerUrl)
  const onError = (problem: Error) => log.warn({ err: problem }, 'a database connection was lost')
  const connections = connect(url, { onError })
  const reports = config.databaseReadUrl ? connect(config.databaseReadUrl, { onError }) : connections
  const clock = config.demo ? await demonstrationClock(config, connections.kysely) : machineClock
  const watching = config.demo ? watchClock(connections.kysely, clock as ReturnType<typeof tickingClock>) : null
  const installation: Installation = { config, clock, log, connections, reports, ownerUrl }
  const close = async () => {
    if (watching) clearInterval(watching)
    await connections.end()
    if (reports !== connections) await reports.end()
    await closeDatabase()
  }
  return { installation, close }
}

const clockSetting = 'demonstration-clock'

/** What the demonstration's clock was last set to; every process of the installation follows it. */
export const readClockSetting = async (db: Reader): Promise<ClockSetting | null> => {
  const row = await db.selectFrom('settings').select('value').where('name', '=', clockSetting).executeTakeFirst()
  return (row?.value as ClockSetting | undefined) ?? null
}

/** Sets the demonstration's clock, for every process. */
export const setClock = async (tx: Transaction, shows: Temporal.Instant): Promise<ClockSetting> => {
  const value = { machine: machineClock.now().toString(), shows: shows.toString() }
  await tx
    .insertInto('settings')
    .values({ name: clockSetting, value: json(value) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json(value) }))
    .execute()
  return value
}

const demonstrationClock = async (config: Config, db: Reader) => {
  const start = Temporal.PlainDateTime.from(config.demoClock).toZonedDateTime('Europe/London').toInstant()
  return tickingClock(
    (await readClockSetting(db)) ?? { machine: machineClock.now().toString(), shows: start.toString() },
  )
}

const watchClock = (db: Reader, clock: ReturnType<typeof tickingClock>): NodeJS.Timeout => {
  const look = async (): Promise<void> => {
    const setting = await readClockSetting(db).catch(() => null)
    if (setting) clock.set(setting)
  }
  const timer = setInterval(() => void look(), 1000)
  timer.unref()
  return timer
}
