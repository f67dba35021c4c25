import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import type { Passing, PassingStatus } from './passing.ts'

const passings = (db: Reader) =>
  db
    .selectFrom('interest_passings as s')
    .innerJoin('offers as f', 'f.id', 's.to_offer_id')
    .innerJoin('projects as r', 'r.id', 'f.project_id')
    .innerJoin('hubs as h', 'h.id', 'f.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .leftJoin('people as p', 'p.id', 's.asked_by_person_id')
    .leftJoin('project_themes as t', 't.id', 'f.theme_id')
    .selectAll('s')
    .select(['h.id as hub_id', 'h.slug as hub_slug', 'p.name as asked_by'])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hub_name'))
    .select(sql<string>`r.title || coalesce(': ' || t.title, '')`.as('title'))

type Row = Awaited<ReturnType<ReturnType<typeof passings>['execute']>>[number]

const passingOf = (row: Row): Passing => ({
  id: row.id,
  interestId: row.interest_id,
  status: row.status as PassingStatus,
  word: row.word,
  askedAt: row.asked_at,
  askedBy: row.asked_by,
  answeredAt: row.answered_at,
  settledAt: row.settled_at,
  settledWord: row.settled_word,
  newInterestId: row.new_interest_id,
  policyId: row.policy_id,
  offer: { id: row.to_offer_id, hubId: row.hub_id, hubSlug: row.hub_slug, hub: row.hub_name, title: row.title },
})

/** The latest attempt to pass a request on; whose request it is, is for the caller to ask. */
export const passingOfInterest = async (db: Reader, interestId: string): Promise<Passing | null> => {
  const row = await passings(db)
    .where('s.interest_id', '=', interestId)
    .orderBy('s.asked_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? passingOf(row) : null
}

export const passingById = async (db: Reader, id: string): Promise<Passing | null> => {
  const row = await passings(db).where('s.id', '=', id).executeTakeFirst()
  return row ? passingOf(row) : null
}

/** What a hub has before it, only what the school has agreed to and while it can still be taken; and what it has taken. */
export const passingForHub = async (db: Reader, hubId: string, id: string): Promise<Passing | null> => {
  const row = await passings(db)
    .innerJoin('expressions_of_interest as i', 'i.id', 's.interest_id')
    .where('s.id', '=', id)
    .where('f.hub_id', '=', hubId)
    .where((is) =>
      is.or([
        is('s.status', '=', 'accepted'),
        is.and([is('s.status', '=', 'agreed'), is('i.status', 'in', ['confirmed', 'waiting'])]),
      ]),
    )
    .executeTakeFirst()
  return row ? passingOf(row) : null
}

/** The requests that schools have agreed to have passed on to a hub and that it has to decide on, the longest agreed first. */
export const passingsToDecide = (db: Reader, hubId: string) =>
  db
    .selectFrom('interest_passings as s')
    .innerJoin('offers as f', 'f.id', 's.to_offer_id')
    .innerJoin('projects as r', 'r.id', 'f.project_id')
    .innerJoin('expressions_of_interest as i', 'i.id', 's.interest_id')
    .innerJoin('organisations as o', 'o.id', 'i.organisation_id')
    .innerJoin('offers as e', 'e.id', 'i.offer_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'e.hub_id').on('n.to_on', 'is', null))
    .select(['s.id', 's.answered_at as agreedAt', 'o.name as organisation', 'o.town', 'r.title', 'n.name as fromHub'])
    .where('f.hub_id', '=', hubId)
    .where('s.status', '=', 'agreed')
    .where('i.status', 'in', ['confirmed', 'waiting'])
    .orderBy('s.answered_at')
    .orderBy('s.id')
    .execute()

/** Offers of the same project at other hubs, or at one, to which a request could go. */
export const offersToPassTo = (
  db: Reader,
  { projectId, butHub, atHub }: { projectId: string; butHub?: string; atHub?: string },
) =>
  db
    .selectFrom('offers as f')
    .innerJoin('hubs as h', 'h.id', 'f.hub_id')
    .leftJoin('hub_names as n', (join) => join.onRef('n.hub_id', '=', 'h.id').on('n.to_on', 'is', null))
    .leftJoin('project_themes as t', 't.id', 'f.theme_id')
    .select(['f.id', 'f.hub_id as hubId', 't.title as theme', 'f.slug'])
    .select(sql<string>`coalesce(n.name, h.slug)`.as('hub'))
    .where('f.project_id', '=', projectId)
    .where('f.status', '=', 'published')
    .$if(butHub !== undefined, (query) => query.where('f.hub_id', '<>', butHub ?? ''))
    .$if(atHub !== undefined, (query) => query.where('f.hub_id', '=', atHub ?? ''))
    .orderBy('hub')
    .orderBy('f.slug')
    .execute()

/** Those whom nobody has answered for too long. */
export const passingsUnanswered = async (db: Reader, before: Temporal.Instant): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('interest_passings')
      .select('id')
      .where('status', '=', 'asked')
      .where('asked_at', '<', before)
      .orderBy('asked_at')
      .limit(200)
      .execute()
  ).map(({ id }) => id)

/** The requests from which one was passed on, hub by hub, and itself, with what was mailed about passing each of them on. */
export const lineOfPassings = async (
  db: Reader,
  interestId: string,
): Promise<
  readonly { readonly interestId: string; readonly passingId: string | null; readonly isAsked: boolean }[]
> => {
  const { rows } = await sql<{ interestId: string; passingId: string | null; isAsked: boolean }>`
    with recursive line (id) as (
      select ${interestId}::uuid union select i.id from expressions_of_interest i join line on i.passed_on_to_id = line.id
    )
    select line.id as "interestId", s.id as "passingId", s.status is not distinct from 'asked' as "isAsked"
    from line left join interest_passings s on s.interest_id = line.id order by line.id, s.asked_at`.execute(db)
  return rows
}
