import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { NamesLater } from '../interest/index.ts'

export type Scope = { readonly offerId: string } | { readonly projectId: string }

/** When names are wanted of a project or an offer; without a rule an offer follows its project. */
export const writeRule = async (
  tx: Transaction,
  scope: Scope,
  rule: NamesLater | null,
  now: Temporal.Instant,
): Promise<void> => {
  const [column, id] =
    'offerId' in scope ? (['offer_id', scope.offerId] as const) : (['project_id', scope.projectId] as const)
  await tx.deleteFrom('names_later').where(column, '=', id).execute()
  if (rule === null) return
  await tx
    .insertInto('names_later')
    .values({
      id: newId(),
      [column]: id,
      days: rule.when === 'days' ? rule.days : null,
      by_on: rule.when === 'day' ? rule.on : null,
      set_at: now,
    })
    .execute()
}

/** One at a time says when names are wanted of the same. */
export const lockRule = (tx: Transaction, scope: Scope) =>
  tx
    .selectNoFrom(
      sql`pg_advisory_xact_lock(hashtextextended(${`names:${'offerId' in scope ? scope.offerId : scope.projectId}`}, 11))`.as(
        'locked',
      ),
    )
    .execute()

export const setReminded = (tx: Transaction, interestId: string, now: Temporal.Instant) =>
  tx
    .insertInto('names_asked_for')
    .values({ interest_id: interestId, reminded_at: now })
    .onConflict((conflict) => conflict.column('interest_id').doUpdateSet({ reminded_at: now }))
    .execute()

export const setOverdueTold = (tx: Transaction, interestId: string, now: Temporal.Instant) =>
  tx
    .insertInto('names_asked_for')
    .values({ interest_id: interestId, overdue_told_at: now })
    .onConflict((conflict) => conflict.column('interest_id').doUpdateSet({ overdue_told_at: now }))
    .execute()
