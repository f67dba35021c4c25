// The real programs as processes of their own, on a data folder that only they use.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { serverPid } from '../../src/platform/database/embedded-process.ts'

const root = join(import.meta.dirname, '../..')

export type Program = {
  readonly process: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  /** The exit status, once it has ended. */
  readonly ended: Promise<number | null>
  readonly says: (words: string) => Promise<void>
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const inherited = ['PATH', 'HOME', 'LD_LIBRARY_PATH', 'LANG', 'NODE_COMPILE_CACHE']

/** Only what is given here: settings of whoever runs the tests must not reach the programs. */
const environmentOf = (settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(inherited.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
  DEMO: '0',
  LOG_LEVEL: 'warn',
  ...settings,
})

export const startProgram = (
  file: string,
  settings: Readonly<Record<string, string>>,
  words: readonly string[] = [],
): Program => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, file), ...words], {
    cwd: root,
    env: environmentOf(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { output: '', errors: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    heard.output += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    heard.errors += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return {
    process: child,
    output: () => heard.output,
    errors: () => heard.errors,
    ended,
    says: async (words) => {
      await until(() => heard.output.includes(words) || child.exitCode !== null, 20_000)
      if (!heard.output.includes(words)) throw new Error(`${file} ended before it said ${words}: ${heard.errors}`)
    },
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal)
      return ended
    },
  }
}

/** Waits until something is so; fails when it is not in time. */
export const until = async (isSo: () => boolean | Promise<boolean>, milliseconds = 15_000): Promise<void> => {
  const deadline = performance.now() + milliseconds
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error(`Not so within ${milliseconds} ms: ${isSo}`)
    await wait(20)
  }
}

export type Place = {
  readonly settings: Readonly<Record<string, string>>
  readonly url: string
  readonly databasePid: () => number
  readonly leave: () => Promise<void>
}

/** A fresh data folder with its own database, ready to start programs on. */
export const freshPlace = async (more: Readonly<Record<string, string>> = {}): Promise<Place> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'faults-'))
  const port = await freePort()
  return {
    settings: { DATA_DIR: dataDir, PORT: String(port), ...more },
    url: `http://127.0.0.1:${port}`,
    databasePid: () => {
      const pid = serverPid(join(dataDir, 'postgres'))
      if (pid === null) throw new Error('No database runs')
      return pid
    },
    leave: async () => {
      const server = await startEmbedded({ dataDir })
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
