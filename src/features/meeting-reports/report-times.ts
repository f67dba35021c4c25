import { localInstant } from '../../vocabulary/local-time.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const clock = (text: string): Temporal.PlainTime | null => {
  const [, hour, minute, second, half] =
    /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\.\d+)?\s*([ap])?\.?m?\.?/i.exec(text) ?? []
  if (hour === undefined || minute === undefined) return null
  const late = half?.toLowerCase() === 'p'
  const hours = half ? (Number(hour) % 12) + (late ? 12 : 0) : Number(hour)
  const time = { hour: hours, minute: Number(minute), second: Number(second ?? 0) }
  return time.hour < 24 && time.minute < 60 && time.second < 60 ? Temporal.PlainTime.from(time) : null
}

const date = (year: number, month: number, day: number): Temporal.PlainDate | null => {
  try {
    return Temporal.PlainDate.from({ year: year < 100 ? 2000 + year : year, month, day }, { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The days that a text may mean: 11/12/2021 is two of them, until it is known which day the session was. */
const daysIn = (text: string): readonly Temporal.PlainDate[] => {
  const written = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(text)
  if (written) return [date(Number(written[1]), Number(written[2]), Number(written[3]))].filter((day) => day !== null)
  const parts = /(\d{1,2})[/.](\d{1,2})[/.](\d{2,4})/.exec(text)
  if (parts) {
    const [one, other, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
    return [date(year, other, one), date(year, one, other)].filter((day) => day !== null)
  }
  const named = /(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s,-]+(\d{2,4})|([a-z]{3})[a-z]*\s+(\d{1,2}),?\s+(\d{4})/i.exec(text)
  if (!named) return []
  const month = months.indexOf((named[2] ?? named[4] ?? '').toLowerCase()) + 1
  return [date(Number(named[3] ?? named[6]), month, Number(named[1] ?? named[5]))].filter((day) => day !== null)
}

export type ReadTime = { readonly at: Temporal.Instant } | { readonly problem: string }

/** A moment as reports write it: with a zone, or local, with or without a day, in the order of either side of the ocean. */
export const readTime = (text: string, sessionOn: Temporal.PlainDate): ReadTime => {
  if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(text.trim()))
    return { at: Temporal.Instant.from(text.trim().replace(' ', 'T')) }
  const days = daysIn(text)
  const time = clock(text.replace(/^.*?\d{4},?\s|^\S+[/.]\S+,?\s/, ''))
  if (!time) return { problem: `“${text}” is no time` }
  if (days.length === 0 && /\d[/.-]\d/.test(text.replace(/\d{1,2}[:.]\d{2}([:.]\d{2})?/g, '')))
    return { problem: `“${text}” is no day` }
  const on = days.length === 0 ? sessionOn : days.find((day) => day.equals(sessionOn))
  return on ? { at: localInstant(on, time) } : { problem: `“${text}” is another day than that of the session` }
}

/** How long, in seconds: 1h 4m 3s, 1:04:03, 64 min, 64 (minutes). */
export const readDuration = (text: string): number | null => {
  const tidy = text.trim().toLowerCase()
  const clocked = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(tidy)
  if (clocked) return Number(clocked[1]) * 3600 + Number(clocked[2]) * 60 + Number(clocked[3] ?? 0)
  if (/^\d{1,4}(\.\d+)?$/.test(tidy)) return Math.round(Number(tidy) * 60)
  const parts = [...tidy.matchAll(/(\d+)\s*(h|m|s)[a-z]*/g)]
  if (parts.length === 0) return null
  const worth = { h: 3600, m: 60, s: 1 } as const
  return parts.reduce((sum, [, number, unit]) => sum + Number(number) * worth[unit as keyof typeof worth], 0)
}
