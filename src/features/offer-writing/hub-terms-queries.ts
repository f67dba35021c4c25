import type { Reader } from '../../platform/database/index.ts'
import type { PolicyTerms } from './policy-terms.ts'

export type PolicyOfHub = PolicyTerms & {
  readonly id: string
  readonly version: number
  readonly writtenAt: Temporal.Instant
  /** Offers that have this version today. */
  readonly offers: number
}

/** Every version of every policy of a hub, by name, the newest first. */
export const policiesOfHub = async (db: Reader, hubId: string): Promise<readonly PolicyOfHub[]> => {
  const rows = await db
    .selectFrom('cancellation_policies as p')
    .selectAll('p')
    .select((select) =>
      select
        .selectFrom('offers as o')
        .select((each) => each.fn.countAll<number>().as('offers'))
        .whereRef('o.policy_id', '=', 'p.id')
        .where('o.status', 'in', ['draft', 'published'])
        .as('offers'),
    )
    .where('p.hub_id', '=', hubId)
    .orderBy('p.name')
    .orderBy('p.version', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    version: row.version,
    amountPence: row.amount_pence,
    noticeDays: row.notice_days,
    noticeKind: row.notice_kind === 'working' ? 'working' : 'calendar',
    chargesLateCancellation: row.charges_late_cancellation,
    chargesNonAttendance: row.charges_non_attendance,
    perSession: row.per_session,
    wording: row.wording,
    writtenAt: row.created_at,
    offers: Number(row.offers ?? 0),
  }))
}

/** The venues of a hub, those that are used before those that were retired. */
export const venuesOfHub = (db: Reader, hubId: string) =>
  db
    .selectFrom('venues')
    .select([
      'id',
      'name',
      'short_name as shortName',
      'address',
      'postcode',
      'practical_notes as practicalNotes',
      'retired_on as retiredOn',
    ])
    .where('hub_id', '=', hubId)
    .orderBy('retired_on', (order) => order.desc().nullsFirst())
    .orderBy('short_name')
    .execute()
