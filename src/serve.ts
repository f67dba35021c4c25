// Everything on one machine: the database, the web and the worker in one command.

import { announce } from './announce.ts'
import { createApp, createJobs, sweeps } from './app.ts'
import { startJobs } from './platform/jobs.ts'
import { startUp } from './start-up.ts'

await startUp(async ({ installation, onStop }) => {
  const app = await createApp(installation)
  const mail = createJobs(installation)
  const worker = await startJobs(installation, mail.jobs, sweeps)
  onStop(async () => {
    await app.close()
    await worker.stop()
    mail.close()
  })
  await app.listen({ host: installation.config.host, port: installation.config.port })
  await announce(installation)
})
