-- How a year of the catalogue is laid out, version by version: what is being written, and what was public when.
alter table programme_goals add year integer references academic_years, add position integer not null default 0,
  add standing_source text, add standing_on date;
update programme_goals g set year = coalesce((select p.year from projects p where p.id = g.project_id), (select max(y.year) from academic_years y));
alter table programme_goals alter year set not null;
create index programme_goals_by_year on programme_goals (year);
create index programme_goals_by_project on programme_goals (project_id);

-- A version is the whole layout as it was written; who did it is told by the history.
create table year_versions (
  year integer not null references academic_years,
  number integer not null,
  act text not null constraint year_versions_act check (act in ('drafted', 'changed', 'published', 'corrected', 'discarded')),
  content jsonb not null,
  note text,
  made_at timestamptz not null,
  constraint year_versions_once primary key (year, number)
);

-- A year as it is public, in the form in which its versions are kept.
create function year_as_public(of_year integer) returns jsonb language sql stable as $$
  select jsonb_build_object(
    'introduction', coalesce(y.introduction, ''),
    'notices', coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'heading', n.heading, 'body', n.body) order by n.position, n.id)
      from year_notices n where n.year = y.year), '[]'),
    'sections', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'key', c.key, 'parent', c.parent_id, 'title', c.title,
        'introduction', coalesce(c.introduction, ''), 'projects', coalesce((select jsonb_agg(e.project_id order by e.position, e.project_id)
          from catalogue_entries e where e.section_id = c.id), '[]')) order by c.position, c.id)
      from catalogue_sections c where c.year = y.year), '[]'),
    'goals', coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'goal', g.goal, 'by', g.by_label, 'projectId', g.project_id,
        'standing', coalesce(g.standing, ''), 'source', coalesce(g.standing_source, ''), 'standingOn', g.standing_on) order by g.position, g.id)
      from programme_goals g where g.year = y.year), '[]'))
  from academic_years y where y.year = of_year
$$;

insert into year_versions (year, number, act, content, note, made_at)
  select y.year, 1, 'published', year_as_public(y.year), 'As it stood when versions began to be kept.', now() from academic_years y
  where y.introduction is not null or exists (select from year_notices n where n.year = y.year)
    or exists (select from catalogue_sections c where c.year = y.year) or exists (select from programme_goals g where g.year = y.year);
