import type { Transaction } from '../../platform/database/index.ts'
import type { AskStatus } from './successor.ts'

/** Asks for a successor; false where it was asked already. */
export const insertAsked = async (
  tx: Transaction,
  asked: {
    readonly participantId: string
    readonly placeId: string
    readonly byOn: Temporal.PlainDate
    readonly samePeople: boolean
    readonly now: Temporal.Instant
  },
): Promise<boolean> =>
  (await tx
    .insertInto('successors_asked')
    .values({
      participant_id: asked.participantId,
      place_id: asked.placeId,
      by_on: asked.byOn,
      asked_at: asked.now,
      status: 'open',
      exception: asked.samePeople ? 'needed' : 'not_needed',
    })
    .onConflict((there) => there.doNothing())
    .returning('participant_id')
    .executeTakeFirst()) !== undefined

type Changed = {
  readonly byOn?: Temporal.PlainDate
  readonly remindedAt?: Temporal.Instant
  readonly overdueToldFor?: Temporal.PlainDate
  readonly saidNobodyAt?: Temporal.Instant | null
}

export const setAsked = (tx: Transaction, participantId: string, changed: Changed) =>
  tx
    .updateTable('successors_asked')
    .set({
      ...(changed.byOn ? { by_on: changed.byOn } : {}),
      ...(changed.remindedAt ? { reminded_at: changed.remindedAt } : {}),
      ...(changed.overdueToldFor ? { overdue_told_for: changed.overdueToldFor } : {}),
      ...(changed.saidNobodyAt === undefined ? {} : { said_nobody_at: changed.saidNobodyAt }),
    })
    .where('participant_id', '=', participantId)
    .execute()

export const settleAsked = (
  tx: Transaction,
  participantId: string,
  settled: {
    readonly status: Exclude<AskStatus, 'open'>
    readonly successorId?: string | null
    readonly now: Temporal.Instant
  },
) =>
  tx
    .updateTable('successors_asked')
    .set({ status: settled.status, settled_at: settled.now, successor_participant_id: settled.successorId ?? null })
    .where('participant_id', '=', participantId)
    .where('status', '=', 'open')
    .execute()

/** A school asks for an exception; what was decided before gives way to it. */
export const setExceptionAsked = (tx: Transaction, participantId: string, reason: string, now: Temporal.Instant) =>
  tx
    .updateTable('successors_asked')
    .set({ exception: 'asked', exception_reason: reason, exception_asked_at: now, said_nobody_at: null })
    .where('participant_id', '=', participantId)
    .execute()

export const setExceptionDecided = (
  tx: Transaction,
  participantId: string,
  decided: {
    readonly granted: boolean
    readonly answer: string
    readonly byOn: Temporal.PlainDate
    readonly now: Temporal.Instant
  },
) =>
  tx
    .updateTable('successors_asked')
    .set({
      exception: decided.granted ? 'granted' : 'refused',
      exception_answer: decided.answer,
      exception_decided_at: decided.now,
      by_on: decided.byOn,
      ...(decided.granted ? { said_nobody_at: null } : {}),
    })
    .where('participant_id', '=', participantId)
    .execute()
