import type { Marking } from '../../vocabulary/marks.ts'
import { type Expected, type Match, matchOf } from './matching.ts'
import { markingFor, type Time } from './presence.ts'
import type { Joined } from './report.ts'

export type InRegister = Expected & {
  readonly gaveNotice: boolean
  readonly standing: readonly (Marking & { readonly id: string })[]
}

export type Line = {
  readonly number: number
  readonly name: string
  readonly email: string | null
  readonly rows: readonly number[]
  readonly match: Match
  /** What they would be marked with; null where they were not there while the session lasted. */
  readonly marking: Marking | null
}

const order = { likely: 0, unknown: 1, certain: 2 } as const

/** Everybody of a report with who they may be: those to look at first, those who are certain last. */
export const linesOf = (joined: readonly Joined[], expected: readonly Expected[], time: Time): readonly Line[] =>
  joined
    .map((one, number) => {
      const match = matchOf(one, expected)
      const { name, email, rows } = one
      const called = name === '' ? (email ?? '') : name
      return {
        number,
        name: called,
        email,
        rows,
        match,
        marking: markingFor([one], time),
        isChosen: match.certainty === 'certain',
      }
    })
    .toSorted((one, other) => order[one.match.certainty] - order[other.match.certainty] || one.number - other.number)

export type MarkToMake = Marking & { readonly participantId: string; readonly seen: readonly string[] }

type Confirmation = { readonly whom: ReadonlyMap<number, string>; readonly restAbsent: boolean }
type Seen = { readonly expected: readonly InRegister[]; readonly time: Time }

/** The marks that follow from who was recognised: all lines of one person count together, and the rest are absent if that was said. */
export const marksToMake = (joined: readonly Joined[], { expected, time }: Seen, { whom, restAbsent }: Confirmation) =>
  expected.flatMap((one) => {
    const own = joined.filter((_, number) => whom.get(number) === one.id)
    const was = own.length > 0 ? markingFor(own, time) : null
    const isUnmarked = one.standing.length === 0
    const missing =
      restAbsent && isUnmarked
        ? { mark: one.gaveNotice ? ('apologies' as const) : ('absent' as const), minutes: null }
        : null
    const marking = was ?? missing
    return marking ? [{ ...marking, participantId: one.id, seen: one.standing.map(({ id }) => id) }] : []
  })
