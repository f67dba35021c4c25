-- Schedules: when leads and venues can, and what was proposed for the dates of a group.
create table possible_times (
  id uuid primary key,
  person_id uuid references people,
  venue_id uuid references venues,
  weekday integer not null,
  from_at time not null,
  to_at time not null,
  stated_at timestamptz not null,
  constraint possible_times_of_a_person_or_a_venue check (num_nonnulls(person_id, venue_id) = 1),
  constraint possible_times_weekday check (weekday between 1 and 7),
  constraint possible_times_in_order check (from_at < to_at)
);
create index possible_times_by_person on possible_times (person_id);
create index possible_times_by_venue on possible_times (venue_id);

create table impossible_days (
  id uuid primary key,
  person_id uuid references people,
  venue_id uuid references venues,
  from_on date not null,
  to_on date not null,
  stated_at timestamptz not null,
  constraint impossible_days_of_a_person_or_a_venue check (num_nonnulls(person_id, venue_id) = 1),
  constraint impossible_days_in_order check (from_on <= to_on)
);
create index impossible_days_by_person on impossible_days (person_id);
create index impossible_days_by_venue on impossible_days (venue_id);

create table schedule_proposals (
  id uuid primary key,
  group_id uuid not null references groups,
  asked jsonb not null,
  alternatives jsonb not null,
  nothing_fits jsonb,
  status text not null,
  accepted integer,
  made_at timestamptz not null,
  ended_at timestamptz,
  constraint schedule_proposals_status check (status in ('open', 'accepted', 'dropped')),
  constraint schedule_proposals_say_which_was_accepted check ((status = 'accepted') = (accepted is not null))
);
create unique index schedule_proposals_one_open_a_group on schedule_proposals (group_id) where status = 'open';
create index schedule_proposals_by_group on schedule_proposals (group_id, made_at);
