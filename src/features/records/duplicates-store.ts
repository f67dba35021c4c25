import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'

/** Only one looks at a time; says whether it is our turn. */
export const takeTurn = async (tx: Transaction): Promise<boolean> => {
  const { rows } = await sql<{ ours: boolean }>`select pg_try_advisory_xact_lock(76, 18) as ours`.execute(tx)
  return rows[0]?.ours === true
}

// Everybody somewhere, once: by a post, a part in a group or as a school's lead; the name as it is looked for.
const peopleAtWork = sql`
  create temp table at_work on commit drop as
  select distinct w.person_id, w.organisation_id, searchable(p.name) as name, w.post from (
    select person_id, organisation_id, post from posts
    union all select a.person_id, l.organisation_id, a.post from participants a join places l on l.id = a.place_id
    union all select person_id, organisation_id, null from roles where role = 'school_lead'
  ) w join people p on p.id = w.person_id and p.erased_at is null and p.merged_into_id is null`

// More than so many who share a telephone or a name at one place are a switchboard, or a slip of an import: no pairs are made of them.
const mostAlike = 12

const peoplePairs = sql`
  create temp table pairs on commit drop as
  select first_id, second_id, array_agg(distinct reason order by reason) as reasons, sum(distinct weight)::int as weight from (
    select least(a.person_id, b.person_id) as first_id, greatest(a.person_id, b.person_id) as second_id, 'They had the same email address' as reason, 50 as weight
      from email_addresses a join email_addresses b on b.address = a.address and b.person_id <> a.person_id
    union all
    select least(a.id, b.id), greatest(a.id, b.id), 'They have the same teacher reference number', 60
      from people a join people b on b.teacher_reference_number = a.teacher_reference_number and b.id > a.id
    union all
    select least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), format('The same name at %s', o.name), 41
      from at_work a join at_work b on b.organisation_id = a.organisation_id and b.name = a.name and b.person_id > a.person_id
      join organisations o on o.id = a.organisation_id
    union all
    select least(a.person_id, b.person_id), greatest(a.person_id, b.person_id), format('Similar names, the same post and the same school, %s', o.name), 23
      from at_work a join at_work b on b.organisation_id = a.organisation_id and b.post = a.post and b.person_id > a.person_id and b.name <> a.name
        and (similarity(b.name, a.name) > 0.55 or (split_part(b.name, ' ', -1) = split_part(a.name, ' ', -1) and left(b.name, 1) = left(a.name, 1)))
      join organisations o on o.id = a.organisation_id
    union all
    select a.id, b.id, 'Similar names and the same telephone number', 32
      from telephones a join telephones b on b.telephone = a.telephone and b.id > a.id and similarity(searchable(a.name), searchable(b.name)) > 0.4
  ) found join people p on p.id = found.first_id join people q on q.id = found.second_id
  where p.erased_at is null and q.erased_at is null and p.merged_into_id is null and q.merged_into_id is null
  group by first_id, second_id`

const telephones = sql`
  create temp table telephones on commit drop as
  select id, name, telephone from (
    select id, name, right(regexp_replace(telephone, '[^0-9]', '', 'g'), 10) as telephone,
      count(*) over (partition by right(regexp_replace(telephone, '[^0-9]', '', 'g'), 10)) as alike
    from people where telephone is not null and erased_at is null and merged_into_id is null) t
  where alike between 2 and ${sql.lit(mostAlike)} and length(telephone) = 10`

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
  await sql`set local work_mem = '64MB'`.execute(tx)
  await peopleAtWork.execute(tx)
  await sql`analyze at_work`.execute(tx)
  await telephones.execute(tx)
  await sql`analyze telephones`.execute(tx)
  await peoplePairs.execute(tx)
  return keepPairs(tx, 'person', now)
}

/** The same for organisations. */
export const findOrganisations = async (tx: Transaction, now: Temporal.Instant): Promise<number> => {
  await organisationsNamed.execute(tx)
  await sql`analyze named`.execute(tx)
  await organisationPairs.execute(tx)
  return keepPairs(tx, 'organisation', now)
}
