import { monthName } from './local-time.ts'

const monthNumber = (text: string): number | null => {
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const typed = text.toLowerCase().replace(/\.$/, '')
  for (let month = 1; month <= 12; month += 1) {
    const name = monthName(month).toLowerCase()
    if (name === typed || name.slice(0, 3) === typed || (name === 'september' && typed === 'sept')) return month
  }
  return null
}

const isYear = (text: string): boolean => /^\d{4}$/.test(text) && Number(text) >= 1900 && Number(text) <= 2200

/** The date made of three typed parts; null when there is no such date (31 June, 29 February 2021), none of our centuries, or a part is missing. */
export const dateFromParts = (
  day: string | number,
  month: string | number,
  year: string | number,
): Temporal.PlainDate | null => {
  const [dayText, yearText] = [String(day).trim(), String(year).trim()]
  const monthValue = monthNumber(String(month).trim())
  if (!/^\d{1,2}$/.test(dayText) || !isYear(yearText) || monthValue === null) return null
  try {
    return Temporal.PlainDate.from(
      { year: Number(yearText), month: monthValue, day: Number(dayText) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}

/** Reads 2021-11-17, 17/11/2021, 17 11 2021, 17-11-2021 and 17 November 2021; null for anything else. */
export const parseDate = (text: string): Temporal.PlainDate | null => {
  const typed = text.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed)
  if (iso) return dateFromParts(iso[3] ?? '', iso[2] ?? '', iso[1] ?? '')
  const parts = /^(\d{1,2})(?:st|nd|rd|th)?[\s/.-]+([a-z]+\.?|\d{1,2})[\s/.,-]+(\d{4})$/i.exec(typed)
  return parts ? dateFromParts(parts[1] ?? '', parts[2] ?? '', parts[3] ?? '') : null
}

const hourOfDay = (hour: number, half: string | undefined): number | null => {
  if (!half) return hour <= 23 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.startsWith('p') ? 12 : 0)
}

/** Reads 9:30am, 9.30 am, 2pm, 14:30, 0930, midday and midnight; null for anything else. */
export const parseTime = (text: string): Temporal.PlainTime | null => {
  const typed = text.trim().toLowerCase()
  if (typed === 'midday' || typed === 'noon') return Temporal.PlainTime.from('12:00')
  if (typed === 'midnight') return Temporal.PlainTime.from('00:00')
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?(?::00)?\s*(am|pm|a\.m\.|p\.m\.)?$/.exec(typed)
  if (!found || (!found[2] && !found[3])) return null
  const hour = hourOfDay(Number(found[1]), found[3])
  const minute = Number(found[2] ?? 0)
  return hour === null || minute > 59 ? null : Temporal.PlainTime.from({ hour, minute })
}
