-- All that a flyer says of who joins and for how long, every version of a project, and the correction that is being written.
alter table projects
  add column joins text constraint projects_joins check (joins in
    ('school', 'school_with_lead', 'school_with_advocates', 'institution', 'person', 'trust_lead')),
  add column time_beside text;

-- A version is the whole project as it was written; who did it is told by the history.
create table project_versions (
  project_id uuid not null references projects,
  number integer not null,
  act text not null constraint project_versions_act check (act in ('drafted', 'changed', 'published', 'corrected', 'withdrawn')),
  content jsonb not null,
  note text,
  made_at timestamptz not null,
  constraint project_versions_once primary key (project_id, number)
);

-- What is public stays as it is while its correction is written.
create table project_corrections (
  project_id uuid not null constraint project_corrections_one_at_a_time primary key references projects,
  content jsonb not null,
  changed_at timestamptz not null
);
