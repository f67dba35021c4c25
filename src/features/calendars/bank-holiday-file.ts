import { Refused } from '../../platform/errors.ts'
import type { BankHoliday } from '../../vocabulary/bank-holidays.ts'

const known = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined

const dayOf = (text: unknown): Temporal.PlainDate | null => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

const eventOf = (event: unknown, at: number): BankHoliday => {
  const [title, notes] = [known(event, 'title'), known(event, 'notes')]
  const on = dayOf(known(event, 'date'))
  if (typeof title !== 'string' || title.trim() === '' || title.length > 200)
    throw new Refused(`Day ${at + 1} of the file has no title.`)
  if (!on) throw new Refused(`“${title}” has no date like 2027-12-27.`)
  return { on, title, notes: typeof notes === 'string' ? notes.slice(0, 200) : '' }
}

const leastOfAYear = 6
const mostDays = 1000

/** The bank holidays of England and Wales in the file that gov.uk publishes (gov.uk/bank-holidays.json), or a sentence that says what is wrong with it. */
export const bankHolidaysIn = (text: string): readonly BankHoliday[] => {
  let file: unknown
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new Refused('This is not the file from gov.uk/bank-holidays.json: it cannot be read as JSON.')
  }
  const events = known(known(file, 'england-and-wales'), 'events')
  if (!Array.isArray(events) || events.length === 0)
    throw new Refused('The file has no bank holidays of “england-and-wales”.')
  if (events.length > mostDays) throw new Refused(`The file has more than ${mostDays} days.`)
  const days = events.map(eventOf)
  const twice = days.find(({ on }, at) => days.findIndex((other) => other.on.equals(on)) !== at)
  if (twice) throw new Refused(`${twice.on} stands in the file twice.`)
  for (const [year, ofYear] of Map.groupBy(days, ({ on }) => on.year))
    if (ofYear.length < leastOfAYear)
      throw new Refused(
        `The file has only ${ofYear.length} bank holidays of ${year}: a year that it names must be whole.`,
      )
  return days
}
