import { writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import {
  type ImportInput,
  type ImportReport,
  importProviders,
  importSchoolLinks,
  importSchools,
  linesOfImport,
  type RefusedRow,
  refusedAsRows,
} from '../features/national-registers/index.ts'
import { type Context, createContext } from '../platform/context.ts'
import { UnreadableFile } from '../platform/database/csv-file.ts'
import { Refused } from '../platform/errors.ts'
import { writeCsv } from '../platform/spreadsheets/index.ts'
import { newId } from '../vocabulary/ids.ts'
import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

type Import = (context: Context, input: ImportInput) => Promise<ImportReport>

/** How far it is, on a terminal only, in one line that is written over. */
const progressLine = (stream: NodeJS.WriteStream) => {
  let shown = ''
  const show = (line: string) => {
    if (!stream.isTTY || line === shown) return
    stream.write(`\r${line.padEnd(shown.length)}`)
    shown = line
  }
  return {
    progress: (step: string, share: number | null) =>
      show(share === null ? `${step} …` : `${step}: ${Math.min(100, Math.round(share * 100))} %`),
    clear: () => {
      if (shown) stream.write(`\r${' '.repeat(shown.length)}\r`)
    },
  }
}

const mostToldOnTheSpot = 20

const writeRefused = async (file: string, refused: readonly RefusedRow[]): Promise<void> => {
  await writeFile(file, writeCsv(refusedAsRows(refused)))
}

const tellRefused = ({ refused }: ImportReport, errors: string | null): void => {
  if (refused.length === 0) return
  if (errors !== null) {
    say(`The refused rows are in ${errors}.`)
    return
  }
  for (const { line, sign, name, reason } of refused.slice(0, mostToldOnTheSpot))
    say(`  line ${line}: ${[sign, name].filter(Boolean).join(' ')} ${reason}.`)
  const more = refused.length - mostToldOnTheSpot
  if (more > 0) say(`  and ${more} more: give --errors FILE to have them all.`)
}

const tell = async (report: ImportReport, { json, options }: Input): Promise<number> => {
  const errors = typeof options['errors'] === 'string' ? resolve(options['errors']) : null
  if (errors !== null) await writeRefused(errors, report.refused)
  if (json) say(JSON.stringify(report.counts))
  else {
    for (const line of linesOfImport(report)) say(line)
    tellRefused(report, errors)
  }
  return report.refused.length === 0 ? 0 : 1
}

const isForTheOperator = (problem: unknown): problem is Error =>
  problem instanceof Refused || problem instanceof UnreadableFile

const runImport = (work: Import, input: Input): Promise<number> =>
  opened(async (installation) => {
    const path = resolve(input.words[0] ?? '')
    const { progress, clear } = progressLine(process.stderr)
    const context = createContext(installation, { kind: 'system', task: 'operator' }, newId())
    const force = input.options['force'] === true
    const reading = work(context, { path, fileName: basename(path), force, progress })
    try {
      return await tell(await reading.finally(clear), input)
    } catch (problem) {
      if (!isForTheOperator(problem)) throw problem
      process.stderr.write(`${problem.message}\n`)
      return 1
    }
  })

/** The national registers, read from their files as often as they come. */
export const readSchools = (input: Input): Promise<number> => runImport(importSchools, input)
export const readSchoolLinks = (input: Input): Promise<number> => runImport(importSchoolLinks, input)
export const readProviders = (input: Input): Promise<number> => runImport(importProviders, input)
