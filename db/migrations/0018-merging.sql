-- Merging: a record that turned out to be another's stays as its alias, and everything that the merge changed can be taken back.
alter table people add column merged_into_id uuid references people,
  add constraint people_not_merged_into_themselves check (merged_into_id <> id);
create index people_merged on people (merged_into_id) where merged_into_id is not null;

-- What was merged is of no kind any more: whoever looks for schools or providers does not find it beside the one that is kept.
alter table organisations add column merged_into_id uuid references organisations,
  drop constraint organisations_kind,
  add constraint organisations_kind check (kind in ('school', 'itt_provider', 'trust', 'authority', 'other', 'merged')),
  add constraint organisations_merged_are_of_no_kind check ((kind = 'merged') = (merged_into_id is not null)),
  add constraint organisations_not_merged_into_themselves check (merged_into_id <> id);
create index organisations_merged on organisations (merged_into_id) where merged_into_id is not null;

-- Every alias with the record that it stands for; chains are kept flat.
create view merged_records as
  select id as record_id, merged_into_id as into_id from people where merged_into_id is not null
  union all
  select id, merged_into_id from organisations where merged_into_id is not null;

-- One merge: which record was kept, who decided it, and whether it was undone.
create table merges (
  id uuid primary key,
  kind text not null constraint merges_kind check (kind in ('person', 'organisation')),
  kept_id uuid not null,
  merged_id uuid not null,
  hub_id uuid references hubs,
  moved jsonb not null,
  merged_at timestamptz not null,
  merged_by_person_id uuid references people,
  undone_at timestamptz,
  undone_by_person_id uuid references people,
  left_as_it_was jsonb,
  constraint merges_are_of_two_records check (kept_id <> merged_id)
);
create index merges_by_kept on merges (kept_id);
create index merges_by_merged on merges (merged_id);
create index merges_by_time on merges (merged_at desc);

-- Each row that a merge changed, removed or added, as it was before and after; kept for as long as the merge can be undone.
create table merge_changes (
  merge_id uuid not null references merges,
  number integer not null,
  person_id uuid references people,
  did text not null constraint merge_changes_did check (did in ('changed', 'removed', 'added')),
  table_name text not null,
  key jsonb not null,
  before jsonb,
  after jsonb,
  primary key (merge_id, number)
);
create index merge_changes_by_person on merge_changes (person_id);

-- Two records that may be one, with the reasons; what somebody has decided about them is remembered.
create table possible_duplicates (
  first_id uuid not null,
  second_id uuid not null,
  kind text not null constraint possible_duplicates_kind check (kind in ('person', 'organisation')),
  reasons text[] not null,
  weight integer not null,
  found_at timestamptz not null,
  status text not null default 'open' constraint possible_duplicates_status check (status in ('open', 'not_the_same', 'merged')),
  decided_at timestamptz,
  decided_by_person_id uuid references people,
  proposed_by_hub_id uuid references hubs,
  proposed_by_person_id uuid references people,
  proposed_at timestamptz,
  primary key (first_id, second_id),
  constraint possible_duplicates_once check (first_id < second_id)
);
create index possible_duplicates_open on possible_duplicates (kind, weight desc) where status = 'open';
create index possible_duplicates_by_second on possible_duplicates (second_id);

-- Nothing new may mean a record that has been merged. Whoever names one just as it is merged begins again and finds the one that is kept.
create function keep_clear_of_merged() returns trigger language plpgsql as $$
begin
  if not exists (select from merged_records) then return null; end if;
  if exists (select from added a join merged_records m on m.record_id::text in (select to_jsonb(a) ->> c from unnest(tg_argv) c)) then
    raise exception 'A record that is named in % has been merged into another', tg_table_name
      using errcode = '40001', constraint = 'records_are_not_merged';
  end if;
  return null;
end $$;

create function keep_clear_of_merged_when_changed() returns trigger language plpgsql as $$
begin
  if exists (select from merged_records m where m.record_id::text in (select to_jsonb(new) ->> c from unnest(tg_argv) c)) then
    raise exception 'A record that is named in % has been merged into another', tg_table_name
      using errcode = '40001', constraint = 'records_are_not_merged';
  end if;
  return null;
end $$;

-- Sets the guard before every table that refers to people or organisations and has none yet; a migration that adds such a table calls it.
create function guard_against_merged_records() returns void language plpgsql as $$
declare
  referring record;
begin
  for referring in
    select c.conrelid::regclass::text as name, string_agg(distinct quote_literal(a.attname), ', ') as columns,
      string_agg(distinct format('old.%1$I is distinct from new.%1$I', a.attname), ' or ') as changes,
      string_agg(distinct quote_ident(a.attname), ', ') as of_columns
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
    where c.contype = 'f' and c.confrelid in ('people'::regclass, 'organisations'::regclass)
      and c.conrelid not in ('people'::regclass, 'organisations'::regclass, 'merge_changes'::regclass)
      and not exists (select from pg_trigger t where t.tgrelid = c.conrelid and t.tgname = 'stay_clear_of_merged')
    group by c.conrelid
  loop
    -- Named after the checks of foreign keys, which fire first: they wait for a merge that is under way.
    execute format('create trigger stay_clear_of_merged after insert on %s referencing new table as added for each statement execute function keep_clear_of_merged(%s)',
      referring.name, referring.columns);
    execute format('create trigger stay_clear_of_merged_when_changed after update of %s on %s for each row when (%s) execute function keep_clear_of_merged_when_changed(%s)',
      referring.of_columns, referring.name, referring.changes, referring.columns);
  end loop;
end $$;

-- An organisation and those that it followed: their history is its own (rule 13).
create function line_of_organisation(asked uuid) returns setof uuid language sql stable parallel safe as $$
  with recursive line (id) as (
    select asked
    union
    select s.predecessor_id from organisation_successors s join line l on l.id = s.successor_id
  )
  select id from line
$$;

-- A school and its successor both have a live place in one project, or both ask to join one offer: somebody decides.
alter table register_questions drop constraint register_questions_kind;
alter table register_questions add constraint register_questions_kind check (kind in
  ('closed_without_successor', 'several_successors', 'unknown_authority', 'unknown_urn', 'places_of_both', 'interest_of_both'));
