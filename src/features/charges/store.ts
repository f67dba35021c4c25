import { sql } from 'kysely'
import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { ChargeCause, ChargeStatus, Evidence } from './charge.ts'
import type { ChargeDecision } from './charge-act.ts'

/** Locks a session against being moved while somebody gives notice for it. */
export const lockSessions = (tx: Transaction, sessionIds: readonly string[]) =>
  tx
    .selectFrom('sessions')
    .select('id')
    .where('id', 'in', [...sessionIds])
    .orderBy('id')
    .forUpdate()
    .execute()

export type NewCancellation = {
  readonly sessionId: string
  readonly participantId: string
  readonly sequence: number
  readonly freeUntil: Temporal.Instant | null
  readonly reason: string | null
  readonly exemptReason: string | null
  readonly substitute: string | null
  readonly now: Temporal.Instant
}

/** Notes notice given for a session; null when it was given before and stands. */
export const insertCancellation = async (tx: Transaction, given: NewCancellation): Promise<string | null> => {
  const row = await tx
    .insertInto('cancellations')
    .values({
      id: newId(),
      session_id: given.sessionId,
      participant_id: given.participantId,
      given_at: given.now,
      free_until: given.freeUntil,
      session_sequence: given.sequence,
      reason: given.reason,
      exempt_reason: given.exemptReason,
      substitute: given.substitute !== null,
      substitute_name: given.substitute,
    })
    .onConflict((conflict) =>
      conflict.columns(['session_id', 'participant_id']).where('taken_back_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Notes that notice was taken back; false where none stands. */
export const takeBackCancellation = async (
  tx: Transaction,
  { sessionId, participantId, now }: { sessionId: string; participantId: string; now: Temporal.Instant },
): Promise<boolean> =>
  (await tx
    .updateTable('cancellations')
    .set({ taken_back_at: now })
    .where('session_id', '=', sessionId)
    .where('participant_id', '=', participantId)
    .where('taken_back_at', 'is', null)
    .returning('id')
    .executeTakeFirst()) !== undefined

/** The charge that was proposed for late notice of a session and stands, locked. */
export const lockChargeForNotice = (tx: Transaction, sessionId: string, participantId: string) =>
  tx
    .selectFrom('charges')
    .select(['id', 'status', 'amount_pence'])
    .where('session_id', '=', sessionId)
    .where('participant_id', '=', participantId)
    .where('cause', '=', 'late_cancellation')
    .where('status', '<>', 'waived')
    .forUpdate()
    .executeTakeFirst()

export type NewCharge = {
  readonly placeId: string
  readonly participantId: string
  readonly sessionId: string
  readonly hubId: string
  readonly policyId: string
  readonly cause: ChargeCause
  readonly amountPence: number
  readonly evidence: Evidence
  readonly now: Temporal.Instant
}

/** Proposes a charge; null when one stands for that participant and session already. */
export const insertCharge = async (tx: Transaction, charge: NewCharge): Promise<string | null> => {
  const row = await tx
    .insertInto('charges')
    .values({
      id: newId(),
      place_id: charge.placeId,
      participant_id: charge.participantId,
      session_id: charge.sessionId,
      hub_id: charge.hubId,
      policy_id: charge.policyId,
      cause: charge.cause,
      amount_pence: charge.amountPence,
      status: 'proposed',
      evidence: json(charge.evidence),
      proposed_at: charge.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['session_id', 'participant_id'])
        .where('status', 'not in', [sql.lit('waived'), sql.lit('credited')])
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const lockCharge = (tx: Transaction, chargeId: string) =>
  tx.selectFrom('charges').select('id').where('id', '=', chargeId).forUpdate().executeTakeFirst()

export const setChargeStatus = (
  tx: Transaction,
  chargeId: string,
  move: { status: ChargeStatus; reason: string | null; by: string | null; now: Temporal.Instant | null },
) =>
  tx
    .updateTable('charges')
    .set({ status: move.status, status_reason: move.reason, decided_by_person_id: move.by, decided_at: move.now })
    .where('id', '=', chargeId)
    .execute()

export type NewChargeAct = {
  readonly id: string
  readonly hubId: string
  readonly chargeIds: readonly string[]
  readonly decision: ChargeDecision
  readonly reason: string | null
  readonly by: string
  readonly now: Temporal.Instant
  readonly until: Temporal.Instant
}

/** Keeps what was decided about several charges at once. */
export const insertChargeAct = async (tx: Transaction, act: NewChargeAct): Promise<void> => {
  await tx
    .insertInto('charge_acts')
    .values({
      id: act.id,
      hub_id: act.hubId,
      decision: act.decision,
      reason: act.reason,
      carried_out_by_person_id: act.by,
      carried_out_at: act.now,
      undoable_until: act.until,
    })
    .execute()
  await tx
    .insertInto('charge_act_rows')
    .values(act.chargeIds.map((chargeId) => ({ act_id: act.id, charge_id: chargeId })))
    .execute()
}

export const lockChargeAct = (tx: Transaction, id: string) =>
  tx.selectFrom('charge_acts').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export const setChargeActUndone = (tx: Transaction, id: string, { by, now }: { by: string; now: Temporal.Instant }) =>
  tx.updateTable('charge_acts').set({ undone_by_person_id: by, undone_at: now }).where('id', '=', id).execute()

/** Notes that a participant agrees to the date of a session as it stands. */
export const agreeToSession = (
  tx: Transaction,
  agreed: { sessionId: string; participantId: string; sequence: number; now: Temporal.Instant },
) =>
  tx
    .insertInto('session_agreements')
    .values({
      session_id: agreed.sessionId,
      participant_id: agreed.participantId,
      sequence: agreed.sequence,
      agreed_at: agreed.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['session_id', 'participant_id'])
        .doUpdateSet({ sequence: agreed.sequence, agreed_at: agreed.now }),
    )
    .execute()

/** Where a policy charges once for a place, or no more than so much, one at a time looks what has been charged. */
export const lockLimit = (tx: Transaction, of: 'places' | 'organisations', id: string) =>
  tx.selectFrom(of).select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst()
