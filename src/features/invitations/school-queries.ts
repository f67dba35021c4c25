import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

export type Colleague = {
  readonly personId: string
  readonly name: string
  readonly posts: readonly string[]
  /** The part as lead of the organisation, if they hold it. */
  readonly leadRoleId: string | null
  readonly takesPart: readonly string[]
  /** Whether mail does not arrive at their address. */
  readonly isNotReached: boolean
}

/** Who works at an organisation today, as far as is known: its leads first. */
export const colleaguesAt = async (
  db: Reader,
  organisationId: string,
  today: Temporal.PlainDate,
): Promise<readonly Colleague[]> =>
  (
    await sql<Colleague>`
      select n.id as "personId", n.name,
        array(select p.post from posts p where p.person_id = n.id and p.organisation_id = ${organisationId} and p.to_on is null order by p.stated_at) as posts,
        (select r.id from roles r where r.person_id = n.id and r.organisation_id = ${organisationId} and r.role = 'school_lead'
          and (r.to_on is null or r.to_on >= ${today}) limit 1) as "leadRoleId",
        array(select distinct g.name from participants a join places l on l.id = a.place_id join groups g on g.id = l.group_id
          where a.person_id = n.id and l.organisation_id = ${organisationId} and a.to_on is null and l.status in ('offered', 'held') order by g.name) as "takesPart",
        exists (select from email_addresses e join failing_addresses f on f.address = e.address
          where e.person_id = n.id and e.to_at is null and e.is_primary) as "isNotReached"
      from people n
      where n.erased_at is null and n.id in (
        select p.person_id from posts p where p.organisation_id = ${organisationId} and p.to_on is null
        union select r.person_id from roles r where r.organisation_id = ${organisationId} and r.role = 'school_lead' and (r.to_on is null or r.to_on >= ${today})
        union select a.person_id from participants a join places l on l.id = a.place_id
          where l.organisation_id = ${organisationId} and a.to_on is null and l.status in ('offered', 'held'))
      order by 4 is null, n.name collate people_order, n.id`.execute(db)
  ).rows
