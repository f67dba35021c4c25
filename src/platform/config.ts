import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { type Provider, readProviders } from './providers-setting.ts'
import { WrongSetting } from './wrong-setting.ts'

export { WrongSetting } from './wrong-setting.ts'

/** The settings of one installation, read once at start. */
export type Config = {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly migrationDatabaseUrl: string | null
  readonly databaseReadUrl: string | null
  readonly baseUrl: string
  readonly mailUrl: string | null
  readonly mailFrom: string
  readonly demo: boolean
  readonly demoClock: string
  readonly secretKey: string
  readonly logLevel: string
  /** How many forms one address may send in ten minutes without being signed in. */
  readonly mostWrites: number
  /** Whose word is taken for where a request came from. */
  readonly trustedProxies: readonly string[]
  /** Other services that people sign in with. */
  readonly providers: readonly Provider[]
}

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const settings = z.object({
  HOST: optional(z.string()),
  PORT: optional(z.coerce.number('a port number from 0 to 65535').int().min(0).max(65535)),
  DATA_DIR: optional(z.string()),
  DATABASE_URL: optional(
    z.string().regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address such as postgres://user:password@host/database'),
  ),
  MIGRATION_DATABASE_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address')),
  DATABASE_READ_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'a PostgreSQL address')),
  BASE_URL: optional(z.url('an address such as https://hubs.example')),
  MAIL_URL: optional(z.string().regex(/^smtps?:\/\//, 'a mail server such as smtp://host:25')),
  MAIL_FROM: optional(z.string()),
  DEMO: optional(z.enum(['0', '1'], '0 or 1')),
  DEMO_CLOCK: optional(z.string().refine(isLocalTime, 'a local time such as 2021-10-18T09:00')),
  SECRET_KEY: optional(z.string().min(32, 'at least 32 characters')),
  MOST_WRITES: optional(z.coerce.number('a number of forms, at least 1').int().min(1)),
  TRUSTED_PROXIES: optional(
    z.string().refine(areProxies, 'addresses or networks such as 10.0.0.0/8, with commas between'),
  ),
  LOG_LEVEL: optional(z.enum(levels, levels.join(', '))),
})

const listed = (value = 'loopback'): readonly string[] => value.split(',').map((each) => each.trim())

function areProxies(value: string): boolean {
  return listed(value).every((each) => {
    const [address = '', bits] = each.split('/')
    const most = isIP(address) === 6 ? 128 : 32
    if (each === 'loopback' || each === 'linklocal' || each === 'uniquelocal') return true
    return isIP(address) > 0 && (bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most))
  })
}

function isLocalTime(value: string): boolean {
  try {
    Temporal.PlainDateTime.from(value)
    return true
  } catch {
    return false
  }
}

/** Reads the settings; stops with one line that names the wrong one. `checkout` is the folder that relative defaults stand in. */
export const readConfig = (environment: NodeJS.ProcessEnv, checkout: string): Config => {
  const read = settings.safeParse(environment)
  if (!read.success) {
    const problem = read.error.issues[0]
    const name = String(problem?.path[0])
    throw new WrongSetting(`${name} is ${JSON.stringify(environment[name])}; wanted: ${problem?.message}`)
  }
  return withDefaults(read.data, checkout, readProviders(environment))
}

const withDefaults = (given: z.infer<typeof settings>, checkout: string, providers: readonly Provider[]): Config => {
  const { HOST: host = '127.0.0.1', PORT: port = 3000, DATABASE_URL: databaseUrl = null } = given
  const dataDir = resolve(given.DATA_DIR ?? join(checkout, 'data'))
  return {
    host,
    port,
    dataDir,
    databaseUrl,
    migrationDatabaseUrl: given.MIGRATION_DATABASE_URL ?? databaseUrl,
    databaseReadUrl: given.DATABASE_READ_URL ?? null,
    baseUrl: (given.BASE_URL ?? `http://${host}:${port}`).replace(/\/$/, ''),
    mailUrl: given.MAIL_URL ?? null,
    mailFrom: given.MAIL_FROM ?? 'Tessellate <no-reply@tessellate.example>',
    demo: (given.DEMO ?? (databaseUrl === null ? '1' : '0')) === '1',
    demoClock: given.DEMO_CLOCK ?? '2021-10-18T09:00',
    secretKey: given.SECRET_KEY ?? keptSecret(dataDir, databaseUrl !== null),
    logLevel: given.LOG_LEVEL ?? 'info',
    mostWrites: given.MOST_WRITES ?? 120,
    trustedProxies: listed(given.TRUSTED_PROXIES),
    providers,
  }
}

const keptSecret = (dataDir: string, required: boolean): string => {
  if (required)
    throw new WrongSetting('SECRET_KEY is not given; wanted: at least 32 characters, because DATABASE_URL is given')
  const path = join(dataDir, 'secret-key')
  try {
    if (existsSync(path)) return readFileSync(path, 'utf8').trim()
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    return readFileSync(path, 'utf8').trim()
  } catch (problem) {
    throw new WrongSetting(
      `DATA_DIR is ${JSON.stringify(dataDir)}; wanted: a folder that can be written (${String((problem as NodeJS.ErrnoException).code)})`,
    )
  }
}

/** A key derived from the installation's secret for one use, so that no two uses share one. */
export const derivedKey = (config: Config, use: string): Buffer =>
  createHash('sha256').update(`${use}\0${config.secretKey}`).digest()
