import { join } from 'node:path'
import { catchUpWithBankHolidays } from '../features/calendars/index.ts'
import { readConfig, WrongSetting } from '../platform/config.ts'
import type { Installation } from '../platform/context.ts'
import { CannotStart } from '../platform/database/embedded.ts'
import { openInstallation } from '../platform/installation.ts'
import { createLog } from '../platform/log.ts'

/** Runs a command on the installation and closes it again; what prevents that is one line and exit status 1. */
export const opened = async (work: (installation: Installation) => Promise<number>): Promise<number> => {
  try {
    const config = readConfig(process.env, join(import.meta.dirname, '../..'))
    const { installation, close } = await openInstallation(config, createLog(process.env['LOG_LEVEL'] ?? 'warn'))
    try {
      await catchUpWithBankHolidays(installation)
      return await work(installation)
    } finally {
      await close()
    }
  } catch (problem) {
    if (!(problem instanceof WrongSetting || problem instanceof CannotStart)) throw problem
    process.stderr.write(`${problem.message}\n`)
    return 1
  }
}

export const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
