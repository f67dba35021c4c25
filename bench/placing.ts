// The best placement, as a hub has it worked out, beside the solver alone on the same model: what building the model, the thread,
// reading and checking cost on top. Whether it is proved, or how far from it, is printed with each.
import { bestPlacement, type Solved, solverAlone } from '../src/features/placement-solving/index.ts'
import { makeInstance } from '../test/support/placements.ts'
import { type Measured, summary } from './measure.ts'
import type { Row } from './rows.ts'

type Size = {
  readonly applicants: number
  readonly groups: number
  readonly plain: boolean
  readonly goal: number | null
}

export const sizes: readonly Size[] = [
  { applicants: 120, groups: 14, plain: false, goal: 1.3 },
  { applicants: 3000, groups: 300, plain: true, goal: 1.5 },
  { applicants: 3000, groups: 300, plain: false, goal: null },
  { applicants: 10_000, groups: 900, plain: true, goal: null },
]

const timed = async <T>(work: () => Promise<T>): Promise<{ value: T; measured: Measured }> => {
  const start = performance.now()
  const value = await work()
  const took = performance.now() - start
  return { value, measured: summary([took], took / 1000) }
}

const proofOf = ({ proved, gap }: Solved): string =>
  proved ? 'proved the best' : `not proved: at most ${gap.places} more, at most ${gap.miles} miles better`

/** One size, ours first and then the solver alone; and what it came to. */
export const placingRow = async ({ applicants, groups, plain, goal }: Size): Promise<{ row: Row; came: string }> => {
  const instance = makeInstance({ applicants, groups, seed: 1, plain })
  const ours = await timed(() => bestPlacement(instance))
  // Where there is no goal, the solver alone takes minutes on the same model: only ours is shown.
  const alone = goal === null ? null : (await timed(solverAlone(instance))).measured
  const ratio = alone ? ours.measured.p50 / alone.p50 : Number.NaN
  const seconds = Math.round(ours.measured.p50 / 100) / 10
  return {
    row: {
      work: `place ${applicants} in ${groups}, ${plain ? 'room and travel' : 'every kind of limit'}`,
      against: alone ? 'the solver alone' : '',
      ours: ours.measured,
      limit: alone,
      ratio,
      goal: goal === null ? '' : `≤ ${goal}`,
      met: goal === null || ratio <= goal,
    },
    came: `${ours.value.assignment.size} of ${applicants} placed in ${seconds} s, ${proofOf(ours.value)}`,
  }
}
