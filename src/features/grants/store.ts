import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { Pence } from '../../vocabulary/money.ts'
import type { GrantEvidence, GrantStatus } from './grant.ts'
import type { GrantRule } from './grant-rule.ts'

export type NewRule = {
  readonly hubId: string | null
  readonly year: number
  readonly version: number
  readonly rule: Omit<GrantRule, 'id' | 'version'>
  readonly stopped: boolean
  readonly by: string | null
  readonly now: Temporal.Instant
}

/** Adds a version of a rule; null when somebody added that one at the same moment. */
export const insertRule = async (tx: Transaction, { rule, ...given }: NewRule): Promise<string | null> => {
  const row = await tx
    .insertInto('grant_rules')
    .values({
      id: newId(),
      hub_id: given.hubId,
      year: given.year,
      name: rule.name,
      version: given.version,
      kind: rule.kind,
      delivery_model: rule.deliveryModel,
      phase: rule.phase,
      first_year_only: rule.firstYearOnly,
      amount_pence: rule.amountPence,
      per: rule.per,
      least_sessions: rule.leastSessions,
      least_days: rule.leastDays,
      stopped: given.stopped,
      written_at: given.now,
      written_by_person_id: given.by,
    })
    .onConflict((there) => there.constraint('grant_rules_version_is_unique').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export type NewGrant = {
  readonly rule: GrantRule
  readonly hubId: string
  readonly organisationId: string
  readonly groupId: string
  readonly placeId: string | null
  readonly leadPersonId: string | null
  readonly pence: Pence
  readonly evidence: GrantEvidence
  readonly now: Temporal.Instant
}

/** Notes a grant as due; null where there has been one already, whatever became of it. */
export const insertGrant = async (tx: Transaction, grant: NewGrant): Promise<string | null> => {
  const row = await tx
    .insertInto('grants')
    .values({
      id: newId(),
      rule_id: grant.rule.id,
      rule_name: grant.rule.name,
      hub_id: grant.hubId,
      organisation_id: grant.organisationId,
      group_id: grant.groupId,
      place_id: grant.placeId,
      lead_person_id: grant.leadPersonId,
      amount_pence: grant.pence,
      status: 'due',
      evidence: json({ ...grant.evidence }),
      due_at: grant.now,
    })
    .onConflict((there) => there.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

export const lockGrant = (tx: Transaction, id: string) =>
  tx.selectFrom('grants').select(['id', 'hub_id']).where('id', '=', id).forUpdate().executeTakeFirst()

export const setGrantStatus = (
  tx: Transaction,
  id: string,
  move: { status: GrantStatus; reason: string | null; by: string | null; now: Temporal.Instant | null },
) =>
  tx
    .updateTable('grants')
    .set({ status: move.status, status_reason: move.reason, decided_by_person_id: move.by, decided_at: move.now })
    .where('id', '=', id)
    .execute()

export type NewGrantAct = {
  readonly id: string
  readonly hubId: string
  readonly grantIds: readonly string[]
  readonly by: string
  readonly now: Temporal.Instant
  readonly until: Temporal.Instant
}

export const insertGrantAct = async (tx: Transaction, act: NewGrantAct): Promise<void> => {
  await tx
    .insertInto('grant_acts')
    .values({
      id: act.id,
      hub_id: act.hubId,
      carried_out_by_person_id: act.by,
      carried_out_at: act.now,
      undoable_until: act.until,
    })
    .execute()
  await tx
    .insertInto('grant_act_rows')
    .values(act.grantIds.map((grantId) => ({ act_id: act.id, grant_id: grantId })))
    .execute()
}

export const lockGrantAct = (tx: Transaction, id: string) =>
  tx.selectFrom('grant_acts').select('id').where('id', '=', id).forUpdate().executeTakeFirst()

export const setGrantActUndone = (tx: Transaction, id: string, { by, now }: { by: string; now: Temporal.Instant }) =>
  tx.updateTable('grant_acts').set({ undone_by_person_id: by, undone_at: now }).where('id', '=', id).execute()
