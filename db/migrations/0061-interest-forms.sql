-- A form that is being filled in: what was typed so far, right or wrong, until it is sent or forgotten.
create table interest_forms (
  id uuid primary key,
  offer_id uuid not null references offers,
  organisation_id uuid not null references organisations,
  -- Set where the answers of a request are changed, instead of a request being made.
  changes_interest_id uuid references expressions_of_interest,
  on_behalf boolean not null default false,
  begun_by_person_id uuid references people,
  -- The address among what was typed: whose form it is, as soon as that is known.
  sender_email citext,
  typed jsonb not null default '{}',
  -- Step by step: how often it was saved, when last and by whom, so that two at once are told of each other.
  saved jsonb not null default '{}',
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  sent_at timestamptz,
  interest_id uuid references expressions_of_interest
);
create index interest_forms_unsent on interest_forms (changed_at);
create index interest_forms_by_address on interest_forms (sender_email) where sender_email is not null;
create index interest_forms_begun_by on interest_forms (begun_by_person_id) where begun_by_person_id is not null;
create index interest_forms_by_organisation on interest_forms (organisation_id);
create unique index interest_forms_one_change_at_a_time on interest_forms (changes_interest_id) where changes_interest_id is not null and sent_at is null;

-- Links that open a form: the sender's own, and one for each colleague who helps. Each ends by itself or is stopped.
create table interest_form_links (
  id uuid primary key,
  form_id uuid not null references interest_forms on delete cascade,
  part text not null constraint interest_form_links_part check (part in ('sender', 'colleague')),
  name text,
  email citext,
  made_at timestamptz not null,
  stopped_at timestamptz,
  constraint interest_form_links_colleagues_have_an_address check (part = 'sender' or (name is not null and email is not null))
);
create index interest_form_links_by_form on interest_form_links (form_id);
create index interest_form_links_by_address on interest_form_links (email) where email is not null;
create unique index interest_form_links_one_for_each_colleague on interest_form_links (form_id, email) where stopped_at is null and part = 'colleague';

-- Files that were sent for a question; they lie in the database, so that they come and go with what they belong to.
create table interest_files (
  id uuid primary key,
  form_id uuid references interest_forms on delete set null,
  interest_id uuid references expressions_of_interest,
  question_key text not null,
  name text not null,
  type text not null,
  bytes integer not null constraint interest_files_are_not_large check (bytes between 1 and 5242880),
  content bytea not null,
  sent_at timestamptz not null
);
create index interest_files_by_form on interest_files (form_id) where form_id is not null;
create index interest_files_by_interest on interest_files (interest_id) where interest_id is not null;
