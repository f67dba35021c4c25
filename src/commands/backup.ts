import { resolve } from 'node:path'
import { CannotRestore, makeBackup, restoreBackup } from '../platform/backup/index.ts'
import { opened, say } from './opened.ts'
import type { Command } from './usage.ts'

/** Writes the whole installation into one file, while it goes on working. */
export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  words: 1,
  says: 'writes the whole installation into a file',
  run: ({ words, json }) =>
    opened(async (installation) => {
      const file = resolve(words[0] ?? '')
      const { tables } = await makeBackup(installation, file)
      say(json ? JSON.stringify({ file, tables }) : `Kept in ${file}: ${tables} tables and the files.`)
      return 0
    }),
}

/** Brings the installation back from such a file, into an empty database only. */
export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE',
  words: 1,
  says: 'brings an installation back from its file',
  run: ({ words, json }) =>
    opened(async (installation) => {
      try {
        const { madeAt, tables } = await restoreBackup(installation, resolve(words[0] ?? ''))
        say(
          json
            ? JSON.stringify({ madeAt, tables: tables.length })
            : `Restored: the installation as it was at ${madeAt}.`,
        )
        return 0
      } catch (problem) {
        if (!(problem instanceof CannotRestore)) throw problem
        process.stderr.write(`${problem.message}\n`)
        return 1
      }
    }),
}
