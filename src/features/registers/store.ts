import type { Transaction } from '../../platform/database/index.ts'
import type { DeviceTime } from './device-time.ts'
import type { Made, Marking } from './mark.ts'

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

export type NewMark = Marking & {
  readonly id: string
  readonly sessionId: string
  readonly participantId: string
  readonly recordedBy: string | null
  readonly now: Temporal.Instant
  readonly made?: Made
  readonly replaces: string | null
  readonly settledReason?: string
  readonly reason?: string | null
}

const deviceColumns = (device: DeviceTime | null | undefined) => ({
  device_at: device?.at ?? null,
  device_behind_seconds: device?.behindSeconds ?? null,
})

const markColumns = ({ mark, minutes, substitute }: Marking) => ({
  mark,
  minutes,
  substitute: mark === 'substitute' ? (substitute ?? null) : null,
})

export const insertMark = (tx: Transaction, mark: NewMark) =>
  tx
    .insertInto('marks')
    .values({
      id: mark.id,
      session_id: mark.sessionId,
      participant_id: mark.participantId,
      ...markColumns(mark),
      origin: mark.made?.origin ?? 'form',
      ...deviceColumns(mark.made?.device),
      clock_changed: mark.made?.device?.isChanged ?? false,
      recorded_by_person_id: mark.recordedBy,
      recorded_at: mark.made?.at ?? mark.now,
      received_at: mark.now,
      replaces_mark_id: mark.replaces,
      settled_reason: mark.settledReason ?? null,
      reason: mark.reason ?? null,
    })
    .execute()

/** Keeps the id of a mark that said what stood already. */
export const insertRepeated = (tx: Transaction, repeated: { id: string; markId: string; now: Temporal.Instant }) =>
  tx
    .insertInto('repeated_marks')
    .values({ id: repeated.id, mark_id: repeated.markId, received_at: repeated.now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()

/** Lays marks that differed to rest, by the mark that settled them. */
export const settleMarks = (tx: Transaction, markIds: readonly string[], byMarkId: string) =>
  tx
    .insertInto('settled_marks')
    .values(markIds.map((id) => ({ mark_id: id, by_mark_id: byMarkId })))
    .execute()

export type NewSetAside = Marking & {
  readonly id: string
  readonly sessionId: string
  readonly participantId: string
  readonly made: Made
  readonly recordedBy: string | null
  readonly now: Temporal.Instant
  readonly because: string
}

export const insertSetAside = (tx: Transaction, aside: NewSetAside) =>
  tx
    .insertInto('marks_set_aside')
    .values({
      id: aside.id,
      session_id: aside.sessionId,
      participant_id: aside.participantId,
      ...markColumns(aside),
      origin: aside.made.origin,
      ...deviceColumns(aside.made.device),
      clock_changed: aside.made.device?.isChanged ?? false,
      recorded_by_person_id: aside.recordedBy,
      recorded_at: aside.made.at,
      received_at: aside.now,
      because: aside.because,
    })
    .execute()

export const settleSetAside = (
  tx: Transaction,
  settled: { id: string; now: Temporal.Instant; by: string | null; reason: string; markId: string | null },
) =>
  tx
    .updateTable('marks_set_aside')
    .set({
      settled_at: settled.now,
      settled_by_person_id: settled.by,
      settled_reason: settled.reason,
      mark_id: settled.markId,
    })
    .where('id', '=', settled.id)
    .execute()

export type NewWalkIn = {
  readonly id: string
  readonly sessionId: string
  readonly name: string
  readonly school: string
  readonly made: Made
  readonly recordedBy: string | null
  readonly now: Temporal.Instant
}

/** Keeps somebody who came without standing in the register; the same sent again is nothing new. */
export const insertWalkIn = async (tx: Transaction, walkIn: NewWalkIn): Promise<boolean> => {
  const kept = await tx
    .insertInto('walk_ins')
    .values({
      id: walkIn.id,
      session_id: walkIn.sessionId,
      said_name: walkIn.name,
      said_school: walkIn.school,
      origin: walkIn.made.origin,
      ...deviceColumns(walkIn.made.device),
      recorded_at: walkIn.made.at,
      received_at: walkIn.now,
      recorded_by_person_id: walkIn.recordedBy,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return kept !== undefined
}

export const settleWalkIn = (
  tx: Transaction,
  settled: {
    id: string
    now: Temporal.Instant
    by: string | null
    outcome: string
    participantId: string | null
  },
) =>
  tx
    .updateTable('walk_ins')
    .set({
      settled_at: settled.now,
      settled_by_person_id: settled.by,
      outcome: settled.outcome,
      participant_id: settled.participantId,
    })
    .where('id', '=', settled.id)
    .execute()
