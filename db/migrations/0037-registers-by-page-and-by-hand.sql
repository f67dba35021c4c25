-- A register's file that the national team sent, from its coming until what came of it: read by the worker, one at a time.
create table register_files (
  id uuid primary key,
  register text not null constraint register_files_register check (register in ('schools', 'school_links', 'providers')),
  file_name text not null,
  bytes bigint not null constraint register_files_bytes check (bytes > 0),
  forced boolean not null,
  sent_at timestamptz not null,
  sent_by_person_id uuid not null references people,
  status text not null default 'waiting' constraint register_files_status check (status in ('waiting', 'reading', 'read', 'refused', 'failed')),
  step text,
  share numeric(4, 3) constraint register_files_share check (share between 0 and 1),
  ended_at timestamptz,
  import_id uuid references register_imports deferrable initially deferred,
  reason text,
  constraint register_files_ended check ((ended_at is null) = (status in ('waiting', 'reading'))),
  constraint register_files_read check ((import_id is not null) = (status = 'read')),
  constraint register_files_say_why check ((reason is not null) = (status in ('refused', 'failed')))
);
create unique index register_files_one_at_a_time on register_files ((true)) where status in ('waiting', 'reading');
create index register_files_by_sender on register_files (sent_by_person_id);
create index register_files_latest on register_files (sent_at desc);

-- A school's trust that the national team stated: it holds until the register says of the school something else than it said then.
create table trusts_by_hand (
  organisation_id uuid primary key references organisations,
  register_said text,
  stated_at timestamptz not null,
  stated_by_person_id uuid not null references people
);
create index trusts_by_hand_by_person on trusts_by_hand (stated_by_person_id);

-- Who trains teachers together may stop before the year is over; a register that still names them begins nothing anew.
alter table itt_partnerships add column ended_on date;

select guard_against_merged_records();
