import { resolve } from 'node:path'
import { CannotRestore, makeBackup, restoreBackup } from '../platform/backup/index.ts'
import type { Installation } from '../platform/context.ts'
import { erasedAgain, keepErasures, listBeside } from './erasures.ts'
import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

/** Writes the whole installation into one file, while it goes on working, and beside it the list of who was erased. */
export const backUp = ({ words, json }: Input): Promise<number> =>
  opened(async (installation) => {
    const file = resolve(words[0] ?? '')
    const { tables } = await makeBackup(installation, file)
    await keepErasures(installation, listBeside(file))
    say(json ? JSON.stringify({ file, tables }) : `Kept in ${file}: ${tables} tables and the files.`)
    return 0
  })

const restored = async (installation: Installation, file: string, json: boolean): Promise<number> => {
  const { madeAt, tables } = await restoreBackup(installation, file)
  const { erased, refused } = await erasedAgain(installation, listBeside(file))
  if (json) say(JSON.stringify({ madeAt, tables: tables.length, erased, refused }))
  else {
    say(`Restored: the installation as it was at ${madeAt}.`)
    if (erased > 0) say(`Erased again: ${erased} ${erased === 1 ? 'person' : 'people'} who had been erased since.`)
    for (const { personId, why } of refused)
      say(`Not erased again: ${personId}. ${why} It waits to be decided at /network/erasures.`)
  }
  return refused.length === 0 ? 0 : 1
}

/** Brings the installation back from such a file, into an empty database only, and erases again whoever was erased since. */
export const restore = ({ words, json }: Input): Promise<number> =>
  opened(async (installation) => {
    try {
      return await restored(installation, resolve(words[0] ?? ''), json)
    } catch (problem) {
      if (!(problem instanceof CannotRestore)) throw problem
      process.stderr.write(`${problem.message}\n`)
      return 1
    }
  })
