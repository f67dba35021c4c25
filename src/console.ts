// A console on the installation: `db` reads and writes, `context` acts as the operator.
import { join } from 'node:path'
import { start } from 'node:repl'
import { readConfig } from './platform/config.ts'
import { createContext } from './platform/context.ts'
import { openInstallation } from './platform/installation.ts'
import { createLog } from './platform/log.ts'
import { newId } from './vocabulary/ids.ts'

const config = readConfig(process.env, join(import.meta.dirname, '..'))
const { installation, close } = await openInstallation(config, createLog('warn'))
const console = start('tessellate> ')
Object.assign(console.context, {
  installation,
  db: installation.connections.kysely,
  context: createContext(installation, { kind: 'system', task: 'operator' }, newId()),
})
console.on('exit', () => void close().then(() => process.exit(0)))
