import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Json } from '../../vocabulary/json.ts'
import type { Verdict } from '../criteria/index.ts'

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

/** Requests have been looked at on a day: what that day changed of their verdicts has been reached again. */
export const setLookedAt = async (tx: Transaction, ids: readonly string[], on: Temporal.PlainDate): Promise<void> => {
  if (ids.length === 0) return
  await tx
    .updateTable('expressions_of_interest')
    .set({ verdicts_looked_at_on: on })
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
}

export const insertVerdicts = async (
  tx: Transaction,
  interestId: string,
  verdicts: readonly Verdict[],
  now: Temporal.Instant,
  before: readonly VerdictTaken[],
) => {
  if (verdicts.length === 0) return
  await tx
    .insertInto('interest_verdicts')
    .values(
      verdicts.map((verdict, at) => ({
        id: newId(),
        interest_id: interestId,
        criterion_id: verdict.criterionId,
        whose: verdict.whose ?? null,
        position: at + 1,
        strength: verdict.strength,
        sentence: verdict.sentence,
        rule: json(JSON.parse(JSON.stringify(verdict.rule))),
        answer: verdict.answer,
        facts: json(JSON.parse(JSON.stringify(verdict.facts))),
        reached_at: now,
        ...overrulingOf(before, verdict.criterionId, verdict.rule),
      })),
    )
    .execute()
}

export const overrule = (
  tx: Transaction,
  verdict: {
    id: string
    interestId: string
    answer: 'yes' | 'no'
    reason: string
    by: string | null
    now: Temporal.Instant
  },
) =>
  tx
    .updateTable('interest_verdicts')
    .set({
      overruled_answer: verdict.answer,
      overruled_reason: verdict.reason,
      overruled_by_person_id: verdict.by,
      overruled_at: verdict.now,
    })
    .where('id', '=', verdict.id)
    .where('interest_id', '=', verdict.interestId)
    .returning('id')
    .executeTakeFirst()
