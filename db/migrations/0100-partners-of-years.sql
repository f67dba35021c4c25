-- With whom the network works in a year: partner bodies, in their order, as the year's catalogue tells of them.
create table year_partners (
  id uuid primary key,
  year integer not null references academic_years,
  position integer not null,
  name text not null,
  about text not null default '',
  website text
);
create index year_partners_by_year on year_partners (year);
create trigger tell_public_pages after insert or update or delete or truncate on year_partners
  for each statement execute function tell_public_pages();

create or replace function year_as_public(of_year integer) returns jsonb language sql stable as $$
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
      from programme_goals g where g.year = y.year), '[]'),
    'partners', coalesce((select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'about', b.about, 'website', coalesce(b.website, ''))
        order by b.position, b.id) from year_partners b where b.year = y.year), '[]'))
  from academic_years y where y.year = of_year
$$;
