import { z } from 'zod'
import type { Reader } from '../../platform/database/index.ts'
import { stored } from '../../platform/database/stored.ts'
import type { Answer, FactUsed, Strength } from '../criteria/index.ts'

export type InterestVerdict = {
  readonly id: string
  readonly strength: Strength
  readonly sentence: string
  readonly whose: string | null
  readonly answer: Answer
  readonly facts: readonly FactUsed[]
  readonly reachedAt: Temporal.Instant
  readonly overruled: {
    readonly answer: Answer
    readonly reason: string
    readonly by: string | null
    readonly at: Temporal.Instant
  } | null
}

const factsUsed: z.ZodType<readonly FactUsed[]> = z.array(
  z.object({ label: z.string(), value: z.string(), source: z.string(), asOf: z.string().nullable() }),
)

/** The verdicts as they were reached when the request came, and what the hub made of them since. */
export const verdictsOfInterest = async (db: Reader, interestId: string): Promise<readonly InterestVerdict[]> => {
  const rows = await db
    .selectFrom('interest_verdicts as v')
    .leftJoin('people as p', 'p.id', 'v.overruled_by_person_id')
    .selectAll('v')
    .select('p.name as overruled_by')
    .where('v.interest_id', '=', interestId)
    .orderBy('v.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    strength: row.strength as Strength,
    sentence: row.sentence,
    whose: row.whose,
    answer: row.answer as Answer,
    facts: stored(factsUsed, row.facts, 'the facts of a verdict'),
    reachedAt: row.reached_at,
    overruled:
      row.overruled_answer && row.overruled_at
        ? {
            answer: row.overruled_answer as Answer,
            reason: row.overruled_reason ?? '',
            by: row.overruled_by,
            at: row.overruled_at,
          }
        : null,
  }))
}
