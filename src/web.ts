// The web process: any number of them on one database.
import { createApp } from './app.ts'
import { startUp } from './start-up.ts'

await startUp(async ({ installation, onStop }) => {
  const app = await createApp(installation)
  onStop(() => app.close())
  await app.listen({ host: installation.config.host, port: installation.config.port })
  process.stdout.write(`ready ${installation.config.baseUrl}\n`)
})
