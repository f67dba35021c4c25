import { isDeepStrictEqual } from 'node:util'
import { json, type Transaction } from '../../platform/database/index.ts'
import type { Json } from '../../vocabulary/json.ts'

const columns = [
  'criterion_id',
  'strength',
  'sentence',
  'rule',
  'answer',
  'overruled_answer',
  'overruled_reason',
  'overruled_by_person_id',
  'overruled_at',
] as const

/** The verdicts of a request as they stand, taken away to be reached again. */
export const takeVerdicts = (tx: Transaction, interestId: string) =>
  tx.deleteFrom('interest_verdicts').where('interest_id', '=', interestId).returning(columns).execute()

export type VerdictTaken = Awaited<ReturnType<typeof takeVerdicts>>[number]

/** What somebody at the hub decided of the same rule before, if its rule reads as it did. */
export const overrulingOf = (before: readonly VerdictTaken[], criterionId: string | null, rule: unknown) => {
  const same = before.find(
    (each) =>
      each.overruled_at !== null &&
      each.criterion_id === criterionId &&
      isDeepStrictEqual(each.rule, JSON.parse(JSON.stringify(rule))),
  )
  if (!same) return {}
  const { overruled_answer, overruled_reason, overruled_by_person_id, overruled_at } = same
  return { overruled_answer, overruled_reason, overruled_by_person_id, overruled_at }
}

export const keepFacts = (tx: Transaction, interestId: string, facts: Json, now: Temporal.Instant) =>
  tx
    .updateTable('expressions_of_interest')
    .set({ known_facts: json(facts), verdicts_reached_at: now })
    .where('id', '=', interestId)
    .execute()
