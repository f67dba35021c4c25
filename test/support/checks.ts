import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { totalmem } from 'node:os'
import { join } from 'node:path'

/** What is checked without running the product: each is one line of the closing count. */
export type Check = { readonly name: string; readonly command: readonly string[] }

const root = join(import.meta.dirname, '../..')
const installed = (program: string) => join('node_modules/.bin', program)
const generator = 'docs/generate.ts'

export const staticChecks: readonly Check[] = [
  {
    name: 'types and floating promises',
    command: [installed('oxlint'), '--type-aware', '--type-check', '--deny-warnings', '--quiet'],
  },
  { name: 'boundaries', command: ['node', 'test/architecture/boundaries.ts'] },
  { name: 'unused code', command: [installed('knip'), '--no-progress'] },
  { name: 'lint and format', command: [installed('biome'), 'check', '--diagnostic-level=warn', '--error-on-warnings'] },
]

/** Not checked but brought: the machine fetches it while the type checker works. */
const browser: Check = { name: 'a browser for the tests', command: ['script/browser'] }

/** Documents, the picture of the database and its types, all made from the code: are they what the code makes today? */
const freshness: readonly Check[] = existsSync(join(root, generator))
  ? [{ name: 'generated files are fresh', command: ['node', generator, '--check'] }]
  : []

const [types, ...others] = staticChecks

/** What a whole run begins with, the longest first. */
export const preparations: readonly Check[] = [...(types ? [types] : []), browser, ...others, ...freshness]

// The type checker keeps most of what it makes: to look for what it could let go of takes a third of its time. Where there is
// little memory it looks as often as ever.
const roomy = totalmem() > 8 * 2 ** 30 ? { GOGC: '400', ...process.env } : process.env

const passes = ({ name, command }: Check): Promise<boolean> =>
  new Promise((resolve) => {
    const [program = '', ...rest] = command
    const began = performance.now()
    const child = spawn(program, rest, { cwd: root, env: roomy, stdio: ['ignore', 'pipe', 'pipe'] })
    let words = ''
    const hear = (chunk: Buffer) => {
      words += chunk.toString()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('error', hear)
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds} s)`)
      if (code !== 0) console.log(words.trimEnd())
      resolve(code === 0)
    })
  })

/** Runs the checks two at a time and says how many passed and failed. */
export const runChecks = async (checks: readonly Check[]): Promise<{ passed: number; failed: number }> => {
  const waiting = [...checks]
  let passed = 0
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) if (await passes(check)) passed += 1
  }
  await Promise.all([worker(), worker()])
  return { passed, failed: checks.length - passed }
}

if (import.meta.main) {
  const { failed } = await runChecks(staticChecks)
  process.exitCode = failed === 0 ? 0 : 1
}
