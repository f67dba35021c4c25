import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { invariants } from '../invariants.ts'
import type { Installation } from '../platform/context.ts'
import { type Fault, findFaultsQuickly } from '../platform/invariants.ts'
import { mailServerFault } from '../platform/mail/send.ts'
import { opened, say } from './opened.ts'
import type { Input } from './usage.ts'

/** The installation's health: settings, migrations, mail, and every rule of the data; one line a fault, exit 1 if there is any. */
export const check = ({ json }: Input): Promise<number> =>
  opened(async (installation) => {
    const faults = [
      ...(await missingMigrations(installation)),
      ...(await mailFaults(installation)),
      ...(await findFaultsQuickly(installation.connections.kysely, invariants)),
    ]
    if (json) say(JSON.stringify(faults))
    else for (const { rule, fault } of faults) say(`${rule}: ${fault}`)
    return faults.length === 0 ? 0 : 1
  })

const missingMigrations = async ({ connections }: Installation): Promise<readonly Fault[]> => {
  const files = (await readdir(join(import.meta.dirname, '../../db/migrations'))).filter((name) =>
    name.endsWith('.sql'),
  )
  const { rows } = await connections.pool.query<{ name: string }>('select name from migrations')
  const done = new Set(rows.map((row) => row.name))
  return files
    .filter((name) => !done.has(name))
    .map((name) => ({ rule: 'Every migration has been applied', fault: `${name} has not` }))
}

const mailFaults = async ({ config }: Installation): Promise<readonly Fault[]> => {
  const fault = await mailServerFault(config.mailUrl)
  return fault ? [{ rule: 'The mail server answers', fault }] : []
}
