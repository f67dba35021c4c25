import { daysApart } from './alternatives.ts'
import type { Asked } from './asked.ts'
import { type Around, isPossible, judgeDay, type Possible } from './day.ts'

export type Standing = { readonly id: string; readonly on: Temporal.PlainDate }
export type Shifted = {
  readonly id: string
  readonly before: Temporal.PlainDate
  readonly day: Possible
  /** Why it does not lie as many days later as the one that was shifted; null where it does. */
  readonly because: string | null
}

const { compare } = Temporal.PlainDate
const farthest = 21

// The day itself, then the nearest after it, then before it: never before the session that comes first.
const nearest = (
  wanted: Temporal.PlainDate,
  after: Temporal.PlainDate,
  judge: (on: Temporal.PlainDate) => Possible | null,
) => {
  const offsets = [
    0,
    ...Array.from({ length: farthest }, (_, at) => at + 1),
    ...Array.from({ length: farthest }, (_, at) => -at - 1),
  ]
  for (const offset of offsets) {
    const on = wanted.add({ days: offset })
    if (compare(on, after) <= 0) continue
    const day = judge(on)
    if (day) return day
  }
  return null
}

/**
 * Where the later sessions come to lie when one is shifted: as many days on as it, or on the nearest day that is possible, in the
 * same order. Null for one of them where no day within three weeks is possible.
 */
export const shiftLater = (
  to: Temporal.PlainDate,
  { shifted, later }: { readonly shifted: Standing; readonly later: readonly Standing[] },
  { asked, around }: { readonly asked: Asked; readonly around: Around },
): readonly (Shifted | null)[] => {
  const by = daysApart(shifted.on, to)
  const free = { ...asked, leastWeeks: 0, days: [1, 2, 3, 4, 5, 6, 7] }
  const judged = (on: Temporal.PlainDate) => judgeDay(on, free, around)
  let last = to
  return later.map((session) => {
    const wanted = session.on.add({ days: by })
    const sameWeek = (on: Temporal.PlainDate): Possible | null => {
      const day = judged(on)
      return isPossible(day) && (asked.days.includes(on.dayOfWeek) || on.equals(wanted)) ? day : null
    }
    const day = nearest(wanted, last, sameWeek)
    if (!day) return null
    last = day.on
    const first = judged(wanted)
    const why = compare(wanted, last) > 0 ? 'It would come before the session that precedes it' : null
    const because = day.on.equals(wanted)
      ? null
      : isPossible(first)
        ? (why ?? 'It would come too near to the one before')
        : first.why
    return { id: session.id, before: session.on, day, because }
  })
}
