import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'
import { peopleKnownTo } from '../people/index.ts'

/** Somebody whom mail does not reach where they are written to. */
export type NotReached = {
  readonly personId: string
  readonly name: string
  readonly address: string
  readonly telephone: string | null
  readonly organisations: readonly string[]
  readonly failedAt: Temporal.Instant
  readonly status: string
  readonly heldBack: number
}

const failing = sql`from failing_addresses f
  join email_addresses e on e.address = f.address and e.to_at is null and e.is_primary
  join people n on n.id = e.person_id and n.erased_at is null`

const columns = sql`n.id as "personId", n.name, e.address::text as address, n.telephone, f.failed_at as "failedAt", f.status,
  array(select distinct o.name from posts t join organisations o on o.id = t.organisation_id where t.person_id = n.id and t.to_on is null
    union select o.name from participants a join places p on p.id = a.place_id join organisations o on o.id = p.organisation_id
      where a.person_id = n.id and a.to_on is null order by 1) as organisations,
  (select count(*)::int from messages m where m.held_back_at is not null and m.to_address::citext = f.address) as "heldBack"`

/** The people of a hub whom mail does not reach, the latest first. */
export const notReached = async (db: Reader, hubId: string): Promise<readonly NotReached[]> =>
  (
    await sql<NotReached>`select ${columns} ${failing}
      where n.id in (${peopleKnownTo(hubId)}) order by f.failed_at desc, n.name`.execute(db)
  ).rows

/** One of them; null where mail reaches the person, or nothing is known to be wrong. */
export const personNotReached = async (db: Reader, personId: string): Promise<NotReached | null> =>
  (await sql<NotReached>`select ${columns} ${failing} where n.id = ${personId}`.execute(db)).rows[0] ?? null

/** How many people of a hub mail does not reach. */
export const countNotReached = async (db: Reader, hubId: string): Promise<number> =>
  (
    await sql<{ count: number }>`select count(*)::int as count ${failing}
      where n.id in (${peopleKnownTo(hubId)})`.execute(db)
  ).rows[0]?.count ?? 0

/** Which of these people mail does not reach: for a list that names them. */
export const whoIsNotReached = async (db: Reader, personIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (personIds.length === 0) return new Set()
  const { rows } = await sql<{
    id: string
  }>`select n.id ${failing} where n.id = any(${[...personIds]}::uuid[])`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Failing addresses that the history has not been told of, with the person whose they are. */
export const failingToNote = async (db: Reader) =>
  (
    await sql<{ address: string; status: string; personId: string | null }>`
      select f.address::text as address, f.status, e.person_id as "personId" from failing_addresses f
        left join email_addresses e on e.address = f.address and e.to_at is null
      where f.noted_at is null order by f.failed_at limit 200`.execute(db)
  ).rows

/** People for whom mail is held back though they are reached at another address by now. */
export const reachedElsewhere = async (db: Reader) =>
  (
    await sql<{ personId: string; address: string }>`
      select distinct m.to_person_id as "personId", e.address::text as address from messages m
        join email_addresses e on e.person_id = m.to_person_id and e.to_at is null and e.is_primary
      where m.held_back_at is not null and m.to_address::citext <> e.address
        and not exists (select from failing_addresses f where f.address = e.address)`.execute(db)
  ).rows

/** The mail that a report is about, by the name it was handed over with or by its Message-ID. */
export const messageReported = async (
  db: Reader,
  { envelopeId, messageId }: { readonly envelopeId: string | null; readonly messageId: string | null },
) =>
  db
    .selectFrom('messages')
    .select(['id', 'to_address as address'])
    .where((is) =>
      is.or([
        ...(envelopeId === null ? [] : [is(sql<string>`id::text`, '=', envelopeId)]),
        ...(messageId === null ? [] : [is('message_id', '=', messageId)]),
        sql<boolean>`false`,
      ]),
    )
    .limit(1)
    .executeTakeFirst()

/** Whether somebody has a part in running a hub or the network. */
export const isStaffAnywhere = async (db: Reader, personId: string, today: Temporal.PlainDate): Promise<boolean> =>
  (await db
    .selectFrom('roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', 'in', ['national_team', 'analyst', 'hub_lead', 'hub_administrator'])
    .where((is) => is.or([is('to_on', 'is', null), is('to_on', '>=', today)]))
    .executeTakeFirst()) !== undefined
