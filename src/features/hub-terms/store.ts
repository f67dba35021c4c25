import type { Transaction } from '../../platform/database/index.ts'
import { newId } from '../../vocabulary/ids.ts'
import type { PolicyTerms } from './policy-terms.ts'
import type { VenueTerms } from './venue-terms.ts'

/** The number of the newest version of a policy; 0 where a hub has none of this name. */
export const newestVersion = async (tx: Transaction, hubId: string, name: string): Promise<number> =>
  (
    await tx
      .selectFrom('cancellation_policies')
      .select((select) => select.fn.max('version').as('version'))
      .where('hub_id', '=', hubId)
      .where('name', '=', name)
      .executeTakeFirst()
  )?.version ?? 0

/** Adds a version of a policy; null when somebody added that one at the same moment. */
export const insertPolicy = async (
  tx: Transaction,
  { hubId, version, terms, now }: { hubId: string; version: number; terms: PolicyTerms; now: Temporal.Instant },
): Promise<string | null> => {
  const row = await tx
    .insertInto('cancellation_policies')
    .values({
      id: newId(),
      hub_id: hubId,
      name: terms.name,
      version,
      amount_pence: terms.amountPence,
      notice_days: terms.noticeDays,
      notice_kind: terms.noticeKind,
      charges_late_cancellation: terms.chargesLateCancellation,
      charges_non_attendance: terms.chargesNonAttendance,
      per_session: terms.perSession,
      online_notice_days: terms.onlineNotice?.days ?? null,
      online_notice_kind: terms.onlineNotice?.kind ?? null,
      exempt_reasons: [...terms.exemptReasons],
      substitute_allowed: terms.substituteAllowed,
      cap_pence: terms.cap?.pence ?? null,
      cap_of: terms.cap?.of ?? null,
      wording: terms.wording,
      created_at: now,
    })
    .onConflict((there) => there.constraint('cancellation_policies_version_is_unique').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

const columnsOf = (terms: VenueTerms) => ({
  name: terms.name,
  short_name: terms.shortName,
  address: terms.address,
  postcode: terms.postcode,
  practical_notes: terms.practicalNotes,
  room: terms.room ?? null,
  parking: terms.parking ?? null,
  way_in: terms.wayIn ?? null,
  lunch: terms.lunch ?? null,
})

export const insertVenue = async (tx: Transaction, hubId: string, terms: VenueTerms): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('venues')
    .values({ id, hub_id: hubId, ...columnsOf(terms) })
    .execute()
  return id
}

export const lockVenue = (tx: Transaction, id: string) =>
  tx.selectFrom('venues').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const setVenue = (tx: Transaction, id: string, terms: VenueTerms) =>
  tx.updateTable('venues').set(columnsOf(terms)).where('id', '=', id).execute()

export const setRetired = (tx: Transaction, id: string, on: Temporal.PlainDate | null) =>
  tx.updateTable('venues').set({ retired_on: on }).where('id', '=', id).execute()
