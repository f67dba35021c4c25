import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readBankHolidays } from '../features/calendars/index.ts'
import { createContext } from '../platform/context.ts'
import { Refused } from '../platform/errors.ts'
import { newId } from '../vocabulary/ids.ts'
import { formatDay } from '../vocabulary/local-time.ts'
import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new Refused(`${path} cannot be read.`)
  }
}

const tell = ({ days, years, added, gone }: Awaited<ReturnType<typeof readBankHolidays>>, json: boolean): void => {
  const dates = (which: typeof added) => which.map(({ on }) => on.toString())
  if (json) {
    say(JSON.stringify({ days, years, added: dates(added), gone: dates(gone) }))
    return
  }
  say(`Read ${days} bank holidays of ${years[0]} to ${years.at(-1)}.`)
  for (const { on, title } of added) say(`  new: ${formatDay(on)}, ${title}`)
  for (const { on, title } of gone) say(`  no longer: ${formatDay(on)}, ${title}`)
}

/** Reads the bank holidays anew; every running process follows at once. */
export const importBankHolidays = ({ words, json }: Input): Promise<number> =>
  opened(async (installation) => {
    const context = createContext(installation, { kind: 'system', task: 'operator' }, newId())
    try {
      tell(await readBankHolidays(context, await textOf(resolve(words[0] ?? ''))), json)
      return 0
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      process.stderr.write(`${problem.message}\n`)
      return 1
    }
  })
