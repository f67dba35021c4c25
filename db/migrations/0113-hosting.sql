-- Hosting: what schools of a group say of hosting its sessions, who was asked for which, and what is to be known of the place.
create table host_willingness (
  group_id uuid not null references groups,
  organisation_id uuid not null references organisations,
  is_willing boolean not null,
  people_room integer,
  stated_at timestamptz not null,
  constraint host_willingness_pkey primary key (group_id, organisation_id),
  constraint host_willingness_people_room check (people_room between 1 and 1000)
);
create index host_willingness_by_organisation on host_willingness (organisation_id);

create table hostings (
  id uuid primary key,
  session_id uuid not null references sessions,
  organisation_id uuid not null references organisations,
  status text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  room text,
  parking text,
  way_in text,
  lunch text,
  constraint hostings_status check (status in ('asked', 'accepted', 'declined', 'withdrawn')),
  constraint hostings_are_answered check ((status in ('accepted', 'declined')) = (answered_at is not null))
);
create unique index hostings_one_live_a_session on hostings (session_id) where status in ('asked', 'accepted');
create index hostings_by_session on hostings (session_id);
create index hostings_by_organisation on hostings (organisation_id);

alter table venues add column room text, add column parking text, add column way_in text, add column lunch text;
