// bank-holidays.json is the file that gov.uk publishes (gov.uk/bank-holidays.json); docs/operations.md says how a newer one is read.
import file from './bank-holidays.json' with { type: 'json' }

const date = (year: number, month: number, day: number): Temporal.PlainDate =>
  Temporal.PlainDate.from({ year, month, day })

/** Easter Sunday by the Gregorian rule (Meeus, Jones and Butcher). */
export const easterSunday = (year: number): Temporal.PlainDate => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const e = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7
  const g = e + f - 7 * Math.floor((a + 11 * e + 22 * f) / 451) + 114
  return date(year, Math.floor(g / 31), (g % 31) + 1)
}

const mondayOnOrAfter = (day: Temporal.PlainDate): Temporal.PlainDate => day.add({ days: (8 - day.dayOfWeek) % 7 })

const lastMondayOf = (year: number, month: number): Temporal.PlainDate => {
  const last = date(year, month, 1).add({ months: 1 }).subtract({ days: 1 })
  return last.subtract({ days: last.dayOfWeek - 1 })
}

// By royal proclamation: days moved, and days given once (gov.uk/bank-holidays).
const early: Readonly<Record<number, string>> = { 2020: '2020-05-08' }
const spring: Readonly<Record<number, string>> = { 2022: '2022-06-02' }
const once: Readonly<Record<number, readonly string[]>> = { 2022: ['2022-06-03', '2022-09-19'], 2023: ['2023-05-08'] }

const given = (text: string | undefined): Temporal.PlainDate | null => (text ? Temporal.PlainDate.from(text) : null)

const christmas = (year: number): readonly Temporal.PlainDate[] => {
  const day = date(year, 12, 25)
  // Christmas Day and Boxing Day on a weekend have their substitutes on the first working days that follow.
  const shift = { 5: [0, 3], 6: [2, 3], 7: [2, 1] }[day.dayOfWeek] ?? [0, 1]
  return shift.map((days) => day.add({ days }))
}

const newYear = (year: number): Temporal.PlainDate => {
  const day = date(year, 1, 1)
  return day.dayOfWeek > 5 ? mondayOnOrAfter(day) : day
}

/** The same without the file: what the statutes and proclamations known here come to. */
export const bankHolidaysByRule = (year: number): readonly Temporal.PlainDate[] => {
  const easter = easterSunday(year)
  return [
    newYear(year),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    given(early[year]) ?? mondayOnOrAfter(date(year, 5, 1)),
    given(spring[year]) ?? lastMondayOf(year, 5),
    lastMondayOf(year, 8),
    ...(once[year] ?? []).map((text) => Temporal.PlainDate.from(text)),
    ...christmas(year),
  ].toSorted(Temporal.PlainDate.compare)
}

export type BankHoliday = { readonly on: Temporal.PlainDate; readonly title: string; readonly notes: string }

const byYear = (days: readonly BankHoliday[]): ReadonlyMap<number, readonly BankHoliday[]> =>
  Map.groupBy(
    days.toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on)),
    ({ on }) => on.year,
  )

const shipped = byYear(
  file['england-and-wales'].events.map(({ title, date, notes }) => ({
    on: Temporal.PlainDate.from(date),
    title,
    notes,
  })),
)
let published = shipped
const days = new Map<number, ReadonlySet<string>>()

/** Takes the bank holidays as they were read last: years among them stand in place of those that came with the program. */
export const knowBankHolidays = (read: readonly BankHoliday[]): void => {
  published = new Map([...shipped, ...byYear(read)])
  days.clear()
}

/** The bank holidays of England and Wales in a calendar year with their names, where they have been published. */
export const publishedBankHolidays = (year: number): readonly BankHoliday[] => published.get(year) ?? []

/** The bank holidays of England and Wales in a calendar year, in order: as published where the year is known, by statute beyond. */
export const bankHolidaysOf = (year: number): readonly Temporal.PlainDate[] =>
  published.get(year)?.map(({ on }) => on) ?? bankHolidaysByRule(year)

/** Whether a day is a bank holiday of England and Wales. */
export const isBankHoliday = (day: Temporal.PlainDate): boolean => {
  const known = days.get(day.year) ?? new Set(bankHolidaysOf(day.year).map(String))
  days.set(day.year, known)
  return known.has(day.toString())
}

/** What a bank holiday is called; null for any other day, and without a name where it has not been published yet. */
export const bankHolidayOn = (day: Temporal.PlainDate): string | null => {
  if (!isBankHoliday(day)) return null
  return publishedBankHolidays(day.year).find(({ on }) => on.equals(day))?.title ?? 'Bank holiday'
}

/** The years whose bank holidays have been published. */
export const yearsPublished = (): readonly number[] => [...published.keys()].toSorted((one, other) => one - other)
