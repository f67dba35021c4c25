import { json, type Transaction } from '../../platform/database/index.ts'
import type { Asked } from './expression-of-interest.ts'

type Saying = Pick<Asked, 'answers' | 'preferences'>

/** Keeps what a request answers and what would suit it, of which nothing is kept yet. */
export const writeSaid = async (tx: Transaction, interestId: string, said: Saying): Promise<void> => {
  await writeAnswers(tx, interestId, said)
  await writePreferences(tx, interestId, said)
}

const writeAnswers = async (tx: Transaction, interestId: string, { answers }: Saying): Promise<void> => {
  if (answers.length === 0) return
  await tx
    .insertInto('interest_answers')
    .values(
      answers.map(({ key, kind, question, value, shown }, position) => ({
        ...{ interest_id: interestId, question_key: key, position, kind, question, shown },
        value: json(typeof value === 'object' ? [...value] : value),
      })),
    )
    .execute()
}

const writePreferences = async (tx: Transaction, interestId: string, { preferences }: Saying): Promise<void> => {
  const rows = (
    [
      ['group', preferences.groups],
      ['day', preferences.days],
      ['place', preferences.places],
    ] as const
  ).flatMap(([kind, wishes]) => wishes.map((value, at) => ({ interest_id: interestId, kind, position: at + 1, value })))
  if (rows.length > 0) await tx.insertInto('interest_preferences').values(rows).execute()
}
