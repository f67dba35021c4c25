-- A year rolled over: which draft came of which project, and what of it needs somebody's attention.
create table rolled_projects (
  project_id uuid primary key references projects,
  earlier_project_id uuid not null constraint rolled_projects_once unique references projects,
  rolled_at timestamptz not null
);

-- What was found when a draft was made, or was ticked since; who ticked it is told by the history.
create table review_points (
  project_id uuid not null references projects,
  key text not null,
  kind text not null,
  place text not null,
  words text not null,
  found_at timestamptz not null,
  ticked_at timestamptz,
  constraint review_points_once primary key (project_id, key)
);
