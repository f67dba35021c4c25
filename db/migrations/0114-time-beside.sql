-- Time that a lead spends for a group beside its sessions: it counts towards the days of the group.
create table time_beside (
  id uuid primary key,
  group_id uuid not null references groups,
  person_id uuid not null references people,
  kind text not null,
  on_date date not null,
  minutes integer not null,
  recorded_at timestamptz not null,
  constraint time_beside_kind check (kind in ('planning', 'evaluation', 'other')),
  constraint time_beside_minutes check (minutes between 5 and 1440)
);
create index time_beside_by_group on time_beside (group_id, on_date);
create index time_beside_by_person on time_beside (person_id, on_date);
