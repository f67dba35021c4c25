import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'
import { likenPeople } from './people-likeness-store.ts'

/** Only one looks at a time; says whether it is our turn. */
export const takeTurn = async (tx: Transaction): Promise<boolean> => {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(76, 18) as ours`.execute(tx)
  return rows[0]?.ours === true
}

// Everything by which organisations are likened, worked out once for each.
const organisationsNamed = sql`
  create temp table named on commit drop as
  select id, kind, urn, town, lower(town) as town_is, searchable_place(name) as searched,
    nullif(replace(lower(postcode), ' ', ''), '') as postcode_is,
    nullif(regexp_replace(lower(website), '^(https?://)?(www[.])?|/.*$', '', 'g'), '') as site
  from organisations where merged_into_id is null and kind in ('school', 'itt_provider', 'other')`

// Two that stand in the register of schools are two schools; one that does not may be one that does.
const organisationPairs = sql`
  create temp table pairs on commit drop as
  select least(a.id, b.id) as first_id, greatest(a.id, b.id) as second_id,
    array_remove(array[
      case when a.postcode_is = b.postcode_is then 'The same name and postcode' else format('The same name in %s', b.town) end,
      case when 'other' in (a.kind, b.kind) and 'school' in (a.kind, b.kind) then 'Another body that stands in the register of schools'
        when 'itt_provider' in (a.kind, b.kind) and 'school' in (a.kind, b.kind) then 'A provider of teacher training that is a school' end,
      case when a.site = b.site then 'The same website' end], null) as reasons,
    case when a.postcode_is = b.postcode_is then 50 else 25 end + case when a.site = b.site then 20 else 0 end as weight
  from named a join named b on b.searched = a.searched and b.id <> a.id and (b.urn is not null or b.id > a.id)
    and (a.postcode_is = b.postcode_is or a.town_is = b.town_is or a.site = b.site)
  where a.urn is null
    and not exists (select from organisation_successors s where (s.predecessor_id, s.successor_id) in ((a.id, b.id), (b.id, a.id)))`

// What was decided stays decided; what is not found any more is not suggested any more, unless a hub has proposed it.
const keepPairs = async (tx: Transaction, kind: 'person' | 'organisation', now: Temporal.Instant): Promise<number> => {
  await sql`delete from possible_duplicates d where d.kind = ${kind} and d.status = 'open' and d.proposed_at is null
    and not exists (select from pairs p where p.first_id = d.first_id and p.second_id = d.second_id)`.execute(tx)
  await sql`insert into possible_duplicates (first_id, second_id, kind, reasons, weight, found_at)
    select first_id, second_id, ${kind}, reasons, weight, ${now} from pairs
    on conflict (first_id, second_id) do update set reasons = excluded.reasons, weight = excluded.weight
      where possible_duplicates.status = 'open'`.execute(tx)
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count from possible_duplicates where kind = ${kind} and status = 'open'`.execute(tx)
  await sql`drop table pairs`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Looks through everybody for people who may be one, and keeps what is found; gives how many pairs stand open. */
export const findPeople = async (tx: Transaction, now: Temporal.Instant): Promise<number> => {
  await likenPeople(tx)
  return keepPairs(tx, 'person', now)
}

/** The same for organisations. */
export const findOrganisations = async (tx: Transaction, now: Temporal.Instant): Promise<number> => {
  await organisationsNamed.execute(tx)
  await sql`analyze named`.execute(tx)
  await organisationPairs.execute(tx)
  return keepPairs(tx, 'organisation', now)
}
