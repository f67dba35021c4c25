import type { Installation } from '../../platform/context.ts'
import { listen } from '../../platform/database/listen.ts'
import { knowBankHolidays } from '../../vocabulary/bank-holidays.ts'
import { bankHolidaysRead } from './queries.ts'

/** Takes the bank holidays as they were read last: for a command, which is over before they change. */
export const catchUpWithBankHolidays = async ({ connections }: Installation): Promise<void> =>
  knowBankHolidays(await bankHolidaysRead(connections.kysely))

/** Keeps this process up with the bank holidays that were read last, also by another process; gives how to stop. */
export const followBankHolidays = async (installation: Installation): Promise<() => Promise<void>> => {
  await catchUpWithBankHolidays(installation)
  const listening = listen(installation.connections.url, 'bank_holidays', () => {
    catchUpWithBankHolidays(installation).catch((problem: unknown) =>
      installation.log.warn({ err: problem }, 'the bank holidays could not be read'),
    )
  })
  return () => listening.stop()
}
