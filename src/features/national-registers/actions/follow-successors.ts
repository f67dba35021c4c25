import type { Context } from '../../../platform/context.ts'
import type { Transaction } from '../../../platform/database/index.ts'
import { record } from '../../../platform/history.ts'
import { enqueue } from '../../../platform/jobs.ts'
import type { Writing } from '../changes-store.ts'
import type { ChangeKind } from '../register-import.ts'
import {
  askAboutClosed,
  askAboutUnknownUrns,
  noteFollowed,
  type Succession,
  settleAnswered,
  takeUntoldSuccessions,
  writeSuccessors,
} from '../succession-store.ts'

/** Tells later rooms, once and in the same transaction, that what lived at a closed school goes on at another. */
export const tellSuccession = async (tx: Transaction, context: Context, succession: Succession): Promise<void> => {
  const { predecessorId, successorId } = succession
  await record(tx, context, {
    name: 'organisation.succeeded',
    subject: { type: 'organisation', id: predecessorId },
    also: [{ type: 'organisation', id: successorId }],
    particulars: { successor: successorId },
  })
  await enqueue(tx, 'school-succeeded', { predecessorId, successorId }, { key: `school-succeeded:${predecessorId}` })
}

/** After either file: who follows whom as far as both are known, what that made of them, and what somebody has to decide. */
export const followSuccessors = async (
  tx: Transaction,
  context: Context,
  writing: Writing,
): Promise<{ counts: Partial<Record<ChangeKind, number>>; questions: number }> => {
  await writeSuccessors(tx)
  const counts = await noteFollowed(tx, writing)
  for (const succession of await takeUntoldSuccessions(tx, writing.now)) await tellSuccession(tx, context, succession)
  const questions = (await askAboutClosed(tx, writing)) + (await askAboutUnknownUrns(tx, writing))
  await settleAnswered(tx, writing.now)
  return { counts, questions }
}
