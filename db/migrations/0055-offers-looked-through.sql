-- What an offer is looked through by lies in one row beside its words: how and when it meets, and where.
alter table offer_words add modes text[] not null default '{}', add dates date[] not null default '{}', add venues uuid[] not null default '{}';

create or replace function keep_words_of_offers(ids uuid[]) returns void language plpgsql as $$
begin
  perform from offer_words where offer_id = any (ids) order by offer_id for update;
  insert into offer_words (offer_id, words, modes, dates, venues)
    select o.id, words_of_offer(o.id), d.modes, d.dates, d.venues
    from offers o cross join lateral (
      select coalesce(array_agg(distinct d.mode order by d.mode), '{}') as modes,
        coalesce(array_agg(distinct d.on_date order by d.on_date) filter (where d.on_date is not null), '{}') as dates,
        array_remove(array_agg(distinct d.venue_id order by d.venue_id) || o.venue_id, null) as venues
      from planned_dates d where d.offer_id = o.id
    ) d
    where o.id = any (ids) order by o.id
    on conflict (offer_id) do update set words = excluded.words, modes = excluded.modes, dates = excluded.dates, venues = excluded.venues
      where (offer_words.words, offer_words.modes, offer_words.dates, offer_words.venues) is distinct from (excluded.words, excluded.modes, excluded.dates, excluded.venues);
end $$;
select keep_words_of_offers(array(select id from offers));

-- Where the schools of an authority lie, without reading the schools.
create index organisations_lie on organisations (authority_code, easting, northing) where kind = 'school' and status <> 'closed' and easting is not null;
