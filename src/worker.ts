// The worker process: works off the queue and does what falls due. Any number of them on one database.
import { createWork } from './app.ts'
import { followBankHolidays } from './features/calendars/index.ts'
import { startJobs } from './platform/jobs.ts'
import { startUp } from './start-up.ts'

await startUp(async ({ installation, onStop }) => {
  onStop(await followBankHolidays(installation))
  const work = createWork(installation)
  const worker = await startJobs(installation, work.jobs, work.sweeps)
  onStop(async () => {
    await worker.stop()
    work.close()
  })
  process.stdout.write('working\n')
})
