import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

export type PersonSeen = { readonly id: string; readonly name: string; readonly address: string | null }

/** The person who is reached at an address today. */
export const personWithAddress = async (db: Reader, address: string): Promise<PersonSeen | null> =>
  (await db
    .selectFrom('email_addresses as e')
    .innerJoin('people as p', 'p.id', 'e.person_id')
    .select(['p.id', 'p.name', 'e.address'])
    .where('e.address', '=', address)
    .where('e.to_at', 'is', null)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()) ?? null

/** Where a person is written to today. */
export const addressOf = async (db: Reader, personId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('email_addresses')
      .select('address')
      .where('person_id', '=', personId)
      .where('to_at', 'is', null)
      .orderBy('from_at', 'desc')
      .executeTakeFirst()
  )?.address ?? null

/** What the person concerned sees of themselves: addresses, posts, roles. */
export const ownDetails = async (db: Reader, personId: string) => {
  const [person, addresses, posts, roles] = await Promise.all([
    db.selectFrom('people').select(['id', 'name']).where('id', '=', personId).executeTakeFirst(),
    db
      .selectFrom('email_addresses')
      .select(['address', 'confirmed_at'])
      .where('person_id', '=', personId)
      .where('to_at', 'is', null)
      .execute(),
    db
      .selectFrom('posts as p')
      .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
      .select(['p.post', 'p.held', 'p.from_on', 'p.to_on', 'o.name as organisation'])
      .where('p.person_id', '=', personId)
      .orderBy('p.from_on', 'desc')
      .execute(),
    db
      .selectFrom('roles as r')
      .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'r.hub_id').on('h.to_on', 'is', null))
      .leftJoin('groups as g', 'g.id', 'r.group_id')
      .leftJoin('organisations as o', 'o.id', 'r.organisation_id')
      .select(['r.role', 'r.from_on', 'r.to_on', sql<string | null>`coalesce(h.name, g.name, o.name)`.as('at')])
      .where('r.person_id', '=', personId)
      .orderBy('r.from_on', 'desc')
      .execute(),
  ])
  return person ? { ...person, addresses, posts, roles } : null
}

/** Posts a person holds today. */
export const currentPosts = (db: Reader, personId: string, today: Temporal.PlainDate) =>
  db
    .selectFrom('posts')
    .select(['organisation_id', 'post', 'held', 'from_on', 'stated_at', 'stated_by'])
    .where('person_id', '=', personId)
    .where((where) => where.or([where('to_on', 'is', null), where('to_on', '>=', today)]))
    .execute()

/** Where the staff of a hub are written to. */
export const hubStaffAddresses = (db: Reader, hubId: string, today: Temporal.PlainDate) =>
  db
    .selectFrom('roles as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .innerJoin('email_addresses as e', (join) => join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null))
    .select(['p.id as personId', 'p.name', 'e.address'])
    .distinctOn('p.id')
    .where('r.hub_id', '=', hubId)
    .where('r.role', 'in', ['hub_lead', 'hub_administrator'])
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
    .execute()
