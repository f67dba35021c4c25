/** What a device's clock said when something was done on it, and how far it was behind ours when they last met. */
export type DeviceTime = {
  readonly at: Temporal.Instant
  readonly behindSeconds: number
  /** The clock was set to another time between that meeting and the sending: the time may be wrong. */
  readonly isChanged: boolean
}

/** A difference of clocks from which it is worth a word. */
const noticeable = 60

/** The time by our clock: what the device said, put right; never later than it arrived. */
export const correctedTime = ({ at, behindSeconds }: DeviceTime, now: Temporal.Instant): Temporal.Instant => {
  const corrected = at.add({ milliseconds: behindSeconds * 1000 })
  return Temporal.Instant.compare(corrected, now) > 0 ? now : corrected
}

const units = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** 3 hours, 2 days: the largest unit, rounded. */
export const spanInWords = (seconds: number): string => {
  const [unit, length] = units.find(([, each]) => seconds >= each) ?? units[2]
  const count = Math.max(1, Math.round(seconds / length))
  return `${count.toLocaleString('en-GB')} ${unit}${count === 1 ? '' : 's'}`
}

/** What is said of the clock of a device beside a time that was made with it; null when there is nothing to say. */
export const clockInWords = ({ behindSeconds, isChanged }: Omit<DeviceTime, 'at'>): string | null => {
  if (isChanged) return 'the clock of the device was changed meanwhile, so the time may be wrong'
  if (Math.abs(behindSeconds) < noticeable) return null
  return `the clock of the device was ${spanInWords(Math.abs(behindSeconds))} ${behindSeconds > 0 ? 'slow' : 'fast'}, which is put right`
}
