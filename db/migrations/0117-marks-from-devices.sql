-- Marks come from a page, from a device that had no network, from the person concerned, from paper or from a meeting's report.
alter table marks
  add column substitute text,
  add column origin text not null default 'form' constraint marks_origin check (origin in ('form', 'device', 'self', 'paper', 'report')),
  add column device_at timestamptz,
  add column device_behind_seconds integer,
  add column clock_changed boolean not null default false,
  add column reason text,
  add constraint marks_substitute_is_of_a_substitute check (substitute is null or mark = 'substitute'),
  add constraint marks_device_says_both check ((device_at is null) = (device_behind_seconds is null));

create or replace view standing_marks as
  select m.* from marks m
  where not exists (select 1 from marks later where later.replaces_mark_id = m.id)
    and not exists (select 1 from settled_marks s where s.mark_id = m.id);

-- Marks that said what stood already: known by their ids, so that the same sent again much later is still nothing new.
create table repeated_marks (
  id uuid primary key,
  mark_id uuid not null references marks,
  received_at timestamptz not null
);
create index repeated_marks_by_mark on repeated_marks (mark_id);

-- Marks that arrived when they could not be taken: kept until a person says what becomes of them.
create table marks_set_aside (
  id uuid primary key,
  session_id uuid not null references sessions,
  participant_id uuid not null references participants,
  mark text not null constraint marks_set_aside_mark check (mark in ('present', 'late', 'left_early', 'online', 'substitute', 'apologies', 'absent')),
  minutes integer constraint marks_set_aside_minutes check (minutes between 1 and 600),
  substitute text,
  origin text not null constraint marks_set_aside_origin check (origin in ('device', 'self')),
  device_at timestamptz,
  device_behind_seconds integer,
  clock_changed boolean not null default false,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  recorded_by_person_id uuid references people,
  because text not null constraint marks_set_aside_because check (because in ('called_off', 'moved', 'undated', 'to_come', 'not_expected', 'completed', 'closed')),
  settled_at timestamptz,
  settled_by_person_id uuid references people,
  settled_reason text,
  mark_id uuid references marks,
  constraint marks_set_aside_taken_up_are_settled check (mark_id is null or settled_at is not null)
);
create index marks_set_aside_by_session on marks_set_aside (session_id);
create index marks_set_aside_by_participant on marks_set_aside (participant_id);
create index marks_set_aside_by_recorder on marks_set_aside (recorded_by_person_id);
create index marks_set_aside_by_settler on marks_set_aside (settled_by_person_id);
create index marks_set_aside_by_mark on marks_set_aside (mark_id);

-- Who came without standing in the register: a name and a school as they were said, matched later by a person.
create table walk_ins (
  id uuid primary key,
  session_id uuid not null references sessions,
  said_name text,
  said_school text,
  origin text not null constraint walk_ins_origin check (origin in ('form', 'device', 'self', 'paper')),
  device_at timestamptz,
  device_behind_seconds integer,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  recorded_by_person_id uuid references people,
  outcome text constraint walk_ins_outcome check (outcome in ('participant', 'substitute', 'guest', 'mistake')),
  settled_at timestamptz,
  settled_by_person_id uuid references people,
  participant_id uuid references participants,
  constraint walk_ins_settled_say_how check ((settled_at is null) = (outcome is null)),
  constraint walk_ins_matched_say_whom check (outcome is null or (participant_id is not null) = (outcome in ('participant', 'substitute')))
);
create index walk_ins_by_session on walk_ins (session_id);
create index walk_ins_by_participant on walk_ins (participant_id);
create index walk_ins_by_recorder on walk_ins (recorded_by_person_id);
create index walk_ins_by_settler on walk_ins (settled_by_person_id);
