// Everything on one machine: the database, the web and the worker in one command.

import { announce } from './announce.ts'
import { createApp, createWork } from './app.ts'
import { followBankHolidays } from './features/calendars/index.ts'
import { keepPages } from './platform/http/kept-pages.ts'
import { startJobs } from './platform/jobs.ts'
import { startUp } from './start-up.ts'

await startUp(async ({ installation, onStop }) => {
  onStop(await followBankHolidays(installation))
  const app = await createApp(installation, keepPages(installation.connections.url))
  const work = createWork(installation)
  const worker = await startJobs(installation, work.jobs, work.sweeps)
  onStop(async () => {
    await app.close()
    await worker.stop()
    work.close()
  })
  await app.listen({ host: installation.config.host, port: installation.config.port })
  await announce(installation)
})
