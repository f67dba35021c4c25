import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { localInstant } from '../../vocabulary/local-time.ts'
import { policyById } from '../offers/index.ts'
import type { PolicyTerms } from './cancellation.ts'
import { chargedUnder, isCharged } from './limit-queries.ts'

/** Who takes part, under which place, and the policy that was agreed to when the place was asked for; none where nobody agreed (domain rule 7). The hub is the one that was asked: its policy, its charge (rule 10). */
export const participationById = async (db: Reader, participantId: string) => {
  const row = await db
    .selectFrom('participants as a')
    .innerJoin('people as e', 'e.id', 'a.person_id')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('projects as j', 'j.id', 'g.project_id')
    .innerJoin('hubs as h', (join) =>
      join.on(
        sql<boolean>`h.id = coalesce((select f.hub_id from expressions_of_interest i join offers f on f.id = i.offer_id where i.place_id = p.id and i.policy_id is not null
          order by i.received_at desc nulls last limit 1), g.hub_id)`,
      ),
    )
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .select([
      'a.id',
      'a.part',
      'a.status',
      'a.to_on',
      'e.id as personId',
      'e.name',
      'p.id as placeId',
      'p.status as placeStatus',
    ])
    .select([
      'p.held_at as heldAt',
      'o.id as organisationId',
      'o.name as organisation',
      'g.id as groupId',
      'g.name as group',
    ])
    .select(['g.status as groupStatus', 'j.title as project', 'h.id as hubId', 'h.email as hubEmail'])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hub'))
    .select(
      sql<
        string | null
      >`(select i.policy_id from expressions_of_interest i where i.place_id = p.id and i.policy_id is not null
      order by i.received_at desc nulls last limit 1)`.as('agreedPolicyId'),
    )
    .select(
      sql<
        string | null
      >`(select i.id from expressions_of_interest i where i.place_id = p.id and i.status in ('offered', 'placed') limit 1)`.as(
        'interestId',
      ),
    )
    .select(addressOf('e.id').as('address'))
    .where('a.id', '=', participantId)
    .executeTakeFirst()
  if (!row) return null
  return { ...row, policy: row.agreedPolicyId === null ? null : await agreedTerms(db, row.agreedPolicyId, row.placeId) }
}
export type Participation = NonNullable<Awaited<ReturnType<typeof participationById>>>

export const isTakingPart = (who: Participation): boolean => who.placeStatus === 'held' && who.to_on === null

export const addressOf = (personId: string) =>
  sql<
    string | null
  >`(select m.address::text from email_addresses m where m.person_id = ${sql.ref(personId)} and m.to_at is null and m.is_primary
    order by m.confirmed_at is null, m.from_at desc limit 1)`

const agreedTerms = async (db: Reader, policyId: string, placeId: string): Promise<PolicyTerms | null> => {
  const policy = await policyById(db, policyId)
  if (!policy) return null
  const once = policy.perSession ? null : (await isCharged(db, placeId, policyId)) ? 'charged' : 'open'
  const cap = policy.cap && {
    ...policy.cap,
    left: policy.cap.pence - (await chargedUnder(db, { policyId, placeId, of: policy.cap.of })),
  }
  return { ...policy, once, cap, notice: { days: policy.noticeDays, kind: policy.noticeKind } }
}

/** Everybody who takes part under a place today, the lead participant first. */
export const participationsOfPlace = async (db: Reader, placeId: string): Promise<readonly Participation[]> => {
  const rows = await db
    .selectFrom('participants')
    .select('id')
    .where('place_id', '=', placeId)
    .where('to_on', 'is', null)
    .where('part', '<>', 'substitute')
    .orderBy(sql`part = 'lead'`, 'desc')
    .orderBy('id')
    .execute()
  const all = await Promise.all(rows.map(({ id }) => participationById(db, id)))
  return all.filter((who) => who !== null)
}

export type ComingSession = {
  readonly id: string
  readonly number: number
  readonly title: string | null
  readonly onDate: Temporal.PlainDate
  readonly from: Temporal.PlainTime
  readonly to: Temporal.PlainTime
  readonly startsAt: Temporal.Instant
  readonly mode: string
  readonly venue: string | null
  readonly sequence: number
  readonly movedAt: Temporal.Instant | null
  readonly agreedAt: Temporal.Instant | null
  readonly cancelledAt: Temporal.Instant | null
}

/** Sessions that a participant comes to and that are still to begin, with what they agreed to and gave notice of. */
export const comingSessions = async (
  db: Reader,
  who: Pick<Participation, 'id' | 'groupId' | 'heldAt'>,
  now: Temporal.Instant,
): Promise<readonly ComingSession[]> => {
  const rows = await db
    .selectFrom('sessions as s')
    .leftJoin('venues as v', 'v.id', 's.venue_id')
    .leftJoin('session_agreements as a', (join) =>
      join.onRef('a.session_id', '=', 's.id').on('a.participant_id', '=', who.id),
    )
    .leftJoin('cancellations as c', (join) =>
      join.onRef('c.session_id', '=', 's.id').on('c.participant_id', '=', who.id).on('c.taken_back_at', 'is', null),
    )
    .select([
      's.id',
      's.number',
      's.title',
      's.on_date',
      's.starts_at',
      's.ends_at',
      's.mode',
      's.sequence',
      's.moved_at',
      'v.short_name as venue',
      'a.agreed_at',
      'c.given_at',
    ])
    .innerJoin('who_comes_to_sessions as w', (join) =>
      join.onRef('w.session_id', '=', 's.id').on('w.participant_id', '=', who.id).on('w.comes', '=', true),
    )
    .where('s.group_id', '=', who.groupId)
    .where('s.status', '=', 'confirmed')
    .orderBy('s.on_date')
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .execute()
  return rows.flatMap((row) => {
    if (!row.on_date || !row.starts_at || !row.ends_at) return []
    const startsAt = localInstant(row.on_date, row.starts_at)
    if (Temporal.Instant.compare(startsAt, now) <= 0) return []
    return [
      {
        id: row.id,
        number: row.number,
        title: row.title,
        onDate: row.on_date,
        from: row.starts_at,
        to: row.ends_at,
        startsAt,
        mode: row.mode,
        venue: row.venue,
        sequence: row.sequence,
        movedAt: row.moved_at,
        agreedAt: agreedAt(row.agreed_at, who.heldAt),
        cancelledAt: row.given_at,
      },
    ]
  })
}

/** Every session still to begin for each of some who take part, by session and person. */
export const linesOf = async (db: Reader, parts: readonly Participation[], now: Temporal.Instant) => {
  const all = await Promise.all(
    parts.map(async (who) =>
      (await comingSessions(db, who, now)).map((session) => ({
        ...session,
        who,
        sessionId: session.id,
        participantId: who.id,
      })),
    ),
  )
  return all.flat()
}
export type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** When the date of a session was last agreed to: whoever accepted a place after it was moved accepted its new date. */
export const agreedAt = (session: Temporal.Instant | null, place: Temporal.Instant | null): Temporal.Instant | null => {
  if (session === null || place === null) return session ?? place
  return Temporal.Instant.compare(session, place) > 0 ? session : place
}
