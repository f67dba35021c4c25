-- Sessions of groups, and who has been told which version of them.
create table sessions (
  id uuid primary key,
  group_id uuid not null references groups,
  number integer not null,
  kind text not null default 'workshop' constraint sessions_kind check (kind in ('workshop', 'meeting', 'visit', 'observation', 'national_event')),
  title text,
  on_date date,
  starts_at time,
  ends_at time,
  mode text not null constraint sessions_mode check (mode in ('venue', 'online', 'blended', 'unknown')),
  venue_id uuid references venues,
  host_organisation_id uuid references organisations,
  online_link text,
  practical_notes text,
  status text not null default 'provisional' constraint sessions_status check (status in ('provisional', 'confirmed', 'held', 'cancelled')),
  status_reason text,
  sequence integer not null default 0,
  moved_at timestamptz,
  constraint sessions_number_is_unique_in_its_group unique (group_id, number) deferrable initially deferred,
  constraint sessions_times check (starts_at is null or ends_at is null or starts_at < ends_at),
  constraint sessions_confirmed_have_a_date check (status not in ('confirmed', 'held') or num_nulls(on_date, starts_at, ends_at) = 0)
);
create index sessions_by_group on sessions (group_id);
create index sessions_by_date on sessions (on_date);

-- A lead is not in two sessions at once: each lead of each dated session occupies that time.
create table session_leads (
  session_id uuid not null references sessions,
  person_id uuid not null references people,
  during tstzrange not null,
  primary key (session_id, person_id),
  constraint session_leads_not_in_two_sessions_at_once exclude using gist (person_id with =, during with &&)
);

create table session_invitations (
  session_id uuid not null references sessions,
  person_id uuid not null references people,
  sequence integer not null,
  method text not null constraint session_invitations_method check (method in ('REQUEST', 'CANCEL')),
  sent_at timestamptz not null,
  primary key (session_id, person_id)
);

-- After the hub has moved a session, coming to it again is agreed to afresh.
create table session_agreements (
  session_id uuid not null references sessions,
  participant_id uuid not null references participants,
  sequence integer not null,
  agreed_at timestamptz not null,
  primary key (session_id, participant_id)
);

create table stage_records (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  stage_id uuid not null references stages,
  year integer not null references academic_years,
  status text not null constraint stage_records_status check (status in ('in_progress', 'completed', 'withdrew')),
  group_id uuid references groups,
  evidence text not null,
  recorded_at timestamptz not null,
  constraint stage_records_once_a_year unique (organisation_id, stage_id, year)
);
