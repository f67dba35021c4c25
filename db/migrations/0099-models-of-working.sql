-- Models of working are a list of the project, no longer a part of its text; the text keeps what introduces them.
alter table projects add column models_of_working text[] not null default '{}';

-- A list that stands in the text is taken out of it, unless a hub has written its own in its place.
create temporary table models_found on commit drop as
  with lines as (
    select s.id, s.project_id, s.body, l.line, l.n, min(l.n) filter (where l.line ~ '^[-*•✓]\s') over (partition by s.id) as first
    from project_sections s cross join regexp_split_to_table(s.body, '\r?\n') with ordinality as l (line, n)
    where s.key = 'models' and not exists (
      select from offer_sections x join offers o on o.id = x.offer_id where o.project_id = s.project_id and x.key = 'models')
  )
  select id, project_id, body, array_agg(btrim(substr(line, 2)) order by n) filter (where n >= first and line !~ '^\s*$') as models,
    btrim(coalesce(string_agg(line, e'\n' order by n) filter (where n < first), ''), e' \n') as said
  from lines group by id, project_id, body
  having min(first) is not null and bool_and(n < first or line ~ '^[-*•✓]\s' or line ~ '^\s*$');

update projects p set models_of_working = f.models from models_found f where f.project_id = p.id;
update project_sections s set body = f.said from models_found f where f.id = s.id and f.said <> '';
delete from project_sections s using models_found f where f.id = s.id and f.said = '';

-- A correction that has begun says the same of them.
update project_corrections c
  set content = c.content || jsonb_build_object('modelsOfWorking', to_jsonb(f.models), 'sections', (
    select coalesce(jsonb_agg(case when e ->> 'key' = 'models' then e || jsonb_build_object('body', f.said) else e end order by n)
      filter (where e ->> 'key' <> 'models' or f.said <> ''), '[]')
    from jsonb_array_elements(c.content -> 'sections') with ordinality as x (e, n)))
  from models_found f
  where f.project_id = c.project_id
    and c.content -> 'sections' @> jsonb_build_array(jsonb_build_object('key', 'models', 'body', f.body));

create or replace function words_of_project(project uuid) returns tsvector language sql stable as $$
  select setweight(to_tsvector('english', searchable(concat_ws(' ', p.title, p.formerly))), 'A')
    || setweight(to_tsvector('english', searchable(concat_ws(' ', p.summary, array_to_string(p.partner_bodies, ' '), s.name, m.name,
         (select string_agg(concat_ws(' ', t.suffix, t.title), ' ' order by t.position) from project_themes t where t.project_id = p.id)))), 'B')
    || setweight(to_tsvector('english', searchable(concat_ws(' ', array_to_string(p.models_of_working, ' '),
         (select string_agg(t.focus, ' ' order by t.position) from project_themes t where t.project_id = p.id),
         (select string_agg(c.sentence, ' ' order by c.position, c.id) from criteria c where c.project_id = p.id),
         (select string_agg(o.outcome, ' ' order by o.position) from project_outcomes o where o.project_id = p.id)))), 'C')
    || setweight(to_tsvector('english', searchable(coalesce(
         (select string_agg(concat_ws(' ', x.heading, x.body), ' ' order by x.position, x.key) from project_sections x where x.project_id = p.id), ''))), 'D')
  from projects p join terms_of_years m on m.delivery_model = p.delivery_model and m.year = p.year left join stages s on s.id = p.stage_id
  where p.id = project
$$;
