import type { Transaction } from '../../platform/database/index.ts'
import type { MarkName } from './mark.ts'

/** Two who send marks of one session wait for each other, so that each sees what the other sent. */
export const lockSession = async (tx: Transaction, sessionId: string, groupId: string) => {
  const row = await tx
    .selectFrom('sessions')
    .select(['id', 'group_id', 'status', 'on_date', 'starts_at', 'ends_at'])
    .where('id', '=', sessionId)
    .where('group_id', '=', groupId)
    .forUpdate()
    .executeTakeFirst()
  return row
    ? {
        id: row.id,
        groupId: row.group_id,
        status: row.status,
        onDate: row.on_date,
        startsAt: row.starts_at,
        endsAt: row.ends_at,
      }
    : null
}

export type NewMark = {
  readonly id: string
  readonly sessionId: string
  readonly participantId: string
  readonly mark: MarkName
  readonly minutes: number | null
  readonly recordedBy: string
  readonly now: Temporal.Instant
  readonly replaces: string | null
  readonly settledReason?: string
}

export const insertMark = (tx: Transaction, mark: NewMark) =>
  tx
    .insertInto('marks')
    .values({
      id: mark.id,
      session_id: mark.sessionId,
      participant_id: mark.participantId,
      mark: mark.mark,
      minutes: mark.minutes,
      recorded_by_person_id: mark.recordedBy,
      recorded_at: mark.now,
      received_at: mark.now,
      replaces_mark_id: mark.replaces,
      settled_reason: mark.settledReason ?? null,
    })
    .execute()

/** Lays marks that differed to rest, by the mark that settled them. */
export const settleMarks = (tx: Transaction, markIds: readonly string[], byMarkId: string) =>
  tx
    .insertInto('settled_marks')
    .values(markIds.map((id) => ({ mark_id: id, by_mark_id: byMarkId })))
    .execute()
