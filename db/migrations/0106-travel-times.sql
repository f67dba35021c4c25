-- How many minutes it takes from schools to where groups meet, as a hub found out elsewhere and brought as a list: for a year one
-- table of a hub is in force. Of its rows those that were refused are kept with the reason.
create table travel_tables (
  id uuid primary key,
  hub_id uuid not null references hubs,
  year integer not null references academic_years,
  file_name text not null,
  read_as text not null,
  status text not null constraint travel_tables_status check (status in ('waiting', 'in_force', 'replaced', 'taken_back', 'discarded')),
  refused jsonb not null,
  sent_at timestamptz not null,
  in_force_at timestamptz,
  ended_at timestamptz,
  replaces_id uuid references travel_tables,
  constraint travel_tables_in_force_from_a_day check (status in ('waiting', 'discarded') or in_force_at is not null),
  constraint travel_tables_ended_when_over check ((status in ('waiting', 'in_force')) = (ended_at is null))
);
create unique index travel_tables_one_in_force on travel_tables (hub_id, year) where status = 'in_force';
create index travel_tables_by_hub on travel_tables (hub_id, sent_at desc);

-- From a school to a venue, a school or a postcode: whatever of these a group's venue is, is there.
create table travel_times (
  id uuid primary key,
  table_id uuid not null references travel_tables on delete cascade,
  organisation_id uuid not null references organisations,
  to_venue_id uuid references venues,
  to_organisation_id uuid references organisations,
  to_postcode text,
  minutes integer not null constraint travel_times_minutes check (minutes between 0 and 600),
  constraint travel_times_to_one_place check (num_nonnulls(to_venue_id, to_organisation_id, to_postcode) = 1),
  constraint travel_times_once unique nulls not distinct (table_id, organisation_id, to_venue_id, to_organisation_id, to_postcode)
);
create index travel_times_by_organisation on travel_times (organisation_id);
create index travel_times_by_destination on travel_times (to_organisation_id) where to_organisation_id is not null;

-- Minutes to the group proposed, where the placement measured travel in minutes and the table told of them.
alter table placement_proposals add column minutes integer;

-- One change more is tried for who is left out: more minutes than the hub allows for everybody.
alter table placement_changes drop constraint placement_changes_kind;
alter table placement_changes add constraint placement_changes_kind
  check (kind in ('places', 'minimum', 'miles', 'minutes', 'clash', 'ruled_out', 'opening'));

select guard_against_merged_records();
