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

/** An address to write to, with the person who is reached there today, so that the mail leads to their own details. */
export const addressee = async (
  db: Reader,
  address: string,
): Promise<{ readonly address: string; readonly personId: string | null }> => ({
  address,
  personId: (await personWithAddress(db, address))?.id ?? null,
})

/** Where a person is written to today. */
export const addressOf = async (db: Reader, personId: string): Promise<string | null> =>
  (
    await db
      .selectFrom('email_addresses')
      .select('address')
      .where('person_id', '=', personId)
      .where('to_at', 'is', null)
      .where('is_primary', '=', true)
      .executeTakeFirst()
  )?.address ?? null

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
    .innerJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )
    .select(['p.id as personId', 'p.name', 'e.address'])
    .distinctOn('p.id')
    .where('r.hub_id', '=', hubId)
    .where('r.role', 'in', ['hub_lead', 'hub_administrator'])
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
    .execute()

/** Where those who lead an organisation are written to. */
export const leadsOfOrganisation = (db: Reader, organisationId: string, today: Temporal.PlainDate) =>
  db
    .selectFrom('roles as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .innerJoin('email_addresses as e', (join) =>
      join.onRef('e.person_id', '=', 'p.id').on('e.to_at', 'is', null).on('e.is_primary', '=', true),
    )
    .select(['r.id as roleId', 'p.id as personId', 'p.name', 'e.address'])
    .distinctOn('p.id')
    .where('r.organisation_id', '=', organisationId)
    .where('r.role', '=', 'school_lead')
    .where('r.from_on', '<=', today)
    .where((where) => where.or([where('r.to_on', 'is', null), where('r.to_on', '>=', today)]))
    .where('p.erased_at', 'is', null)
    .execute()

/** The words that hubs have in addresses, by their ids. */
export const slugsOfHubs = async (db: Reader, hubIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  hubIds.length === 0
    ? new Map()
    : new Map(
        (
          await db
            .selectFrom('hubs')
            .select(['id', 'slug'])
            .where('id', 'in', [...hubIds])
            .execute()
        ).map((row) => [row.id, row.slug]),
      )
