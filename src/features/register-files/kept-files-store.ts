import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { machineClock } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import { uploadsFolder } from '../../platform/uploads.ts'

/** Where a file lies from its coming until it has been read. */
export const keptAt = (config: Config, id: string): string => join(uploadsFolder(config), `${id}.csv`)

export const forgetFile = (config: Config, id: string): Promise<void> => rm(keptAt(config, id), { force: true })

export const isKept = async (config: Config, id: string): Promise<boolean> =>
  (await stat(keptAt(config, id)).catch(() => null))?.isFile() === true

const longEnough = Temporal.Duration.from({ hours: 12 })

/** Takes away what was left when a process was killed: files that nobody is going to read. */
export const forgetLeftFiles = async (config: Config, needed: ReadonlySet<string>): Promise<void> => {
  const folder = uploadsFolder(config)
  const before = machineClock.now().subtract(longEnough).epochMilliseconds
  for (const name of await readdir(folder).catch(() => [])) {
    if (needed.has(name.replace(/\.csv$/, ''))) continue
    const about = await stat(join(folder, name)).catch(() => null)
    if (about !== null && about.mtimeMs < before) await rm(join(folder, name), { force: true })
  }
}
