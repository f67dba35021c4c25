-- What the national registers say, what each reading of them changed, and what the national team has to decide.
alter table organisations
  add column provider_code text,
  add column trust_code text,
  add column authority_given text,
  add column phase_code text,
  add column type_group text,
  add column locality text,
  add column region text,
  add column urban_rural text,
  add column gender text,
  add column religious_character text,
  add column pupils integer,
  add column capacity integer,
  add column free_meals_percent numeric(5, 2),
  add column website text,
  add column telephone text;
create unique index organisations_provider_code_is_unique on organisations (provider_code) where provider_code is not null;
create unique index organisations_trust_code_is_unique on organisations (trust_code) where trust_code is not null;
create index organisations_by_authority_given on organisations (authority_given) where authority_code is null;
create index organisations_of_a_rarer_kind on organisations (kind, name) where kind <> 'school';

-- One reading of a register: who read which file, when, and what came of it. Never changed.
create table register_imports (
  id uuid primary key,
  register text not null constraint register_imports_register check (register in ('schools', 'school_links', 'providers')),
  file_name text not null,
  imported_at timestamptz not null,
  imported_by uuid references people,
  encoding text not null,
  forced boolean not null,
  counts jsonb not null,
  refused jsonb not null default '[]'
);
create index register_imports_latest on register_imports (register, imported_at desc);

-- What became different of an organisation, with what was said before and after; never changed, so that no history is lost.
create table organisation_changes (
  id bigint generated always as identity primary key,
  organisation_id uuid not null references organisations,
  import_id uuid references register_imports deferrable initially deferred,
  kind text not null constraint organisation_changes_kind check (kind in
    ('new', 'changed', 'closed', 'reopened', 'succeeded', 'merged', 'split', 'academised')),
  changed jsonb not null,
  held_on date not null,
  recorded_at timestamptz not null
);
create index organisation_changes_of_one on organisation_changes (organisation_id, id);
create index organisation_changes_of_an_import on organisation_changes (import_id, kind, id);

-- Names an organisation had, until when; its name of today stands with itself.
create table organisation_former_names (
  organisation_id uuid not null references organisations,
  name text collate people_order not null,
  from_on date,
  to_on date not null,
  primary key (organisation_id, name, to_on),
  constraint organisation_former_names_dates check (from_on is null or from_on <= to_on)
);

-- Which trust a school belongs to, from a date to a date; the open row is today's, a row without a beginning is as old as we know.
create table trust_memberships (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  trust_id uuid not null references organisations,
  from_on date,
  to_on date,
  constraint trust_memberships_dates check (from_on is null or to_on is null or from_on <= to_on),
  constraint trust_memberships_not_itself check (organisation_id <> trust_id)
);
create unique index trust_memberships_one_today on trust_memberships (organisation_id) where to_on is null;
create index trust_memberships_of_a_trust on trust_memberships (trust_id);

-- Who followed whom as the register's links say it, by URN: a link may be read before the schools that it names.
create table school_links (
  predecessor_urn integer not null,
  successor_urn integer not null,
  kind text not null constraint school_links_kind check (kind in ('successor', 'merged', 'split')),
  since_on date,
  primary key (predecessor_urn, successor_urn),
  constraint school_links_not_itself check (predecessor_urn <> successor_urn)
);
create index school_links_by_successor on school_links (successor_urn);

-- When later rooms were told of a closed school and the one that follows it.
alter table organisation_successors add column told_at timestamptz;
create index organisation_successors_by_successor on organisation_successors (successor_id);

-- What a register leaves open and somebody has to decide; each is asked once. `about` tells questions of one kind apart.
create table register_questions (
  id uuid primary key,
  organisation_id uuid references organisations,
  kind text not null constraint register_questions_kind check (kind in
    ('closed_without_successor', 'several_successors', 'unknown_authority', 'unknown_urn')),
  about text not null default '',
  told jsonb not null,
  import_id uuid references register_imports deferrable initially deferred,
  raised_at timestamptz not null,
  settled_at timestamptz,
  settled_by uuid references people,
  settlement jsonb,
  constraint register_questions_are_asked_once unique nulls not distinct (kind, organisation_id, about),
  constraint register_questions_settled check ((settled_at is null) = (settlement is null)),
  constraint register_questions_are_about_an_organisation check (organisation_id is not null or kind = 'unknown_authority')
);
create index register_questions_open on register_questions (raised_at) where settled_at is null;

-- Accreditation of a provider of teacher training, from a date to a date.
create table itt_accreditations (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  from_on date,
  to_on date,
  constraint itt_accreditations_dates check (from_on is null or to_on is null or from_on <= to_on)
);
create unique index itt_accreditations_one_today on itt_accreditations (organisation_id) where to_on is null;

-- Who trains teachers together in an academic year: an accredited provider and a school, SCITT or lead school that it works with.
create table itt_partnerships (
  provider_id uuid not null references organisations,
  partner_id uuid not null references organisations,
  year integer not null constraint itt_partnerships_year check (year between 1990 and 2100),
  primary key (provider_id, partner_id, year),
  constraint itt_partnerships_not_with_itself check (provider_id <> partner_id)
);
create index itt_partnerships_by_partner on itt_partnerships (partner_id);

revoke update, delete, truncate on register_imports, organisation_changes from tessellate_app;

do $$
declare name text;
begin
  foreach name in array array['organisation_former_names', 'trust_memberships', 'itt_accreditations', 'itt_partnerships']
  loop
    execute format('create trigger tell_public_pages after insert or update or delete or truncate on %I for each statement execute function tell_public_pages()', name);
  end loop;
end $$;
