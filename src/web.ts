// The web process: any number of them on one database.
import { createApp } from './app.ts'
import { followBankHolidays } from './features/calendars/index.ts'
import { keepPages } from './platform/http/kept-pages.ts'
import { startUp } from './start-up.ts'

await startUp(async ({ installation, onStop }) => {
  onStop(await followBankHolidays(installation))
  const app = await createApp(installation, keepPages(installation.connections.url))
  onStop(() => app.close())
  await app.listen({ host: installation.config.host, port: installation.config.port })
  process.stdout.write(`ready ${installation.config.baseUrl}\n`)
})
