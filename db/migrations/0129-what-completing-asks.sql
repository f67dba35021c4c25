-- What a project asks of whoever joins, for its place to be completed: a share of the sessions that were held, and reflections.
-- A project without a row asks that somebody came at least once.
create table completion_terms (
  project_id uuid primary key references projects (id),
  least_share integer constraint completion_terms_share check (least_share between 1 and 100),
  least_tasks integer constraint completion_terms_tasks check (least_tasks between 1 and 20),
  stated_at timestamptz not null
);
