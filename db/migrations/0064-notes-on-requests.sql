-- What the staff of a hub note beside a request to join: for themselves alone.
create table interest_notes (
  id uuid primary key,
  interest_id uuid not null references expressions_of_interest,
  body text not null constraint interest_notes_say_something check (btrim(body) <> ''),
  written_by_person_id uuid references people,
  written_at timestamptz not null
);
create index interest_notes_by_interest on interest_notes (interest_id, written_at);
create index interest_notes_by_writer on interest_notes (written_by_person_id) where written_by_person_id is not null;

-- The list a hub works on is put together and counted from these alone.
create index interest_verdicts_that_decide on interest_verdicts (interest_id) where strength = 'required' and coalesce(overruled_answer, answer) <> 'yes';

-- What whoever decides on a request should know of others: the same school, its predecessor or successor has asked this hub too; has a
-- place in the project already, here or elsewhere; has asked another hub, told to the hub in whose area the school lies alone.
create view interest_hints as
with asked as (
  select i.id, i.organisation_id, i.project_id, i.person_id, i.place_id, f.hub_id
  from expressions_of_interest i join offers f on f.id = i.offer_id
  where i.received_at is not null and i.status in ('received', 'confirmed', 'waiting', 'offered', 'placed')
)
select i.id as interest_id, 'request' as kind, r.relation, true as is_here, d.id as other_interest_id, null::uuid as other_place_id
from asked i
cross join lateral (
  select i.organisation_id, 'same' as relation
  union all select s.predecessor_id, 'predecessor' from organisation_successors s where s.successor_id = i.organisation_id
  union all select s.successor_id, 'successor' from organisation_successors s where s.predecessor_id = i.organisation_id) r
join expressions_of_interest d on d.organisation_id = r.organisation_id and d.project_id = i.project_id and d.id <> i.id
  and d.person_id is not distinct from i.person_id and d.received_at is not null
  and d.status in ('received', 'confirmed', 'waiting', 'offered', 'placed')
join offers e on e.id = d.offer_id and e.hub_id = i.hub_id
union all
select i.id, 'place', r.relation, g.hub_id = i.hub_id, null::uuid, c.id
from asked i
cross join lateral (
  select i.organisation_id, 'same' as relation
  union all select s.predecessor_id, 'predecessor' from organisation_successors s where s.successor_id = i.organisation_id
  union all select s.successor_id, 'successor' from organisation_successors s where s.predecessor_id = i.organisation_id) r
join places c on c.organisation_id = r.organisation_id and c.project_id = i.project_id and c.id is distinct from i.place_id
  and c.person_id is not distinct from i.person_id and c.status in ('offered', 'held', 'completed')
join groups g on g.id = c.group_id
union all
select i.id, 'elsewhere', 'same', false, null::uuid, null::uuid
from asked i
where exists (select from expressions_of_interest d join offers e on e.id = d.offer_id
    where d.organisation_id = i.organisation_id and d.project_id = i.project_id and d.person_id is not distinct from i.person_id
      and d.received_at is not null and d.status in ('received', 'confirmed', 'waiting') and e.hub_id <> i.hub_id)
  and exists (select from hub_areas h join organisations o on o.authority_code = h.authority_code
    where h.hub_id = i.hub_id and h.to_on is null and o.id = i.organisation_id);

select guard_against_merged_records();
