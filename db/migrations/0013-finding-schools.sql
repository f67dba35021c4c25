-- Finding a school among fifty thousand while its name is typed. Words are likened by indexes, numbers are no words,
-- and words that half of all schools carry put schools in order but find none.
drop trigger keep_words_of_new_organisations on organisations;
drop trigger keep_words_of_changed_organisations on organisations;

-- House numbers, URNs and the second halves of postcodes are found as they stand; nobody means one that is like them.
create function is_likened(word text) returns boolean
  language sql immutable parallel safe
  return word <> '' and word !~ '^[0-9]+[a-z]{0,2}$';

create or replace function keep_organisation_words() returns trigger language plpgsql as $$
begin
  insert into organisation_words (word)
    select distinct word from changed, unnest(string_to_array(search, ' ')) as word where is_likened(word) order by word
    on conflict do nothing;
  return null;
end $$;
create trigger keep_words_of_new_organisations after insert on organisations
  referencing new table as changed for each statement execute function keep_organisation_words();
create trigger keep_words_of_changed_organisations after update on organisations
  referencing new table as changed for each statement execute function keep_organisation_words();

-- What waits to be put into the index is read through at every search: after a register of fifty thousand that is most of it.
alter index organisations_by_words set (fastupdate = off);
alter index organisation_words_likeness set (fastupdate = off);

delete from organisation_words where not is_likened(word);
create index organisation_words_by_beginning on organisation_words (word collate "C");

-- Words of organisations that resemble a word: the same, beginning with it, or spelt much like it; best first.
create function words_resembling(asked text, most integer) returns table (word text, score double precision)
  language sql stable parallel safe
as $$
  select near.word, max(near.score) as score
  from (
    select asked as word, 1.0::double precision as score
    union all
    select begun.word, 0.9 from (
      select w.word from organisation_words w
      where length(asked) > 2 and w.word collate "C" > asked and w.word collate "C" < asked || chr(1114109)
      order by w.word collate "C" limit most
    ) begun
    union all
    select w.word, 0.35 + 0.6 * similarity(w.word, asked) from organisation_words w where w.word % asked
  ) near
  group by near.word
  order by score desc, near.word
  limit most
$$;

drop function organisations_resembling(text[], text[], real[], text[], integer);

-- Organisations that the words resemble, in any order and spelling, best first. Telling words find those that carry them or
-- what resembles them, unless that is itself a usual word; all words put them in order.
create function organisations_resembling(telling text[], words text[], weights real[], usual text[], kinds text[], most integer)
  returns table (id uuid, likeness real)
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
      select o.id, l.asked, max(l.score * l.weight) as score
      from likened l join organisations o on string_to_array(o.search, ' ') @> array[l.word]
      where l.finds and o.kind = any (kinds)
      group by o.id, l.asked
    ) each
    group by each.id
    order by score desc, each.id
    limit 80
  )
  select o.id, (0.7 * ranked.score + 0.3 * similarity(array_to_string(words, ' '), left(o.search, length(o.name)))
      - case when o.status = 'closed' then 0.05 else 0 end)::real as likeness
  from found f join organisations o on o.id = f.id
  cross join lateral (select string_to_array(o.search, ' ') as own offset 0) carried
  cross join lateral (
    select sum(best.score) / nullif((select sum(w) from unnest(weights) w), 0) as score
    from (select max(l.score * l.weight) as score from likened l where l.word = any (carried.own) group by l.asked) best
  ) ranked
  order by likeness desc, o.name, o.id
  limit most
$$;
