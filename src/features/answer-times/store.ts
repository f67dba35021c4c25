import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { AnswerTerms } from './answer-terms.ts'

/** Sets the terms of a hub, or with null those of the network. */
export const setAnswerTerms = async (
  tx: Transaction,
  hubId: string | null,
  terms: AnswerTerms,
  now: Temporal.Instant,
): Promise<void> => {
  const values = {
    working_days: [...terms.week.days],
    opens_at: terms.week.opens,
    closes_at: terms.week.closes,
    hours_to_answer: terms.hoursToAnswer,
    days_before_first: terms.daysBeforeFirst,
    least_hours: terms.leastHours,
    reminder_hours: terms.reminderHours,
    set_at: now,
  }
  await tx
    .insertInto('answer_terms')
    .values({ id: newId(), hub_id: hubId, ...values })
    .onConflict((conflict) => conflict.constraint('answer_terms_one_of_each_hub').doUpdateSet(values))
    .execute()
}

export const clearAnswerTerms = async (tx: Transaction, hubId: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.deleteFrom('answer_terms').where('hub_id', '=', hubId).executeTakeFirst()
  return numDeletedRows > 0
}
