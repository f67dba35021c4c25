import type { Marking } from '../../vocabulary/marks.ts'
import type { Joined } from './report.ts'

/** When a session was, in milliseconds. */
export type Time = { readonly from: number; readonly to: number }

/** Minutes that are forgiven: nobody is late who was let in while the others said good morning. */
const grace = 5
const minute = 60_000

const within = (joined: readonly Joined[], { from, to }: Time): readonly (readonly [number, number])[] =>
  joined
    .flatMap(({ stretches }) =>
      stretches.map(([came, left]) => [Math.max(from, came), Math.min(to, left ?? to)] as const),
    )
    .filter(([came, left]) => left > came)
    .toSorted(([one], [other]) => one - other)

const coveredBy = (stretches: readonly (readonly [number, number])[]): number => {
  let [sum, until] = [0, Number.NEGATIVE_INFINITY]
  for (const [from, to] of stretches) {
    sum += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return sum
}

/** What somebody is marked with who was in an online session so long; null when they were not there while it lasted. */
export const markingFor = (joined: readonly Joined[], time: Time): Marking | null => {
  const stretches = within(joined, time)
  const told = joined.reduce((sum, { seconds }) => sum + (seconds ?? 0) * 1000, 0)
  const covered = Math.min(time.to - time.from, coveredBy(stretches) + told)
  if (covered <= 0) return null
  const missed = Math.min(600, Math.floor((time.to - time.from - covered) / minute))
  if (missed < grace) return { mark: 'online', minutes: null }
  const late = (stretches[0]?.[0] ?? time.from) - time.from
  const early = time.to - Math.max(time.from, ...stretches.map(([, to]) => to))
  return { mark: stretches.length > 0 && late >= early ? 'late' : 'left_early', minutes: missed }
}
