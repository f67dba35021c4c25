-- What "against plan" means: how many groups and places a hub plans for a project, which is of one year. Only numbers.
create table recruitment_targets (
  id uuid primary key,
  hub_id uuid not null references hubs,
  project_id uuid not null references projects,
  groups_planned integer not null constraint recruitment_targets_groups check (groups_planned between 0 and 999),
  places_planned integer not null constraint recruitment_targets_places check (places_planned between 0 and 99999),
  stated_at timestamptz not null,
  constraint recruitment_targets_one_per_hub_and_project unique (hub_id, project_id),
  constraint recruitment_targets_places_need_a_group check (groups_planned > 0 or places_planned = 0)
);
create index recruitment_targets_by_project on recruitment_targets (project_id);

-- A list of targets that was sent: of its rows only what its four columns hold is kept, until it is stated or thrown away.
create table target_lists (
  id uuid primary key,
  year integer not null references academic_years,
  file_name text not null,
  read_as text not null,
  rows jsonb not null,
  status text not null constraint target_lists_status check (status in ('waiting', 'stated', 'discarded')),
  sent_at timestamptz not null,
  ended_at timestamptz,
  outcome jsonb,
  constraint target_lists_end_once check ((status = 'waiting') = (ended_at is null))
);
create index target_lists_by_year on target_lists (year, sent_at desc);
