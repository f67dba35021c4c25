// Reading the schools register, beside the bare COPY of the same file into a table of texts.
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerColumns } from '../db/seeds/registers/columns.ts'
import { connectAsOwner } from '../src/platform/database/copy.ts'
import { startEmbedded } from '../src/platform/database/embedded.ts'
import { migrate } from '../src/platform/database/migrate.ts'
import { startProgram } from '../test/support/program.ts'
import { type Measured, repeat, summary } from './measure.ts'
import { writeRegister } from './register-file.ts'
import type { Row } from './rows.ts'

const bareCopies = 3
const mostTimes = 3
const mostMegabytes = 150

const copyBare = async (url: string, file: string): Promise<Measured> => {
  const owner = await connectAsOwner(url)
  const columns = registerColumns.map((name) => `"${name}" text`).join(', ')
  try {
    return await repeat(bareCopies, async () => {
      await owner.query('drop table if exists bench_register')
      await owner.query(`create table bench_register (${columns})`)
      await owner.copyIn(
        `copy bench_register from stdin (format csv, header, encoding 'LATIN1')`,
        createReadStream(file),
      )
    })
  } finally {
    await owner.query('drop table if exists bench_register')
    await owner.end()
  }
}

const read = async (url: string, file: string): Promise<{ took: readonly number[]; megabytes: number }> => {
  const program = startProgram('bench/read-register.ts', {}, [url, file])
  const status = await program.ended
  if (status !== 0) throw new Error(`The register could not be read: ${program.errors()}`)
  return JSON.parse(program.output())
}

/** Two rows for a register of so many schools: when it is new, and when it comes again a day later. */
export const readingRows = async (
  count: number,
): Promise<{ readonly rows: readonly Row[]; readonly memory: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const database = await startEmbedded({ dataDir: join(folder, 'data') })
  const file = join(folder, 'register.csv')
  try {
    await migrate(database.url)
    await writeRegister(file, count)
    const limit = await copyBare(database.url, file)
    const { took, megabytes } = await read(database.url, file)
    const rows = ['for the first time', 'again'].map((when, turn) => {
      const ours = summary([took[turn] ?? Number.NaN], (took[turn] ?? Number.NaN) / 1000)
      const ratio = ours.p50 / limit.p50
      const work = `import schools, ${count.toLocaleString('en-GB')} × ${registerColumns.length}, ${when}`
      return {
        work,
        against: 'COPY of the same file',
        ours,
        limit,
        ratio,
        goal: `≤ ${mostTimes}`,
        met: ratio <= mostTimes,
      }
    })
    const within = megabytes < mostMegabytes ? 'within' : 'over'
    return { rows, memory: `${Math.round(megabytes)} MB at the most, ${within} ${mostMegabytes} MB` }
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
