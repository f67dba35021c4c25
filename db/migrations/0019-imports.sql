-- Moving over: spreadsheets that a hub brings, what their columns mean, which school is meant, and what became of each row.

-- Whoever enters a request for somebody else may be the operator, who is no person here.
alter table expressions_of_interest add column entered_at timestamptz;
update expressions_of_interest set entered_at = created_at where entered_by_person_id is not null;
alter table expressions_of_interest drop constraint expressions_of_interest_count_once_confirmed;
alter table expressions_of_interest add constraint expressions_of_interest_count_once_confirmed
  check (status in ('draft', 'lapsed') or confirmed_email_at is not null or entered_by_person_id is not null or entered_at is not null);

create table imports (
  id uuid primary key,
  hub_id uuid not null references hubs,
  kind text not null constraint imports_kind check (kind in ('interest', 'people')),
  offer_id uuid references offers,
  file_name text not null,
  read_as text not null,
  status text not null constraint imports_status check (status in ('matching', 'preparing', 'settling', 'ready', 'running', 'finished', 'undoing', 'undone', 'discarded')),
  header_row integer not null,
  header jsonb not null,
  header_shape text not null,
  matching jsonb,
  options jsonb not null default '{}',
  tells boolean not null default false,
  round integer not null default 0,
  rows_done integer not null default 0,
  counts jsonb not null default '{}',
  requested_by_person_id uuid references people,
  created_at timestamptz not null,
  started_at timestamptz,
  started_by_person_id uuid references people,
  finished_at timestamptz,
  undone_at timestamptz,
  rows_deleted_at timestamptz,
  constraint imports_of_interest_are_for_an_offer check ((kind = 'interest') = (offer_id is not null)),
  constraint imports_end_once_started check (finished_at is null or started_at is not null)
);
create index imports_by_hub on imports (hub_id, created_at desc);
create index imports_by_offer on imports (offer_id);
create index imports_with_rows on imports (created_at) where rows_deleted_at is null;

-- The rows as they came, what is understood of them, and what became of each. They are deleted some time after the import.
create table import_rows (
  import_id uuid not null references imports,
  number integer not null,
  cells jsonb not null,
  outcome text not null default 'unread' constraint import_rows_outcome check (outcome in ('unread', 'waiting', 'new', 'changed', 'same', 'left_out', 'refused', 'made', 'added', 'here')),
  who text not null default '',
  school text not null default '',
  school_key text,
  unit_key text,
  entry jsonb,
  reason text,
  warnings jsonb not null default '[]',
  interest_id uuid references expressions_of_interest,
  person_ids uuid[] not null default '{}',
  made_person_ids uuid[] not null default '{}',
  done_at timestamptz,
  undo text constraint import_rows_undo check (undo in ('taken_back', 'left')),
  undo_reason text,
  primary key (import_id, number)
);
create index import_rows_to_do on import_rows (import_id, unit_key) where outcome in ('new', 'changed', 'same');
create index import_rows_by_interest on import_rows (interest_id);

-- Each school that the rows name, once, with what it may be.
create table import_schools (
  import_id uuid not null references imports,
  key text not null,
  said text not null,
  rows_count integer not null,
  certainty text not null constraint import_schools_certainty check (certainty in ('certain', 'likely', 'unknown', 'decided', 'left_out')),
  organisation_id uuid references organisations,
  reason text,
  candidates jsonb not null default '[]',
  primary key (import_id, key),
  constraint import_schools_certain_of_one check ((certainty in ('certain', 'decided')) = (organisation_id is not null))
);
create index import_schools_by_organisation on import_schools (organisation_id);

-- What a hub has decided once of a school's name holds for its next files.
create table import_school_decisions (
  hub_id uuid not null references hubs,
  key text not null,
  organisation_id uuid not null references organisations,
  decided_by_person_id uuid references people,
  decided_at timestamptz not null,
  primary key (hub_id, key)
);
create index import_school_decisions_by_organisation on import_school_decisions (organisation_id);

-- What the columns of a file of this shape mean, under a name.
create table import_matchings (
  id uuid primary key,
  hub_id uuid not null references hubs,
  kind text not null constraint import_matchings_kind check (kind in ('interest', 'people')),
  name citext not null,
  header jsonb not null,
  header_shape text not null,
  matching jsonb not null,
  options jsonb not null default '{}',
  made_by_person_id uuid references people,
  used_at timestamptz not null,
  constraint import_matchings_have_one_name unique (hub_id, name)
);
create index import_matchings_by_shape on import_matchings (hub_id, kind, header_shape);
