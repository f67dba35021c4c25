import { json, type Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { PartnershipKey } from './partnership.ts'

/** Locks bodies until the end, always in the same order; gives how many there are. */
export const lockOrganisations = async (tx: Transaction, ids: readonly string[]): Promise<number> =>
  (await tx.selectFrom('organisations').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()).length

/** Writes a partnership, or takes up one that had ended; says whether it did not stand already. */
export const writePartnership = async (
  tx: Transaction,
  { providerId, partnerId, year }: PartnershipKey,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('itt_partnerships')
    .values({ provider_id: providerId, partner_id: partnerId, year })
    .onConflict((conflict) =>
      conflict
        .columns(['provider_id', 'partner_id', 'year'])
        .doUpdateSet({ ended_on: null })
        .where('itt_partnerships.ended_on', 'is not', null),
    )
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Ends a partnership that stands; says whether it did. */
export const writeEnd = async (
  tx: Transaction,
  { providerId, partnerId, year }: PartnershipKey,
  on: Temporal.PlainDate,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('itt_partnerships')
    .set({ ended_on: on })
    .where('provider_id', '=', providerId)
    .where('partner_id', '=', partnerId)
    .where('year', '=', year)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

type Move = { readonly schoolId: string; readonly trustId: string | null; readonly on: Temporal.PlainDate }

/** Ends the membership that stands and begins another, if there is one. */
export const moveToTrust = async (tx: Transaction, { schoolId, trustId, on }: Move): Promise<void> => {
  await tx
    .updateTable('trust_memberships')
    .set({ to_on: on })
    .where('organisation_id', '=', schoolId)
    .where('to_on', 'is', null)
    .execute()
  if (trustId === null) return
  await tx
    .insertInto('trust_memberships')
    .values({ id: newId(), organisation_id: schoolId, trust_id: trustId, from_on: on })
    .execute()
}

type TrustChange = {
  readonly schoolId: string
  readonly names: readonly [before: string | null, after: string | null]
  readonly on: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** Notes among the changes of a school that its trust is another. */
export const noteTrustChange = async (tx: Transaction, { schoolId, names, on, now }: TrustChange): Promise<void> => {
  await tx
    .insertInto('organisation_changes')
    .values({
      ...{ organisation_id: schoolId, import_id: null, kind: 'changed' },
      ...{ changed: json({ trust: [...names] }), held_on: on, recorded_at: now },
    })
    .execute()
}

type ByHand = {
  readonly schoolId: string
  readonly registerSaid: string | null
  readonly by: string
  readonly now: Temporal.Instant
}

/** Remembers what the register said when the trust was stated here; what it said at the first statement stays. */
export const noteByHand = async (tx: Transaction, { schoolId, registerSaid, by, now }: ByHand): Promise<void> => {
  await tx
    .insertInto('trusts_by_hand')
    .values({ organisation_id: schoolId, register_said: registerSaid, stated_at: now, stated_by_person_id: by })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet({ stated_at: now, stated_by_person_id: by }),
    )
    .execute()
}
