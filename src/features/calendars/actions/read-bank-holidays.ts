import { type Context, transaction } from '../../../platform/context.ts'
import { Forbidden } from '../../../platform/errors.ts'
import { record } from '../../../platform/history.ts'
import { type BankHoliday, knowBankHolidays, publishedBankHolidays } from '../../../vocabulary/bank-holidays.ts'
import { bankHolidaysIn } from '../bank-holiday-file.ts'
import { mayKeepBankHolidays } from '../policy.ts'
import { bankHolidaysRead, networkOf } from '../queries.ts'
import { replaceBankHolidays } from '../store.ts'

export type HolidaysRead = {
  readonly days: number
  readonly years: readonly number[]
  /** Days that were not known before, and days that were known and are no longer. */
  readonly added: readonly BankHoliday[]
  readonly gone: readonly BankHoliday[]
}

const isAmong = (days: readonly BankHoliday[]) => {
  const known = new Set(days.map(({ on }) => on.toString()))
  return ({ on }: BankHoliday) => known.has(on.toString())
}

/** Reads the bank holidays anew from the text of the file that gov.uk publishes; every process follows at once. */
export const readBankHolidays = async (context: Context, text: string): Promise<HolidaysRead> => {
  if (!mayKeepBankHolidays(context.actor)) throw new Forbidden('Only the national team keeps the bank holidays')
  const days = bankHolidaysIn(text)
  const read = await transaction(context, async (tx, context) => {
    const years = [...new Set(days.map(({ on }) => on.year))].toSorted((one, other) => one - other)
    const before = years.flatMap(publishedBankHolidays)
    await replaceBankHolidays(tx, days, context.now)
    await record(tx, context, {
      name: 'bank-holidays.read',
      subject: { type: 'network', id: await networkOf(tx) },
      particulars: { days: days.length, years },
    })
    const [isKnown, isStill] = [isAmong(before), isAmong(days)]
    return {
      days: days.length,
      years,
      added: days.filter((day) => !isKnown(day)),
      gone: before.filter((day) => !isStill(day)),
    }
  })
  knowBankHolidays(await bankHolidaysRead(context.db))
  return read
}
