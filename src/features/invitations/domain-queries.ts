import { sql } from 'kysely'
import type { Reader } from '../../platform/database/index.ts'

/** Who said that they work at an organisation and has confirmed an address at a domain, the first before the others. */
export const peopleAtDomain = (db: Reader, organisationId: string, domain: string) =>
  db
    .selectFrom('email_addresses as e')
    .innerJoin('posts as p', 'p.person_id', 'e.person_id')
    .select(['e.person_id as personId'])
    .where('p.organisation_id', '=', organisationId)
    .where('p.to_on', 'is', null)
    .where('p.stated_by', '=', 'person')
    .where('e.to_at', 'is', null)
    .where('e.confirmed_at', 'is not', null)
    .where(sql<boolean>`split_part(lower(e.address::text), '@', 2) = ${domain}`)
    .orderBy('e.confirmed_at')
    .orderBy('e.id')
    .execute()

/** An open organisation with the e-mail domains that are known for it. */
export const domainsOf = (db: Reader, organisationId: string) =>
  db
    .selectFrom('organisations')
    .select(['id', 'name', 'email_domains as domains'])
    .where('id', '=', organisationId)
    .where('status', '<>', 'closed')
    .executeTakeFirst()
