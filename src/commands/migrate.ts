import { opened, say } from './opened.ts'

/** Opening an installation brings its database up to date. */
export const runMigrate = (): Promise<number> =>
  opened(async () => {
    say('The database is up to date.')
    return 0
  })
