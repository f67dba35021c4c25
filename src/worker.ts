// The worker process: works off the queue and does what falls due. Any number of them on one database.
import { createJobs, sweeps } from './app.ts'
import { startJobs } from './platform/jobs.ts'
import { startUp } from './start-up.ts'

await startUp(async ({ installation, onStop }) => {
  const mail = createJobs(installation)
  const worker = await startJobs(installation, mail.jobs, sweeps)
  onStop(async () => {
    await worker.stop()
    mail.close()
  })
  process.stdout.write('working\n')
})
