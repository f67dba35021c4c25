import { globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { parseArgs } from 'node:util'
import { preparations, runChecks } from './checks.ts'
import { enterTestServer } from './server.ts'
import { prepareTemplate } from './template.ts'

type Counts = { readonly passed: number; readonly failed: number }

const root = join(import.meta.dirname, '../..')
// Each file is a process of its own and reads the same program: what Node has made of it is kept for the next.
process.env['NODE_COMPILE_CACHE'] ??= join(root, '.cache/compiled')

const everyTest = ['src/**/*.test.ts', 'test/**/*.test.ts', 'db/**/*.test.ts']

/** The test files that a path means: itself, those below it, or the one beside it. */
const filesOf = (path: string): readonly string[] => {
  const whole = resolve(process.env['CALLED_FROM'] ?? process.cwd(), path)
  const found = statSync(whole, { throwIfNoEntry: false })
  if (found?.isDirectory())
    return globSync('**/*.test.ts', { cwd: whole, exclude: ['**/node_modules'] }).map((name) => join(whole, name))
  const file = whole.endsWith('.test.ts') ? whole : whole.replace(/\.ts$/, '.test.ts')
  return statSync(file, { throwIfNoEntry: false }) ? [file] : []
}

const chosenFiles = (paths: readonly string[]): readonly string[] => {
  if (paths.length === 0) return globSync(everyTest, { cwd: root }).map((name) => join(root, name))
  return paths.flatMap((path) => {
    const files = filesOf(path)
    if (files.length === 0) throw new Error(`No test is found at ${path}.`)
    return files
  })
}

type Event = { readonly type: string; readonly data: unknown }
type Summary = {
  readonly file?: string
  readonly success: boolean
  readonly duration_ms: number
  readonly counts: { readonly passed: number; readonly failed: number; readonly cancelled: number }
}

const told = new Set(['test:fail', 'test:stdout', 'test:stderr', 'test:coverage'])

/** long: in a process of its own; a journey needs a browser and the whole world, but is no longer than a few of its kind. */
const kindOf = (file: string): 'long' | 'journey' | 'short' => {
  const path = relative(root, file)
  if (/^test\/journeys\//.test(path)) return 'journey'
  return /^test\/(?!architecture|components|history|support)/.test(path) ? 'long' : 'short'
}

// Of this run alone: another in the same checkout has its own.
const togetherIn = join(root, '.cache/together', String(process.pid))

/** One process for several files, each a suite of its own: to start the program takes longer than most of them. */
const together = (name: string, files: readonly string[], most: number): readonly string[] => {
  if (files.length <= most) return files
  const groups = Object.values(Object.groupBy(files, (_, at) => at % Math.ceil(files.length / most)))
  return groups.map((group = [], at) => {
    const suite = (file: string) =>
      `describe(${JSON.stringify(relative(root, file))}, async () => { await import(${JSON.stringify(file)}) })\n`
    const path = join(togetherIn, `${name}-${at + 1}.test.ts`)
    writeFileSync(path, `import { describe } from 'node:test'\n${group.map(suite).join('')}`)
    return path
  })
}

/**
 * What takes longest comes first, so that nothing long is left for the end alone; but beside the first that makes the demonstration
 * world, for which the others of its kind would have to wait, come two that do without.
 */
const inOrder = (files: readonly string[]): string[] => {
  const { long = [], journey = [], short = [] } = Object.groupBy([...new Set(files)].sort(), kindOf)
  mkdirSync(togetherIn, { recursive: true })
  const [first, second, ...rest] = together('short', short, 30)
  const beside = [first, second].filter((file) => file !== undefined)
  return [...long.slice(0, 1), ...beside, ...long.slice(1), ...together('journeys', journey, 4), ...rest]
}

/** Runs the files three at a time, for some wait rather than work; one line a file, and the whole story only of what failed. */
const runTests = async (files: readonly string[], signal: AbortSignal): Promise<Counts> => {
  let counts = { passed: 0, failed: 0 }
  let unread = 0
  const hear = (summary: Summary) => {
    const { passed, failed, cancelled } = summary.counts
    if (summary.file === undefined) counts = { passed, failed: failed + cancelled }
    else {
      // A file that cannot be read is a suite that failed, and no test of it.
      if (!summary.success && failed + cancelled === 0) unread += 1
      const line = `${relative(root, summary.file)} (${passed + failed + cancelled} tests, ${(summary.duration_ms / 1000).toFixed(1)} s)`
      console.log(`${summary.success ? '✔' : '✖'} ${line}`)
    }
  }
  const events = run({ files: inOrder(files), concurrency: 3, timeout: 600_000, cwd: root, signal })
  const failures = async function* (source: AsyncIterable<Event>) {
    for await (const event of source) {
      if (event.type === 'test:summary') hear(event.data as Summary)
      if (told.has(event.type)) yield event
    }
  }
  for await (const words of events.compose(failures).compose(spec)) process.stdout.write(String(words))
  return { passed: counts.passed, failed: counts.failed + unread }
}

const withServer = async (files: readonly string[]): Promise<Counts> => {
  const server = await enterTestServer()
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort())
  try {
    await prepareTemplate(server.url)
    process.env['TEST_SERVER_URL'] = server.url
    return await runTests(files, interrupted.signal)
  } finally {
    rmSync(togetherIn, { recursive: true, force: true })
    delete process.env['TEST_SERVER_URL']
    await server.leave()
  }
}

const sum = (...all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
})

const given = parseArgs({ allowPositionals: true, options: { passed: { type: 'string' }, failed: { type: 'string' } } })
const before = { passed: Number(given.values.passed ?? 0), failed: Number(given.values.failed ?? 0) }
const unfit = (error: unknown): Counts => {
  console.error(error instanceof Error ? error.message : String(error))
  return { passed: 0, failed: 1 }
}

const everything = given.positionals.length === 0
// One after the other: a type checker beside three tests takes twice its time, and they theirs.
const checked = everything ? await runChecks(preparations) : sum()
const tested = await Promise.resolve(given.positionals).then(chosenFiles).then(withServer).catch(unfit)
const { passed, failed } = sum(before, checked, tested)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
