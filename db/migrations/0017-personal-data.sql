-- What is kept about people and how long, who has read it, what they asked for, and what has been erased.

-- Who answers for personal data, of the network (no hub) or of one hub; the open row is today's.
create table data_controllers (
  id uuid primary key,
  hub_id uuid references hubs,
  controller text not null,
  processor text,
  contact text,
  from_on date not null,
  to_on date,
  constraint data_controllers_dates check (to_on is null or from_on <= to_on)
);
create unique index data_controllers_one_today on data_controllers ((coalesce(hub_id, '00000000-0000-0000-0000-000000000000'))) where to_on is null;

-- How long a rule of retention keeps, where it is not the usual number of months.
create table retention_settings (
  rule text primary key,
  months integer not null constraint retention_settings_months check (months between 1 and 1200),
  changed_at timestamptz not null,
  changed_by_person_id uuid references people
);

-- What a night of retention will do, said a week before, and what it did.
create table retention_sweeps (
  id uuid primary key,
  rule text not null,
  months integer not null,
  announced_on date not null,
  due_on date not null,
  records_announced integer not null,
  people_announced integer not null,
  carried_out_at timestamptz,
  records_cleared integer,
  people_affected integer,
  constraint retention_sweeps_once unique (rule, due_on),
  constraint retention_sweeps_are_announced_before check (announced_on < due_on)
);
create index retention_sweeps_to_come on retention_sweeps (due_on) where carried_out_at is null;

-- Every reading of personal data beyond one's own: who, which record, whose data, on which page or in which export.
create table personal_reads (
  id uuid primary key,
  read_at timestamptz not null,
  reader_id uuid not null,
  page text not null,
  kind text not null constraint personal_reads_kind check (kind in ('page', 'export', 'subject_access')),
  record_type text not null,
  record_id uuid,
  hub_id uuid,
  people_count integer not null,
  person_ids uuid[] not null,
  reason text
);
create index personal_reads_of_a_person on personal_reads using gin (person_ids);
create index personal_reads_by_hub on personal_reads (hub_id, read_at desc);
create index personal_reads_by_time on personal_reads (read_at desc);
revoke update, delete, truncate on personal_reads from tessellate_app;

-- Of a reading only its stated reason can be taken away, because it may name somebody who is erased.
create function only_forget_reason() returns trigger language plpgsql as $$
begin
  if new.reason is not null then raise exception 'A reason that was stated is not changed, only erased'; end if;
  return new;
end $$;
create trigger only_forget_reason before update on personal_reads for each row execute function only_forget_reason();
grant update (reason) on personal_reads to tessellate_app;

-- Reads are forgotten only when they are old, whoever asks.
create function forget_personal_reads(before timestamptz) returns bigint language sql security definer set search_path = public as $$
  with gone as (delete from personal_reads where read_at < least(before, now() - interval '6 months') returning 1)
  select count(*) from gone
$$;
revoke execute on function forget_personal_reads(timestamptz) from public;
grant execute on function forget_personal_reads(timestamptz) to tessellate_app;

-- A person asks to see everything held about them, or somebody asks for them with a reason.
create table subject_access_requests (
  id uuid primary key,
  person_id uuid not null references people,
  asked_by_person_id uuid not null references people,
  reason text,
  asked_at timestamptz not null,
  made_at timestamptz,
  records integer,
  report jsonb,
  constraint subject_access_requests_for_others_with_a_reason check (asked_by_person_id = person_id or length(btrim(reason)) > 0)
);
create index subject_access_requests_by_person on subject_access_requests (person_id, asked_at desc);

-- A person asks to be erased, or a hub proposes it for them; a person of the national team decides.
create table erasure_requests (
  id uuid primary key,
  person_id uuid not null references people,
  asked_by_person_id uuid not null references people,
  reason text,
  asked_at timestamptz not null,
  status text not null default 'asked' constraint erasure_requests_status check (status in ('asked', 'withdrawn', 'refused', 'carried_out')),
  decided_by_person_id uuid references people,
  decided_at timestamptz,
  decision_reason text,
  constraint erasure_requests_for_others_with_a_reason check (asked_by_person_id = person_id or status <> 'asked' or length(btrim(reason)) > 0),
  constraint erasure_requests_are_decided_by_another check (status not in ('refused', 'carried_out') or decided_by_person_id <> person_id),
  constraint erasure_requests_are_refused_with_a_reason check (status <> 'refused' or length(btrim(decision_reason)) > 0)
);
create unique index erasure_requests_one_open on erasure_requests (person_id) where status = 'asked';
create index erasure_requests_by_status on erasure_requests (status, asked_at);

-- Records whose signed links open no more, whenever they were made: those of one purpose, or of every purpose ('').
create table ended_links (
  subject_id uuid not null,
  purpose text not null default '',
  ended_at timestamptz not null,
  primary key (subject_id, purpose)
);

-- Everything recorded so far, sealed each night: how many events, and the sum of their hashes. Whoever removes the end of a chain breaks the seal.
create table history_seals (
  up_to_event_id bigint primary key,
  events bigint not null,
  digest bigint not null,
  sealed_at timestamptz not null
);
revoke update, delete, truncate on history_seals from tessellate_app;

-- What a report about one person reads, without looking through everybody's.
create index messages_by_person on messages (to_person_id);
create index events_by_person on events (actor_id) where actor_kind = 'person';
