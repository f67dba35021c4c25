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

select guard_against_merged_records();
