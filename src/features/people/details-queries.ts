import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** What somebody is called and how they are reached. */
export const personById = async (db: Reader, personId: string) =>
  (await db
    .selectFrom('people as p')
    .leftJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )
    .select(['p.id', 'p.name', 'p.telephone', 'e.address', 'e.confirmed_at as confirmedAt'])
    .where('p.id', '=', personId)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()) ?? null

/** What somebody was called before, latest first. */
export const formerNames = (db: Reader, personId: string) =>
  db
    .selectFrom('person_names')
    .select(['name', 'from_on as from', 'to_on as to'])
    .where('person_id', '=', personId)
    .orderBy('to_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Every address of a person: the one written to, those that still sign in, those that were. */
export const addressesOf = (db: Reader, personId: string) =>
  db
    .selectFrom('email_addresses')
    .select(['address', 'confirmed_at as confirmedAt', 'from_at as from', 'to_at as to', 'is_primary as isPrimary'])
    .where('person_id', '=', personId)
    .orderBy(sql`to_at is null`, 'desc')
    .orderBy('is_primary', 'desc')
    .orderBy('from_at', 'desc')
    .execute()

/** Every post of a person, those held today first, with who said so. */
export const postsOf = (db: Reader, personId: string) =>
  db
    .selectFrom('posts as p')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .leftJoin('people as s', 's.id', 'p.stated_by_person_id')
    .select([
      'p.id',
      'p.post',
      'p.from_on as from',
      'p.to_on as to',
      'p.stated_by as statedBy',
      's.name as statedByName',
    ])
    .select(['o.id as organisationId', 'o.name as organisation'])
    .where('p.person_id', '=', personId)
    .orderBy(sql`p.to_on is null`, 'desc')
    .orderBy(sql`coalesce(p.to_on, p.from_on) desc nulls last`)
    .orderBy('p.id', 'desc')
    .execute()

/** Every role of a person, those held today first, with who gave and who ended it. */
export const rolesOf = (db: Reader, personId: string) =>
  db
    .selectFrom('roles as r')
    .leftJoin('hub_names as h', (join) => join.onRef('h.hub_id', '=', 'r.hub_id').on('h.to_on', 'is', null))
    .leftJoin('groups as g', 'g.id', 'r.group_id')
    .leftJoin('organisations as o', 'o.id', 'r.organisation_id')
    .leftJoin('people as b', 'b.id', 'r.granted_by_person_id')
    .leftJoin('people as e', 'e.id', 'r.ended_by_person_id')
    .select([
      'r.id',
      'r.role',
      'r.from_on as from',
      'r.to_on as to',
      'r.hub_id as hubId',
      'r.group_id as groupId',
      'r.organisation_id as organisationId',
    ])
    .select(['g.hub_id as groupHubId', 'r.ended_at as endedAt', 'r.end_reason as endReason'])
    .select(['b.name as grantedBy', 'e.name as endedBy'])
    .select(sql<string | null>`coalesce(h.name, g.name, o.name)`.as('at'))
    .where('r.person_id', '=', personId)
    .orderBy(sql`r.to_on is null`, 'desc')
    .orderBy('r.from_on', 'desc')
    .orderBy('r.id', 'desc')
    .execute()

/** What somebody takes part in, with the needs told for it. */
export const participationsOf = (db: Reader, personId: string) =>
  db
    .selectFrom('participants as a')
    .innerJoin('places as p', 'p.id', 'a.place_id')
    .innerJoin('groups as g', 'g.id', 'p.group_id')
    .innerJoin('projects as r', 'r.id', 'p.project_id')
    .innerJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select(['a.id', 'a.part', 'a.from_on as from', 'a.to_on as to', 'p.status', 'r.title as project', 'r.year'])
    .select(sql<string | null>`needs_in_words(a.needs, a.access_needs)`.as('needs'))
    .select([
      'g.id as groupId',
      'g.name as group',
      'g.hub_id as hubId',
      'o.id as organisationId',
      'o.name as organisation',
    ])
    .where('a.person_id', '=', personId)
    .orderBy(sql`a.to_on is null`, 'desc')
    .orderBy('r.year', 'desc')
    .orderBy('g.name')
    .execute()

/** The change of address that waits to be confirmed, if there is one. */
export const openAddressChange = async (db: Reader, personId: string) =>
  (await db
    .selectFrom('address_changes')
    .select(['id', 'address', 'asked_at as askedAt'])
    .where('person_id', '=', personId)
    .where('status', '=', 'asked')
    .executeTakeFirst()) ?? null

/** A change of address, for the holder of a link to it. */
export const addressChangeById = async (db: Reader, id: string) =>
  (await db
    .selectFrom('address_changes as c')
    .innerJoin('people as p', 'p.id', 'c.person_id')
    .select(['c.id', 'c.person_id as personId', 'c.address', 'c.former_address as formerAddress', 'c.status', 'p.name'])
    .select(['c.asked_at as askedAt', 'c.confirmed_at as confirmedAt'])
    .where('c.id', '=', id)
    .where('p.erased_at', 'is', null)
    .executeTakeFirst()) ?? null

/** The changes that were confirmed so long ago that the address before them is let go. */
export const addressesToLetGo = async (db: Reader, confirmedBefore: Temporal.Instant): Promise<readonly string[]> =>
  (
    await db
      .selectFrom('address_changes')
      .select('id')
      .where('status', '=', 'confirmed')
      .where('let_go_at', 'is', null)
      .where('confirmed_at', '<', confirmedBefore)
      .execute()
  ).map(({ id }) => id)

/** The teacher reference number, if one was given: read only where it is needed. */
export const referenceNumberOf = async (db: Reader, personId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('people')
      .select('teacher_reference_number')
      .where('id', '=', personId)
      .where('erased_at', 'is', null)
      .executeTakeFirst()
  )?.teacher_reference_number ?? null

/** How often somebody has asked for a new address since then. */
export const addressChangesSince = async (db: Reader, personId: string, since: Temporal.Instant): Promise<number> =>
  (
    await db
      .selectFrom('address_changes')
      .select((select) => select.fn.countAll<number>().as('count'))
      .where('person_id', '=', personId)
      .where('asked_at', '>', since)
      .executeTakeFirstOrThrow()
  ).count

/** Whether somebody works at an organisation as far as is known: they hold a post there or lead it. */
export const worksAt = async (
  db: Reader,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<boolean> => {
  const { rows } = await sql<{ works: boolean }>`
    select exists (select from posts p where p.person_id = ${personId} and p.organisation_id = ${organisationId} and p.to_on is null)
      or exists (select from roles r where r.person_id = ${personId} and r.organisation_id = ${organisationId} and r.to_on is null)
      or exists (select from participants a join places l on l.id = a.place_id
        where a.person_id = ${personId} and l.organisation_id = ${organisationId} and a.to_on is null and l.status in ('offered', 'held')) as works`.execute(
    db,
  )
  return rows[0]?.works ?? false
}

/** The organisations somebody works at today. */
export const workplacesOf = async (db: Reader, personId: string) =>
  (
    await sql<{ id: string; name: string }>`
      select o.id, o.name from organisations o where o.id in (
        select p.organisation_id from posts p where p.person_id = ${personId} and p.to_on is null
        union select r.organisation_id from roles r where r.person_id = ${personId} and r.organisation_id is not null and r.to_on is null
        union select l.organisation_id from participants a join places l on l.id = a.place_id
          where a.person_id = ${personId} and a.to_on is null and l.status in ('offered', 'held'))
      order by o.name`.execute(db)
  ).rows
