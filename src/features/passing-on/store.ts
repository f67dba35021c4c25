import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { PassingStatus } from './passing.ts'

/** Keeps that a school is asked; null while it is being asked about another hub already. */
export const insertPassing = async (
  tx: Transaction,
  passing: { interestId: string; toOfferId: string; word: string; by: string | null; now: Temporal.Instant },
): Promise<string | null> => {
  const row = await tx
    .insertInto('interest_passings')
    .values({
      id: newId(),
      interest_id: passing.interestId,
      to_offer_id: passing.toOfferId,
      status: 'asked',
      word: passing.word,
      asked_by_person_id: passing.by,
      asked_at: passing.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const lockPassing = (tx: Transaction, id: string) =>
  tx.selectFrom('interest_passings').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export const answerPassing = (
  tx: Transaction,
  id: string,
  answer: { status: 'agreed' | 'refused'; word: string | null; policyId: string | null; now: Temporal.Instant },
) =>
  tx
    .updateTable('interest_passings')
    .set({ status: answer.status, answered_at: answer.now, policy_id: answer.policyId, settled_word: answer.word })
    .where('id', '=', id)
    .execute()

export const settlePassing = (
  tx: Transaction,
  id: string,
  settled: {
    status: PassingStatus
    by: string | null
    word?: string | null
    newInterestId?: string
    now: Temporal.Instant
  },
) =>
  tx
    .updateTable('interest_passings')
    .set({
      status: settled.status,
      settled_by_person_id: settled.by,
      settled_at: settled.now,
      ...(settled.word === undefined ? {} : { settled_word: settled.word }),
      ...(settled.newInterestId ? { new_interest_id: settled.newInterestId } : {}),
    })
    .where('id', '=', id)
    .execute()
