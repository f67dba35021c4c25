import { join } from 'node:path'
import { loadDemonstrationIfEmpty } from '../db/seeds/load.ts'
import { readConfig, WrongSetting } from './platform/config.ts'
import type { Installation } from './platform/context.ts'
import { CannotStart } from './platform/database/embedded.ts'
import { openInstallation } from './platform/installation.ts'
import { createLog } from './platform/log.ts'

export type Started = { readonly installation: Installation; readonly onStop: (stop: () => Promise<void>) => void }

const checkout = join(import.meta.dirname, '..')

/** Opens the installation, runs a process on it, and stops it cleanly on SIGINT and SIGTERM. What prevents a start is one line. */
export const startUp = async (run: (started: Started) => Promise<void>): Promise<void> => {
  const stops: (() => Promise<void>)[] = []
  const stop = async () => {
    for (const each of stops.reverse()) await each()
  }
  const stopAndExit = async (): Promise<void> => {
    const status = await stop().then(
      () => 0,
      () => 1,
    )
    process.exit(status)
  }
  const stopOnce = once(() => void stopAndExit())
  process.on('SIGINT', stopOnce)
  process.on('SIGTERM', stopOnce)
  try {
    const config = readConfig(process.env, checkout)
    const opened = await openInstallation(config, createLog(config.logLevel))
    stops.push(opened.close)
    if (config.demo) await loadDemonstrationIfEmpty(opened.installation)
    await run({ installation: opened.installation, onStop: (each) => stops.push(each) })
  } catch (problem) {
    process.stderr.write(`${sentenceOf(problem)}\n`)
    await stop().catch(() => {})
    process.exit(1)
  }
}

const once = (work: () => void): (() => void) => {
  let done = false
  return () => {
    if (done) return
    done = true
    work()
  }
}

const sentenceOf = (problem: unknown): string => {
  if (problem instanceof WrongSetting || problem instanceof CannotStart) return `Cannot start: ${problem.message}`
  const { code, message, stack } = problem as Error & { code?: string }
  if (code === 'EADDRINUSE')
    return `Cannot start: another program listens on this port already (${message}). Set PORT to a free one.`
  if (code === 'EACCES') return `Cannot start: not allowed (${message}).`
  if (code === 'ECONNREFUSED' || code === '28P01' || code === '3D000')
    return `Cannot start: the database of DATABASE_URL cannot be used (${message || code}).`
  return `Cannot start: ${stack ?? message}`
}
