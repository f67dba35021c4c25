import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { NewQuestion } from './evaluation.ts'

/** Opens the evaluation of a group; null when somebody has opened it already. */
export const insertEvaluation = async (
  tx: Transaction,
  opened: { groupId: string; now: Temporal.Instant; closesOn: Temporal.PlainDate },
): Promise<string | null> => {
  const row = await tx
    .insertInto('evaluations')
    .values({ id: newId(), group_id: opened.groupId, opened_at: opened.now, closes_on: opened.closesOn })
    .onConflict((conflict) => conflict.column('group_id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const insertQuestions = (tx: Transaction, evaluationId: string, questions: readonly NewQuestion[]) =>
  tx
    .insertInto('evaluation_questions')
    .values(
      questions.map(({ outcomeId, kind, question }, position) => ({
        id: newId(),
        evaluation_id: evaluationId,
        outcome_id: outcomeId,
        question,
        kind,
        position: position + 1,
      })),
    )
    .execute()

export type Answer = { readonly questionId: string; readonly agreement: number | null; readonly words: string | null }

/** Keeps what somebody answered; answered again, the later answer counts. */
export const keepAnswers = (
  tx: Transaction,
  participantId: string,
  answers: readonly Answer[],
  now: Temporal.Instant,
) =>
  tx
    .insertInto('evaluation_answers')
    .values(
      answers.map(({ questionId, agreement, words }) => ({
        question_id: questionId,
        participant_id: participantId,
        agreement,
        words,
        answered_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['question_id', 'participant_id']).doUpdateSet((set) => ({
        agreement: set.ref('excluded.agreement'),
        words: set.ref('excluded.words'),
        answered_at: now,
      })),
    )
    .execute()

/** Takes upon itself to ask somebody; false when they have been asked. */
export const takeAsking = async (
  tx: Transaction,
  { evaluationId, participantId, now }: { evaluationId: string; participantId: string; now: Temporal.Instant },
): Promise<boolean> =>
  (await tx
    .insertInto('evaluation_requests')
    .values({ evaluation_id: evaluationId, participant_id: participantId, asked_at: now })
    .onConflict((conflict) => conflict.columns(['evaluation_id', 'participant_id']).doNothing())
    .returning('participant_id')
    .executeTakeFirst()) !== undefined
