import { backupCommand, restoreCommand } from './backup.ts'
import { checkCommand } from './check.ts'
import { castCommand, clockCommand, loadCommand } from './demo.ts'
import { erasuresCommand } from './erasures.ts'
import { importCommands } from './import.ts'
import { importInterestCommand } from './import-interest.ts'
import { signInLinkCommand } from './sign-in-link.ts'
import { startNetworkCommand } from './start-network.ts'
import type { Command } from './usage.ts'

const starting = (name: string, says: string, path: string): Command => ({
  name,
  usage: name,
  words: 0,
  says,
  run: async () => {
    await import(path)
    return 0
  },
})

/** Everything an operator can ask for. */
export const commands: readonly Command[] = [
  starting('web', 'runs the web process', '../web.ts'),
  starting('worker', 'runs the worker', '../worker.ts'),
  {
    name: 'migrate',
    usage: 'migrate',
    words: 0,
    says: 'brings the database up to date',
    run: async () => (await import('./migrate.ts')).runMigrate(),
  },
  loadCommand,
  castCommand,
  clockCommand,
  startNetworkCommand,
  ...importCommands,
  importInterestCommand,
  signInLinkCommand,
  checkCommand,
  backupCommand,
  restoreCommand,
  erasuresCommand,
]
