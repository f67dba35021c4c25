import type { Reader } from '../../platform/database/index.ts'
import { entriesOf, owedFor } from '../ledger/index.ts'
import type { ChargeStatus } from './charge.ts'
import { type ChargeAct, isDecision } from './charge-act.ts'
import type { PaymentState } from './payment.ts'

/** What was decided about several charges at once, at a hub. */
export const actOfHub = async (db: Reader, hubId: string, actId: string): Promise<ChargeAct | null> => {
  const row = await db
    .selectFrom('charge_acts as a')
    .innerJoin('people as p', 'p.id', 'a.carried_out_by_person_id')
    .select(['a.id', 'a.hub_id', 'a.decision', 'a.reason', 'p.name as by'])
    .select(['a.carried_out_at', 'a.undoable_until', 'a.undone_at'])
    .where('a.hub_id', '=', hubId)
    .where('a.id', '=', actId)
    .executeTakeFirst()
  return row && isDecision(row.decision)
    ? {
        id: row.id,
        hubId: row.hub_id,
        decision: row.decision,
        reason: row.reason,
        by: row.by,
        at: row.carried_out_at,
        undoableUntil: row.undoable_until,
        undoneAt: row.undone_at,
      }
    : null
}

/** The charges of a decision about several. */
export const chargesOfAct = (db: Reader, actId: string) =>
  db
    .selectFrom('charge_act_rows as r')
    .innerJoin('charges as c', 'c.id', 'r.charge_id')
    .select(['c.id', 'c.hub_id as hubId'])
    .where('r.act_id', '=', actId)
    .execute()

/** Whether a charge that is not waived stands for the same participant and session. */
export const anotherStands = async (
  db: Reader,
  charge: { readonly session_id: string; readonly participant_id: string },
): Promise<boolean> =>
  (await db
    .selectFrom('charges')
    .select('id')
    .where('session_id', '=', charge.session_id)
    .where('participant_id', '=', charge.participant_id)
    .where('status', '<>', 'waived')
    .executeTakeFirst()) !== undefined

/** How a charge stands with what was paid for it. */
export const paymentStateOf = async (
  db: Reader,
  { id, status }: { readonly id: string; readonly status: ChargeStatus },
): Promise<PaymentState> => {
  const [owed, entries] = await Promise.all([owedFor(db, [id]), entriesOf(db, { chargeId: id })])
  const paid = entries.reduce((sum, { kind, pence }) => {
    if (kind === 'payment') return sum + pence
    return kind === 'payment_taken_back' || kind === 'refund' ? sum - pence : sum
  }, 0)
  return { status, owed: owed.get(id) ?? 0, paid }
}
