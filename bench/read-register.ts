// Reads a schools register twice in a process of its own, as the command does, and prints how long each took and how much memory.
import { basename } from 'node:path'
import { importSchools } from '../src/features/national-registers/index.ts'
import { machineClock } from '../src/platform/clock.ts'
import { createContext } from '../src/platform/context.ts'
import { connect } from '../src/platform/database/index.ts'
import { silentLog } from '../src/platform/log.ts'
import { testConfig } from '../test/support/installation.ts'

const [url = '', path = ''] = process.argv.slice(2)
const connections = connect(url)
const installation = {
  config: testConfig,
  clock: machineClock,
  log: silentLog,
  connections,
  reports: connections,
  ownerUrl: url,
}
const took: number[] = []
for (const turn of ['first', 'again']) {
  const context = createContext(installation, { kind: 'system', task: 'operator' }, turn)
  const began = performance.now()
  const { counts } = await importSchools(context, { path, fileName: basename(path), force: false })
  took.push(performance.now() - began)
  if (turn === 'again' && counts.unchanged !== counts.rows) throw new Error('The same file changed something')
}
await connections.end()
// Kilobytes, as the operating system counts them.
process.stdout.write(`${JSON.stringify({ took, megabytes: process.resourceUsage().maxRSS / 1024 })}\n`)
