import { localDate } from '../../vocabulary/local-time.ts'
import type { Made } from './mark.ts'

/** Somebody's part in a group that is over: they led it, or worked for its hub, from a moment until another. */
export type FormerPart = {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
}

const isWithin = (at: Temporal.Instant, { from, until }: FormerPart): boolean =>
  Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0

/**
 * Whether a mark that arrives after its maker's part was over had been made during it, at a session of that time: then it is taken as
 * if it had arrived at once. A device whose clock was set meanwhile cannot say so.
 */
export const wasMadeDuring = (parts: readonly FormerPart[], made: Made, sessionOn: Temporal.PlainDate): boolean =>
  made.device?.isChanged !== true &&
  Temporal.PlainDate.compare(sessionOn, localDate(made.at)) <= 0 &&
  parts.some((part) => isWithin(made.at, part))

/** The last day of parts that are over. */
export const lastDayOf = (parts: readonly FormerPart[]): Temporal.PlainDate | null =>
  parts
    .map(({ until }) => localDate(until.subtract({ nanoseconds: 1 })))
    .toSorted(Temporal.PlainDate.compare)
    .at(-1) ?? null
