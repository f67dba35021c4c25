-- A group that becomes part of another does so ten minutes after it was arranged: until then it can be taken back, and nobody is told.
create table group_mergers (
  id uuid primary key,
  from_group_id uuid not null references groups,
  into_group_id uuid not null references groups,
  status text not null constraint group_mergers_status check (status in ('arranged', 'done', 'taken_back', 'not_done')),
  reason text not null constraint group_mergers_say_why check (btrim(reason) <> ''),
  leads_join boolean not null,
  adds_room boolean not null,
  arranged_by_person_id uuid references people,
  arranged_at timestamptz not null,
  due_at timestamptz not null,
  ended_at timestamptz,
  why_not text,
  constraint group_mergers_end_once check ((status = 'arranged') = (ended_at is null)),
  constraint group_mergers_not_done_say_why check ((status = 'not_done') = (why_not is not null))
);
create unique index group_mergers_arranged_once on group_mergers (from_group_id) where status = 'arranged';
create index group_mergers_by_from on group_mergers (from_group_id);
create index group_mergers_by_into on group_mergers (into_group_id);
create index group_mergers_by_person on group_mergers (arranged_by_person_id) where arranged_by_person_id is not null;
create index group_mergers_due on group_mergers (due_at) where status = 'arranged';

-- It refers to people, who may be merged: it stays clear of records that were.
select guard_against_merged_records();
