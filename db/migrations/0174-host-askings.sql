-- Whom of a school a mail asked whether it hosts a session: each has a link of their own, which is stopped without a colleague's.
create table host_askings (
  id uuid primary key,
  hosting_id uuid not null references hostings (id),
  person_id uuid not null references people (id),
  asked_at timestamptz not null,
  constraint host_askings_once_each unique (hosting_id, person_id)
);
create index host_askings_by_person on host_askings (person_id);
select guard_against_merged_records();
