import { sql } from 'kysely'
import type { Transaction } from '../../platform/database/index.ts'

// Nobody is compared with everybody: only those who share a sign, or a name or a post at one place, are looked at as pairs.
// More than so many who share one are a switchboard, or a slip of an import: no pairs are made of them.
const mostAlike = sql.lit(12)
// Where more than so many do the same at one place, only those of one surname are likened.
const mostLikened = sql.lit(60)

/** Everybody who is not an alias, as their name is looked for, and as it was before they changed it. */
const peopleCalled = sql`
  create temp table called on commit drop as
  select p.id as person_id, searchable(p.name) as name, true as is_today from people p where p.erased_at is null and p.merged_into_id is null
  union select n.person_id, searchable(n.name), false from person_names n join people p on p.id = n.person_id
    where p.erased_at is null and p.merged_into_id is null and searchable(n.name) <> searchable(p.name)`

/** Everybody somewhere, once: by a post, a part in a group or as a school's lead. */
const peopleAtWork = sql`
  create temp table at_work on commit drop as
  select w.person_id, w.organisation_id, w.post, c.name, c.is_today, split_part(c.name, ' ', -1) as surname, left(c.name, 1) as initial from (
    select person_id, organisation_id, post from posts
    union select a.person_id, l.organisation_id, a.post from participants a join places l on l.id = a.place_id
    union select person_id, organisation_id, null from roles where role = 'school_lead'
  ) w join called c using (person_id)`

/** What is of one person alone, as a rule: those who share it are few. */
const signsOfPeople = sql`
  create temp table signs on commit drop as
  select person_id, kind, sign from (
    select person_id, kind, sign, count(*) over (partition by kind, sign) as alike from (
      select person_id, 'address' as kind, lower(address::text) as sign from email_addresses
      union select id, 'number', teacher_reference_number from people where teacher_reference_number is not null
      union select id, 'telephone', right(regexp_replace(telephone, '[^0-9]', '', 'g'), 10) from people where telephone is not null
    ) s where kind <> 'telephone' or length(sign) = 10
  ) s where alike between 2 and ${mostAlike}`

const found = sql`create temp table found (one_id uuid, other_id uuid, reason text, at_id uuid, weight int) on commit drop`

const bySigns = sql`
  insert into found
  select a.person_id, b.person_id, w.reason, null, w.weight from signs a
    join signs b on b.kind = a.kind and b.sign = a.sign and b.person_id > a.person_id
    join (values ('address', 'They had the same email address', 50), ('number', 'They have the same teacher reference number', 60),
      ('telephone', 'Similar names and the same telephone number', 32)) w (kind, reason, weight) on w.kind = a.kind
    left join called p on p.person_id = a.person_id and p.is_today left join called q on q.person_id = b.person_id and q.is_today
  where a.kind <> 'telephone' or similarity(p.name, q.name) > 0.4`

/** The same name at one place, today or before somebody changed it: not where so many have it that it is no name. */
const byName = sql`
  insert into found
  select a.person_id, b.person_id, case when a.is_today and b.is_today then 'The same name at %s' else 'An earlier name of one is the name of the other at %s' end,
    a.organisation_id, case when a.is_today and b.is_today then 41 else 35 end
  from at_work a join at_work b on b.organisation_id = a.organisation_id and b.name = a.name and b.person_id > a.person_id and (a.is_today or b.is_today)
  join (select organisation_id, name from at_work group by organisation_id, name having count(distinct person_id) between 2 and ${mostAlike}) few
    on few.organisation_id = a.organisation_id and few.name = a.name
  group by 1, 2, 3, 4, 5`

/** Names with a slip in them, of two who do the same at one place; and an initial for a first name. */
const bySimilarName = sql`
  insert into found
  with working as materialized (
    select distinct person_id, organisation_id, post, name, surname, initial, count(*) over (partition by organisation_id, post) as doing,
      count(*) over (partition by organisation_id, post, surname, initial) as alike
    from at_work where is_today and post is not null
  )
  select a.person_id, b.person_id, 'Similar names, the same post and the same school, %s', a.organisation_id, 23 from working a
    join working b on b.organisation_id = a.organisation_id and b.post = a.post and b.person_id > a.person_id and b.name <> a.name and similarity(b.name, a.name) > 0.55
  where a.doing between 2 and ${mostLikened}
  union
  select a.person_id, b.person_id, 'Similar names, the same post and the same school, %s', a.organisation_id, 23 from working a
    join working b on b.organisation_id = a.organisation_id and b.post = a.post and b.surname = a.surname and b.initial = a.initial and b.person_id > a.person_id and b.name <> a.name
  where a.alike between 2 and ${mostAlike}`

/** A name that only two have, in one authority: somebody who changed school and came again under another address. */
const byRareName = sql`
  insert into found
  select distinct a.person_id, b.person_id, format('Nobody else here has this name, and both are in %s', x.name), null::uuid, 15
  from (select name, min(person_id::text)::uuid as one_id, max(person_id::text)::uuid as other_id from called group by name having count(distinct person_id) = 2) n
  join at_work a on a.person_id = n.one_id join at_work b on b.person_id = n.other_id and b.organisation_id <> a.organisation_id
  join organisations o on o.id = a.organisation_id join organisations p on p.id = b.organisation_id and p.authority_code = o.authority_code
  join authorities x on x.code = o.authority_code where position(' ' in n.name) > 0`

const pairs = sql`
  create temp table pairs on commit drop as
  select least(f.one_id, f.other_id) as first_id, greatest(f.one_id, f.other_id) as second_id,
    array_agg(distinct format(f.reason, o.name) order by format(f.reason, o.name)) as reasons, sum(distinct f.weight)::int as weight
  from found f join people p on p.id = f.one_id join people q on q.id = f.other_id left join organisations o on o.id = f.at_id
  where p.erased_at is null and q.erased_at is null and p.merged_into_id is null and q.merged_into_id is null
  group by 1, 2`

/** Finds pairs of people who may be one, with the reasons and how much they weigh, into the table `pairs`. */
export const likenPeople = async (tx: Transaction): Promise<void> => {
  await sql`set local work_mem = '64MB'`.execute(tx)
  await peopleCalled.execute(tx)
  await sql`analyze called`.execute(tx)
  await peopleAtWork.execute(tx)
  await signsOfPeople.execute(tx)
  await found.execute(tx)
  await sql`analyze at_work, signs`.execute(tx)
  for (const sign of [bySigns, byName, bySimilarName, byRareName]) await sign.execute(tx)
  await sql`analyze found`.execute(tx)
  await pairs.execute(tx)
}
