export const mostMinutes = 600

const hours = /^(\d{1,2})\s*(?::|h(?:ours?|rs?)?)\s*(?:(\d{1,2})\s*(?:m(?:in(?:ute)?s?)?)?)?(?::00)?$/i
const alone = /^(\d{1,4}(?:\.\d+)?)\s*(?:m(?:in(?:ute)?s?)?\.?)?$/i

const amountIn = (text: string): number | null => {
  const minutes = alone.exec(text)
  if (minutes) return Math.round(Number(minutes[1]))
  const clock = hours.exec(text)
  return clock ? Number(clock[1]) * 60 + Number(clock[2] ?? 0) : null
}

/** Reads how long a way takes: "35", "35 min", "1:10", "1 h 10"; a sentence where it is none. */
export const minutesIn = (typed: string): number | string => {
  const text = typed.trim()
  if (text === '') return 'It states no minutes'
  const minutes = amountIn(text)
  if (minutes === null) return `Minutes must be a number, and “${text}” is none: write 35, or 1:10`
  return minutes > mostMinutes ? `${text} is more than ten hours: write minutes, not seconds` : minutes
}
