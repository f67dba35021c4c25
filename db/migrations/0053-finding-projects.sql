-- Finding a project in words. What a project says, and what a hub says beside it in its offer, is kept as the words it is found
-- by: stems by English text search, the title before the summary before the text. Whoever leads a group is not among them.
create table project_words (
  project_id uuid primary key references projects on delete cascade,
  words tsvector not null
);
create table offer_words (
  offer_id uuid primary key references offers on delete cascade,
  words tsvector not null
);

create function words_of_project(project uuid) returns tsvector language sql stable as $$
  select setweight(to_tsvector('english', searchable(concat_ws(' ', p.title, p.formerly))), 'A')
    || setweight(to_tsvector('english', searchable(concat_ws(' ', p.summary, array_to_string(p.partner_bodies, ' '), s.name, m.name,
         (select string_agg(concat_ws(' ', t.suffix, t.title), ' ' order by t.position) from project_themes t where t.project_id = p.id)))), 'B')
    || setweight(to_tsvector('english', searchable(concat_ws(' ',
         (select string_agg(t.focus, ' ' order by t.position) from project_themes t where t.project_id = p.id),
         (select string_agg(c.sentence, ' ' order by c.position, c.id) from criteria c where c.project_id = p.id),
         (select string_agg(o.outcome, ' ' order by o.position) from project_outcomes o where o.project_id = p.id)))), 'C')
    || setweight(to_tsvector('english', searchable(coalesce(
         (select string_agg(concat_ws(' ', x.heading, x.body), ' ' order by x.position, x.key) from project_sections x where x.project_id = p.id), ''))), 'D')
  from projects p join terms_of_years m on m.delivery_model = p.delivery_model and m.year = p.year left join stages s on s.id = p.stage_id
  where p.id = project
$$;

create function words_of_offer(offer uuid) returns tsvector language sql stable as $$
  select to_tsvector('english', searchable(concat_ws(' ', o.dates_note, o.practical_notes, o.joining_note,
    (select string_agg(concat_ws(' ', x.heading, x.body), ' ' order by x.position, x.key) from offer_sections x where x.offer_id = o.id),
    (select string_agg(concat_ws(' ', v.name, v.short_name, v.address), ' ' order by v.id) from venues v
      where v.id = o.venue_id or v.id in (select d.venue_id from planned_dates d where d.offer_id = o.id)))))
  from offers o where o.id = offer
$$;

-- Two who change one text at once wait here for each other, so that the second sees what the first has written.
create function keep_words_of_projects(ids uuid[]) returns void language plpgsql as $$
begin
  perform from project_words where project_id = any (ids) order by project_id for update;
  insert into project_words select p.id, words_of_project(p.id) from projects p where p.id = any (ids) order by p.id
    on conflict (project_id) do update set words = excluded.words where project_words.words is distinct from excluded.words;
end $$;
create function keep_words_of_offers(ids uuid[]) returns void language plpgsql as $$
begin
  perform from offer_words where offer_id = any (ids) order by offer_id for update;
  insert into offer_words select o.id, words_of_offer(o.id) from offers o where o.id = any (ids) order by o.id
    on conflict (offer_id) do update set words = excluded.words where offer_words.words is distinct from excluded.words;
end $$;

-- The argument says how the projects, or offers, are found from the rows that changed.
create function keep_project_words() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  execute 'select array(' || tg_argv[0] || ')' into ids;
  perform keep_words_of_projects(ids);
  return null;
end $$;
create function keep_offer_words() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  execute 'select array(' || tg_argv[0] || ')' into ids;
  perform keep_words_of_offers(ids);
  return null;
end $$;

do $$
declare kept record;
begin
  for kept in select * from (values
    ('project_words', 'projects', 'select id from changed', '{insert,update}'::text[]),
    ('project_words', 'project_sections', 'select project_id from changed', '{insert,update,delete}'),
    ('project_words', 'project_outcomes', 'select project_id from changed', '{insert,update,delete}'),
    ('project_words', 'project_themes', 'select project_id from changed', '{insert,update,delete}'),
    ('project_words', 'criteria', 'select project_id from changed', '{insert,update,delete}'),
    ('project_words', 'stages', 'select p.id from projects p join changed c on c.id = p.stage_id', '{update}'),
    ('project_words', 'delivery_models', 'select p.id from projects p join changed c on c.key = p.delivery_model', '{update}'),
    ('project_words', 'year_terms', 'select p.id from projects p join changed c on c.delivery_model = p.delivery_model and c.year = p.year', '{insert,update,delete}'),
    ('offer_words', 'offers', 'select id from changed', '{insert,update}'),
    ('offer_words', 'offer_sections', 'select offer_id from changed', '{insert,update,delete}'),
    ('offer_words', 'planned_dates', 'select distinct offer_id from changed', '{insert,update,delete}'),
    ('offer_words', 'venues', 'select o.id from offers o join changed c on c.id = o.venue_id union select d.offer_id from planned_dates d join changed c on c.id = d.venue_id', '{update}')
  ) as each (words, source, found_by, changes)
  loop
    for i in 1 .. cardinality(kept.changes) loop
      execute format('create trigger keep_words_when_%s after %s on %I referencing %s table as changed for each statement execute function keep_%s(%L)',
        kept.changes[i], kept.changes[i], kept.source, case kept.changes[i] when 'delete' then 'old' else 'new' end, kept.words, kept.found_by);
    end loop;
    end loop;
  execute 'create trigger tell_public_pages after insert or update or delete or truncate on project_words for each statement execute function tell_public_pages()';
  execute 'create trigger tell_public_pages after insert or update or delete or truncate on offer_words for each statement execute function tell_public_pages()';
end $$;

select keep_words_of_projects(array(select id from projects));
select keep_words_of_offers(array(select id from offers));

-- A year's offers and projects are looked through together.
create index offers_by_year on offers (year, status);
create index projects_by_year on projects (year, status);
