-- The national catalogue: years, projects with their text, themes, lineage, and the pathways of schools.
create table academic_years (
  year integer primary key,
  starts_on date not null,
  ends_on date not null,
  introduction text,
  constraint academic_years_dates check (starts_on < ends_on)
);

-- A notice of a whole year stands once and shows on each of its projects.
create table year_notices (
  id uuid primary key,
  year integer not null references academic_years,
  position integer not null,
  heading text not null,
  body text not null
);
create index year_notices_by_year on year_notices (year);

-- What a group, its lead and a meeting are called: wording is data.
create table delivery_models (
  key text primary key,
  name text not null,
  group_word text not null,
  lead_word text not null,
  session_word text not null
);

create table pathways (
  id uuid primary key,
  key text not null constraint pathways_key_is_unique unique,
  name text not null,
  phase text not null
);

create table stages (
  id uuid primary key,
  pathway_id uuid not null references pathways,
  key text not null constraint stages_key_is_unique unique,
  name text not null,
  position integer not null,
  entry_point boolean not null default false,
  repeats boolean not null default false
);
create index stages_by_pathway on stages (pathway_id);

create table projects (
  id uuid primary key,
  year integer not null references academic_years,
  code text constraint projects_code_is_unique unique constraint projects_code check (code ~ '^NCP[0-9]{2}-[0-9]+$'),
  title text not null,
  slug text not null,
  hub_id uuid references hubs,
  summary text not null,
  delivery_model text not null references delivery_models,
  unit text not null constraint projects_unit check (unit in ('organisation', 'person')),
  phases text[] not null default '{}' constraint projects_phases check (phases <@ array['early_years', 'primary', 'secondary', 'post_16']),
  audiences text[] not null default '{}' constraint projects_audiences check (audiences <@ array['itt', 'leadership']),
  is_new boolean not null default false,
  formerly text,
  running_since text,
  running_since_source text,
  days_min numeric(4, 1),
  days_max numeric(4, 1),
  sessions_count integer,
  partner_bodies text[] not null default '{}',
  stage_id uuid references stages,
  people_min integer not null default 1,
  people_max integer,
  same_people_all_year boolean not null default false,
  headteacher_confirms boolean not null default false,
  leads_get_additional_funding boolean not null default false,
  free_to_participants boolean,
  status text not null default 'draft' constraint projects_status check (status in ('draft', 'published', 'closed', 'withdrawn')),
  status_reason text,
  published_at timestamptz,
  constraint projects_slug_is_unique_in_its_year unique (year, slug)
);
create index projects_by_stage on projects (stage_id);

create table project_sections (
  id uuid primary key,
  project_id uuid not null references projects,
  key text not null,
  heading text not null,
  body text not null,
  position integer not null,
  constraint project_sections_once unique (project_id, key)
);

-- What a project promises, to whom: benefits of participants, outcomes of institutions and of the hub's own team.
create table project_outcomes (
  id uuid primary key,
  project_id uuid not null references projects,
  audience text not null constraint project_outcomes_audience check (audience in ('participants', 'institutions', 'hub_team')),
  outcome text not null,
  position integer not null
);
create index project_outcomes_by_project on project_outcomes (project_id);

create table project_themes (
  id uuid primary key,
  project_id uuid not null references projects,
  kind text not null constraint project_themes_kind check (kind in ('theme', 'strand')),
  suffix text not null,
  title text not null,
  focus text not null,
  starts text,
  position integer not null,
  constraint project_themes_once unique (project_id, suffix)
);

create table catalogue_sections (
  id uuid primary key,
  year integer not null references academic_years,
  parent_id uuid references catalogue_sections,
  key text not null,
  title text not null,
  introduction text,
  position integer not null,
  constraint catalogue_sections_once unique (year, key)
);
create table catalogue_entries (
  section_id uuid not null references catalogue_sections,
  project_id uuid not null references projects,
  position integer not null,
  primary key (section_id, project_id)
);
create index catalogue_entries_by_project on catalogue_entries (project_id);

create table project_lineage (
  project_id uuid not null references projects,
  earlier_project_id uuid not null references projects,
  kind text not null constraint project_lineage_kind check (kind in ('continues', 'renamed', 'split', 'merged', 'changed_model')),
  note text,
  primary key (project_id, earlier_project_id),
  constraint project_lineage_not_itself check (project_id <> earlier_project_id)
);
create index project_lineage_by_earlier on project_lineage (earlier_project_id);

create table programme_goals (
  id uuid primary key,
  goal text not null,
  by_label text not null,
  project_id uuid references projects,
  standing text
);

-- Rules of who can take part, as data: the sentence people read, and the rule a program checks.
create table criteria (
  id uuid primary key,
  project_id uuid not null references projects,
  theme_id uuid references project_themes,
  position integer not null,
  strength text not null constraint criteria_strength check (strength in ('required', 'expected', 'priority')),
  sentence text not null,
  rule jsonb not null
);
create index criteria_by_project on criteria (project_id);
