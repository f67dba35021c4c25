import type { Reader } from '../../platform/database/index.ts'
import { noticeKindOf } from '../../vocabulary/notice.ts'
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
    onlineNotice:
      row.online_notice_days === null || row.online_notice_kind === null
        ? null
        : { days: row.online_notice_days, kind: noticeKindOf(row.online_notice_kind) },
    exemptReasons: row.exempt_reasons,
    substituteAllowed: row.substitute_allowed,
    cap:
      row.cap_pence === null
        ? null
        : { pence: row.cap_pence, of: row.cap_of === 'organisation' ? 'organisation' : 'place' },
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
      'room',
      'parking',
      'way_in as wayIn',
      'lunch',
      'retired_on as retiredOn',
    ])
    .where('hub_id', '=', hubId)
    .orderBy('retired_on', (order) => order.desc().nullsFirst())
    .orderBy('short_name')
    .execute()

/** What offers of a project can be given by their hub: venues in use, the newest version of each policy; and what they have already. */
export const termsToChoose = async (db: Reader, { hubId, projectId }: { hubId: string; projectId: string }) => {
  const had = db.selectFrom('offers').where('hub_id', '=', hubId).where('project_id', '=', projectId)
  const [venues, policies] = await Promise.all([
    db
      .selectFrom('venues')
      .select(['id', 'short_name as shortName', 'address'])
      .where('hub_id', '=', hubId)
      .where(({ or, eb }) =>
        or([
          eb('retired_on', 'is', null),
          eb('id', 'in', had.select('venue_id')),
          eb('id', 'in', (dates) =>
            dates.selectFrom('planned_dates').select('venue_id').where('offer_id', 'in', had.select('offers.id')),
          ),
        ]),
      )
      .orderBy('short_name')
      .execute(),
    db
      .selectFrom('cancellation_policies as p')
      .select(['id', 'name', 'version'])
      .where('hub_id', '=', hubId)
      .where(({ or, not, exists, eb, selectFrom }) =>
        or([
          not(
            exists(
              selectFrom('cancellation_policies as n')
                .select('n.id')
                .whereRef('n.hub_id', '=', 'p.hub_id')
                .whereRef('n.name', '=', 'p.name')
                .whereRef('n.version', '>', 'p.version'),
            ),
          ),
          eb('id', 'in', had.select('policy_id')),
        ]),
      )
      .orderBy('name')
      .orderBy('version', 'desc')
      .execute(),
  ])
  return { venues, policies }
}
