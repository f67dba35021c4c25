import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'

export type AddressChange = {
  readonly id: string
  readonly personId: string
  readonly address: string
  readonly formerAddress: string | null
  readonly status: string
  readonly askedAt: Temporal.Instant
  readonly confirmedAt: Temporal.Instant | null
}

export const insertAddressChange = async (
  tx: Transaction,
  change: { personId: string; address: string; formerAddress: string | null; now: Temporal.Instant },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('address_changes')
    .values({
      id,
      person_id: change.personId,
      address: change.address,
      former_address: change.formerAddress,
      asked_at: change.now,
    })
    .execute()
  return id
}

/** The person first, then the change: two changes of one person wait for each other. */
export const lockPerson = (tx: Transaction, personId: string) =>
  tx
    .selectFrom('people')
    .select(['id', 'name', 'telephone', 'teacher_reference_number'])
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()

export const lockAddressChange = async (tx: Transaction, id: string): Promise<AddressChange | null> => {
  const row = await tx.selectFrom('address_changes').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row
    ? {
        id: row.id,
        personId: row.person_id,
        address: row.address,
        formerAddress: row.former_address,
        status: row.status,
        askedAt: row.asked_at,
        confirmedAt: row.confirmed_at,
      }
    : null
}

/** A newer change takes the place of one that was not confirmed yet. */
export const stopOpenChanges = (tx: Transaction, personId: string, now: Temporal.Instant) =>
  tx
    .updateTable('address_changes')
    .set({ status: 'stopped', stopped_at: now })
    .where('person_id', '=', personId)
    .where('status', '=', 'asked')
    .execute()

export const setChangeConfirmed = (tx: Transaction, id: string, now: Temporal.Instant) =>
  tx.updateTable('address_changes').set({ status: 'confirmed', confirmed_at: now }).where('id', '=', id).execute()

export const lapseChanges = (tx: Transaction, askedBefore: Temporal.Instant) =>
  tx
    .updateTable('address_changes')
    .set({ status: 'lapsed' })
    .where('status', '=', 'asked')
    .where('asked_at', '<', askedBefore)
    .returning(['id', 'person_id as personId'])
    .execute()

/** The new address is written to from now on; the one before it stays known until it is let go. */
export const putFirst = async (
  tx: Transaction,
  { personId, address, now }: { personId: string; address: string; now: Temporal.Instant },
): Promise<void> => {
  await tx
    .updateTable('email_addresses')
    .set({ is_primary: false })
    .where('person_id', '=', personId)
    .where('to_at', 'is', null)
    .execute()
  const known = await tx
    .updateTable('email_addresses')
    .set((set) => ({ is_primary: true, confirmed_at: set.fn.coalesce('confirmed_at', set.val(now)) }))
    .where('person_id', '=', personId)
    .where('address', '=', address)
    .where('to_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (known) return
  await tx
    .insertInto('email_addresses')
    .values({ id: newId(), person_id: personId, address, confirmed_at: now, from_at: now })
    .execute()
}

/** Back to the address as it was: what came by this change and by later ones goes. */
export const takeBack = async (
  tx: Transaction,
  {
    personId,
    former,
    since,
    now,
  }: { personId: string; former: string; since: Temporal.Instant; now: Temporal.Instant },
): Promise<void> => {
  await tx
    .updateTable('email_addresses')
    .set({ to_at: now, is_primary: false })
    .where('person_id', '=', personId)
    .where('to_at', 'is', null)
    .where('from_at', '>=', since)
    .where('address', '<>', former)
    .execute()
  await putFirst(tx, { personId, address: former, now })
  await tx
    .updateTable('address_changes')
    .set({ status: 'stopped', stopped_at: now })
    .where('person_id', '=', personId)
    .where('status', 'in', ['asked', 'confirmed'])
    .where('let_go_at', 'is', null)
    .where('asked_at', '>=', since)
    .execute()
}

/** Lets the earlier address of a change go: it can become somebody else's. */
export const letAddressGo = async (tx: Transaction, change: AddressChange, now: Temporal.Instant): Promise<void> => {
  await tx
    .updateTable('email_addresses')
    .set({ to_at: now })
    .where('person_id', '=', change.personId)
    .where('address', '=', change.formerAddress ?? '')
    .where('to_at', 'is', null)
    .where('is_primary', '=', false)
    .execute()
  await tx.updateTable('address_changes').set({ let_go_at: now }).where('id', '=', change.id).execute()
}
