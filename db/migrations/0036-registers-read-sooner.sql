-- Reading a register of fifty thousand schools: words made once and quickly, indexes filled in one go. And schools are found by the names
-- that they had.

-- The same words as ever, made in one go: once only letters, digits and single spaces are left, a word is what lies between spaces.
create or replace function searchable_place(words text) returns text
  language plpgsql immutable parallel safe
as $$
declare
  said text := replace(lower(regexp_replace(public.unaccent('public.unaccent', words), '[''’.]', '', 'g')), ', ', ' ');
begin
  if said ~ '[^[:alnum:] ]' or said like '%  %' then said := regexp_replace(said, '[^[:alnum:]]+', ' ', 'g'); end if;
  said := replace(replace(' ' || said || ' ', ' saint ', ' st '), ' roman catholic ', ' rc ');
  said := replace(replace(replace(said, ' church of england ', ' ce '), ' c of e ', ' ce '), ' cofe ', ' ce ');
  return btrim(replace(said, ' and ', ' '));
end $$;

-- What begins with a letter is likened whatever follows.
create or replace function is_likened(word text) returns boolean
  language sql immutable parallel safe
  return word collate "C" >= 'a' or word <> '' and word !~ '^[0-9]+[a-z]{0,2}$';

-- What waits to be put into the index is put there at the end of each statement, all of it at once: no search reads it through.
alter index organisations_by_words set (fastupdate = on);
create or replace function keep_organisation_words() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into organisation_words (word)
    select w.word from (select distinct word from changed, unnest(string_to_array(search, ' ')) as word where is_likened(word)) w
    where not exists (select from organisation_words known where known.word = w.word) order by w.word
    on conflict do nothing;
  if to_regclass('organisations_by_words') is not null then perform gin_clean_pending_list('organisations_by_words'); end if;
  return null;
end $$;

-- While nothing has been merged this is asked for every statement that names people or organisations: an index answers it.
create or replace function keep_clear_of_merged() returns trigger language plpgsql as $$
begin
  if (select merged_into_id from organisations where merged_into_id is not null order by merged_into_id limit 1) is null
    and (select merged_into_id from people where merged_into_id is not null order by merged_into_id limit 1) is null then
    return null;
  end if;
  if exists (select from (select to_jsonb(a) as row from added a offset 0) a cross join unnest(tg_argv) as c
      where (a.row ->> c)::uuid in (select record_id from merged_records)) then
    raise exception 'A record that is named in % has been merged into another', tg_table_name
      using errcode = '40001', constraint = 'records_are_not_merged';
  end if;
  return null;
end $$;

-- The first register finds no school to be looked for, and brings fifty thousand: what only speeds questions up and what is checked
-- row by row is set aside until they are in, then made and checked for all of them at once. It all happens in one transaction.
create table set_aside (
  number integer generated always as identity primary key,
  definition text not null
);
revoke all on set_aside from tessellate_app;

create function set_aside_before_first_schools() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare each record;
begin
  if exists (select from organisations where kind = 'school') then raise exception 'Schools are known already'; end if;
  for each in
    select c.conname, c.conrelid::regclass as relation, pg_get_constraintdef(c.oid) as says from pg_constraint c
    where c.contype = 'f' and c.conrelid in ('organisations'::regclass, 'trust_memberships'::regclass)
  loop
    insert into set_aside (definition) values (format('alter table %s add constraint %I %s', each.relation, each.conname, each.says));
    execute format('alter table %s drop constraint %I', each.relation, each.conname);
  end loop;
  for each in
    select i.indexrelid::regclass as index, pg_get_indexdef(i.indexrelid) as says from pg_index i
    where i.indrelid in ('organisations'::regclass, 'trust_memberships'::regclass) and not i.indisunique and i.indpred is null
  loop
    insert into set_aside (definition) values (each.says);
    execute format('drop index %s', each.index);
  end loop;
end $$;

create function put_back_after_first_schools() returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare each record;
begin
  for each in select definition from set_aside order by number loop execute each.definition; end loop;
  delete from set_aside;
end $$;

-- Former names are found as the names of today are, a little behind them.
alter table organisation_former_names add column search text generated always as (searchable_place(name)) stored;
create index organisation_former_names_by_words on organisation_former_names using gin (string_to_array(search, ' ')) with (fastupdate = off);
create trigger keep_words_of_former_names after insert on organisation_former_names
  referencing new table as changed for each statement execute function keep_organisation_words();
insert into organisation_words (word)
  select distinct word from organisation_former_names, unnest(string_to_array(search, ' ')) as word where is_likened(word) on conflict do nothing;

drop function organisations_resembling(text[], text[], real[], text[], text[], integer);

-- Organisations that the words resemble, in any order and spelling, best first. Telling words find those that carry them or
-- what resembles them, unless that is itself a usual word; all words put them in order. `formerly` is the name that was meant,
-- where that is one of before.
create function organisations_resembling(telling text[], words text[], weights real[], usual text[], kinds text[], most integer)
  returns table (id uuid, likeness real, formerly text)
  language sql stable parallel safe
as $$
  with likened as materialized (
    select asked.word as asked, asked.weight, near.word, near.score,
      asked.word = any (telling) and (near.word = asked.word or near.word <> all (usual)) as finds
    from unnest(words, weights) as asked (word, weight) cross join lateral words_resembling(asked.word, 12) near
  ),
  found as (
    select each.id, sum(each.score) as score
    from (
      select hit.id, hit.asked, max(hit.score) as score
      from (
        select o.id, l.asked, l.score * l.weight as score
        from likened l join organisations o on string_to_array(o.search, ' ') @> array[l.word]
        where l.finds and o.kind = any (kinds)
        union all
        select o.id, l.asked, l.score * l.weight
        from likened l join organisation_former_names f on string_to_array(f.search, ' ') @> array[l.word] join organisations o on o.id = f.organisation_id
        where l.finds and o.kind = any (kinds)
      ) hit
      group by hit.id, hit.asked
    ) each
    group by each.id
    order by score desc, each.id
    limit 80
  )
  select o.id, (0.7 * ranked.score + 0.3 * greatest(today.likeness, former.likeness - 0.05)
      - case when o.status = 'closed' then 0.05 else 0 end)::real as likeness,
    case when former.likeness > today.likeness then former.name end as formerly
  from found f join organisations o on o.id = f.id
  cross join lateral (select similarity(array_to_string(words, ' '), left(o.search, length(o.name))) as likeness offset 0) today
  left join lateral (
    select n.name, n.search, similarity(array_to_string(words, ' '), n.search) as likeness
    from organisation_former_names n where n.organisation_id = o.id order by likeness desc, n.to_on desc limit 1
  ) former on true
  cross join lateral (select string_to_array(concat_ws(' ', o.search, former.search), ' ') as own offset 0) carried
  cross join lateral (
    select sum(best.score) / nullif((select sum(w) from unnest(weights) w), 0) as score
    from (select max(l.score * l.weight) as score from likened l where l.word = any (carried.own) group by l.asked) best
  ) ranked
  order by likeness desc, o.name, o.id
  limit most
$$;
