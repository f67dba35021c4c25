-- Mail that an act on many requests causes waits until the act cannot be undone any more; what one person is told by one act is one mail.
alter table messages
  add column held_for uuid,
  add column letters jsonb;
create index messages_held on messages (hold_until) where held;
create index messages_held_for on messages (held_for) where held_for is not null;

-- What the staff of a hub do with many requests at once: chosen, looked at, carried out, perhaps undone.
create table bulk_acts (
  id uuid primary key,
  hub_id uuid not null references hubs,
  kind text constraint bulk_acts_kind check (kind in ('offer', 'wait', 'decline', 'message', 'pass_on')),
  particulars jsonb not null default '{}',
  status text not null constraint bulk_acts_status check (status in ('chosen', 'previewed', 'carried_out', 'undone')),
  begun_by_person_id uuid references people,
  begun_at timestamptz not null,
  previewed_at timestamptz,
  carried_out_by_person_id uuid references people,
  carried_out_at timestamptz,
  undoable_until timestamptz,
  undone_by_person_id uuid references people,
  undone_at timestamptz,
  constraint bulk_acts_are_looked_at_first check (status = 'chosen' or (kind is not null and previewed_at is not null)),
  constraint bulk_acts_can_be_undone check (status in ('chosen', 'previewed') or (carried_out_at is not null and undoable_until is not null))
);
create index bulk_acts_of_hub on bulk_acts (hub_id, begun_at desc);
create index bulk_acts_begun_by on bulk_acts (begun_by_person_id) where begun_by_person_id is not null;
create index bulk_acts_carried_out_by on bulk_acts (carried_out_by_person_id) where carried_out_by_person_id is not null;
create index bulk_acts_undone_by on bulk_acts (undone_by_person_id) where undone_by_person_id is not null;

create table bulk_act_rows (
  act_id uuid not null references bulk_acts on delete cascade,
  interest_id uuid not null references expressions_of_interest,
  position integer not null,
  outcome text constraint bulk_act_rows_outcome check (outcome in ('planned', 'refused', 'done', 'left_out', 'undone', 'not_undone')),
  why text,
  seen_event bigint,
  done_event bigint,
  before jsonb,
  letters jsonb not null default '[]',
  primary key (act_id, interest_id)
);
create index bulk_act_rows_by_interest on bulk_act_rows (interest_id);

-- Found for the requests that are asked about, and not for all of them first.
create or replace view interest_hints as
with asked as not materialized (
  select i.id, i.organisation_id, i.project_id, i.person_id, i.place_id, f.hub_id
  from expressions_of_interest i join offers f on f.id = i.offer_id
  where i.received_at is not null and i.status in ('received', 'confirmed', 'waiting', 'offered', 'placed')
)
select i.id as interest_id, 'request' as kind, r.relation, true as is_here, d.id as other_interest_id, null::uuid as other_place_id, i.hub_id
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
select i.id, 'place', r.relation, g.hub_id = i.hub_id, null::uuid, c.id, i.hub_id
from asked i
cross join lateral (
  select i.organisation_id, 'same' as relation
  union all select s.predecessor_id, 'predecessor' from organisation_successors s where s.successor_id = i.organisation_id
  union all select s.successor_id, 'successor' from organisation_successors s where s.predecessor_id = i.organisation_id) r
join places c on c.organisation_id = r.organisation_id and c.project_id = i.project_id and c.id is distinct from i.place_id
  and c.person_id is not distinct from i.person_id and c.status in ('offered', 'held', 'completed')
join groups g on g.id = c.group_id
union all
select i.id, 'elsewhere', 'same', false, null::uuid, null::uuid, i.hub_id
from asked i
where exists (select from expressions_of_interest d join offers e on e.id = d.offer_id
    where d.organisation_id = i.organisation_id and d.project_id = i.project_id and d.person_id is not distinct from i.person_id
      and d.received_at is not null and d.status in ('received', 'confirmed', 'waiting') and e.hub_id <> i.hub_id)
  and exists (select from hub_areas h join organisations o on o.authority_code = h.authority_code
    where h.hub_id = i.hub_id and h.to_on is null and o.id = i.organisation_id);

select guard_against_merged_records();
