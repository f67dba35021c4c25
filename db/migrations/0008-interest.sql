-- Expressions of interest, the people they name, the verdicts they were given, and proposals of placement.
create table expressions_of_interest (
  id uuid primary key,
  offer_id uuid not null references offers,
  project_id uuid not null references projects,
  organisation_id uuid not null references organisations,
  person_id uuid references people,
  status text not null constraint expressions_of_interest_status check (status in ('draft', 'received', 'confirmed', 'waiting', 'offered', 'placed', 'declined', 'withdrawn', 'lapsed', 'passed_on')),
  status_reason text,
  sender_name text not null,
  sender_email citext not null,
  sender_telephone text,
  sender_post text not null,
  sender_person_id uuid references people,
  theme_id uuid references project_themes,
  group_preference_id uuid references groups,
  travel_limit_miles integer,
  access_needs text,
  comments text,
  commitments jsonb not null default '[]',
  policy_id uuid references cancellation_policies,
  headteacher_name text,
  headteacher_email citext,
  headteacher_asked_at timestamptz,
  headteacher_confirmed_at timestamptz,
  place_id uuid references places,
  entered_by_person_id uuid references people,
  created_at timestamptz not null,
  confirmed_email_at timestamptz,
  received_at timestamptz,
  waiting_since timestamptz,
  form_key text constraint expressions_of_interest_sent_once unique,
  passed_on_to_id uuid references expressions_of_interest,
  constraint expressions_of_interest_count_once_confirmed check (status in ('draft', 'lapsed') or confirmed_email_at is not null or entered_by_person_id is not null)
);
create index expressions_of_interest_by_offer on expressions_of_interest (offer_id, status);
create index expressions_of_interest_drafts on expressions_of_interest (created_at) where status = 'draft';
create index expressions_of_interest_by_organisation on expressions_of_interest (organisation_id);
create index expressions_of_interest_by_place on expressions_of_interest (place_id);
create unique index expressions_of_interest_one_live_of_an_organisation on expressions_of_interest (offer_id, organisation_id)
  where person_id is null and status in ('received', 'confirmed', 'waiting', 'offered', 'placed');
create unique index expressions_of_interest_one_live_of_a_person on expressions_of_interest (offer_id, person_id)
  where person_id is not null and status in ('received', 'confirmed', 'waiting', 'offered', 'placed');

create table interest_people (
  id uuid primary key,
  interest_id uuid not null references expressions_of_interest,
  position integer not null,
  name text not null,
  email citext not null,
  post text not null,
  post_held boolean,
  part text not null constraint interest_people_part check (part in ('lead', 'other')),
  person_id uuid references people
);
create index interest_people_by_interest on interest_people (interest_id);

-- The verdicts as they were when decided, with the rule's words and the facts used.
create table interest_verdicts (
  id uuid primary key,
  interest_id uuid not null references expressions_of_interest,
  criterion_id uuid references criteria,
  position integer not null,
  strength text not null,
  sentence text not null,
  rule jsonb not null,
  answer text not null constraint interest_verdicts_answer check (answer in ('yes', 'no', 'not_yet_known')),
  facts jsonb not null,
  reached_at timestamptz not null,
  overruled_answer text constraint interest_verdicts_overruled_answer check (overruled_answer in ('yes', 'no')),
  overruled_reason text,
  overruled_by_person_id uuid references people,
  overruled_at timestamptz,
  constraint interest_verdicts_overruled_with_a_reason check (num_nulls(overruled_answer, overruled_reason, overruled_at) in (0, 3))
);
create index interest_verdicts_by_interest on interest_verdicts (interest_id);

create table placement_runs (
  id uuid primary key,
  offer_id uuid not null references offers,
  requested_by_person_id uuid references people,
  status text not null constraint placement_runs_status check (status in ('queued', 'running', 'proposed', 'accepted', 'discarded', 'failed', 'cancelled')),
  message text,
  requested_at timestamptz not null,
  finished_at timestamptz,
  summary jsonb
);
create index placement_runs_by_offer on placement_runs (offer_id, requested_at desc);

create table placement_proposals (
  run_id uuid not null references placement_runs,
  interest_id uuid not null references expressions_of_interest,
  group_id uuid references groups,
  miles numeric(6, 1),
  reason text not null,
  primary key (run_id, interest_id)
);
