-- The network, its hubs and their areas; schools, providers of teacher training and who followed whom.
create table networks (
  id uuid primary key,
  name text not null,
  coordinator text not null,
  time_zone text not null default 'Europe/London',
  year_starts_in_month integer not null default 9 constraint networks_year_starts_in_month check (year_starts_in_month between 1 and 12),
  only_one boolean not null default true constraint networks_only_one unique check (only_one)
);

create table authorities (
  code text primary key,
  name text not null,
  region text
);

-- Names and addresses as people look for them: "St" and "Saint", "C of E" and "Church of England" are one word each.
create function searchable_place(words text) returns text
  language sql immutable parallel safe
  return btrim(regexp_replace(regexp_replace(regexp_replace(regexp_replace(public.searchable(words),
    '\msaint\M', 'st', 'g'), '\m(church of england|c of e|cofe)\M', 'ce', 'g'), '\mroman catholic\M', 'rc', 'g'), '\mand\M ?', '', 'g'));

create table organisations (
  id uuid primary key,
  kind text not null constraint organisations_kind check (kind in ('school', 'itt_provider', 'trust', 'authority', 'other')),
  name text collate people_order not null,
  urn integer constraint organisations_urn_is_unique unique constraint organisations_urn check (urn between 100000 and 999999),
  ukprn text constraint organisations_ukprn_is_unique unique constraint organisations_ukprn check (ukprn ~ '^[0-9]{8}$'),
  status text not null default 'open' constraint organisations_status check (status in ('open', 'closed', 'proposed_to_close', 'proposed_to_open')),
  opened_on date,
  closed_on date,
  phase text constraint organisations_phase check (phase in ('nursery', 'primary', 'middle_deemed_primary', 'secondary', 'middle_deemed_secondary', 'post_16', 'all_through', 'not_applicable')),
  type_code text,
  type_name text,
  state_funded boolean,
  low_age integer,
  high_age integer,
  itt_kind text constraint organisations_itt_kind check (itt_kind in ('hei', 'scitt', 'lead_school')),
  itt_phases text[] not null default '{}',
  street text,
  town text,
  postcode text,
  authority_code text references authorities,
  easting integer,
  northing integer,
  email_domains text[] not null default '{}',
  invented boolean not null default false,
  search text generated always as (searchable_place(coalesce(name, '') || ' ' || coalesce(street, '') || ' ' || coalesce(town, '') || ' ' || coalesce(postcode, '') || ' ' || coalesce(urn::text, ''))) stored,
  constraint organisations_schools_have_a_urn check (kind <> 'school' or urn is not null)
);
create index organisations_by_words on organisations using gin (string_to_array(search, ' '));

-- Every word that names or places an organisation, once: what was typed is likened to these, not to fifty thousand lines.
create table organisation_words (
  word text primary key
);
create index organisation_words_likeness on organisation_words using gin (word gin_trgm_ops);

create function keep_organisation_words() returns trigger language plpgsql as $$
begin
  insert into organisation_words (word)
    select distinct word from changed, unnest(string_to_array(search, ' ')) as word where word <> '' order by word
    on conflict do nothing;
  return null;
end $$;
create trigger keep_words_of_new_organisations after insert on organisations
  referencing new table as changed for each statement execute function keep_organisation_words();
create trigger keep_words_of_changed_organisations after update on organisations
  referencing new table as changed for each statement execute function keep_organisation_words();

-- Organisations that the words resemble, in any order and spelling, best first. The telling words find, all words rank.
create function organisations_resembling(telling text[], words text[], weights real[], kinds text[], most integer)
  returns table (id uuid, likeness real)
  language sql stable parallel safe
as $$
  with likened as materialized (
    select asked.word as asked, asked.weight, near.word, near.score
    from unnest(words, weights) as asked (word, weight)
    cross join lateral (
      select w.word, case when w.word = asked.word then 1 when w.word like asked.word || '%' then 0.9 else 0.35 + 0.6 * similarity(w.word, asked.word) end as score
      from organisation_words w
      where w.word = asked.word or w.word like asked.word || '%' or w.word % asked.word
      order by score desc, w.word
      limit 15
    ) near
  ),
  found as (
    select each.id, sum(each.score) as score
    from (
      select o.id, l.asked, max(l.score * l.weight) as score
      from likened l join organisations o on string_to_array(o.search, ' ') @> array[l.word]
      where l.asked = any (telling) and o.kind = any (kinds)
      group by o.id, l.asked
    ) each
    group by each.id
    order by score desc, each.id
    limit 80
  )
  select o.id, (0.7 * ranked.score + 0.3 * similarity(array_to_string(words, ' '), left(o.search, length(o.name)))
      - case when o.status = 'closed' then 0.05 else 0 end)::real as likeness
  from found f join organisations o on o.id = f.id
  cross join lateral (
    select sum(best.score) / nullif((select sum(w) from unnest(weights) w), 0) as score
    from (select max(l.score * l.weight) as score from likened l where l.word = any (string_to_array(o.search, ' ')) group by l.asked) best
  ) ranked
  order by likeness desc, o.name, o.id
  limit most
$$;
create index organisations_by_authority on organisations (authority_code);
create index organisations_by_postcode on organisations ((replace(lower(postcode), ' ', '')));

create table organisation_successors (
  predecessor_id uuid not null references organisations,
  successor_id uuid not null references organisations,
  kind text not null default 'successor',
  since_on date,
  primary key (predecessor_id, successor_id),
  constraint organisation_successors_not_itself check (predecessor_id <> successor_id)
);

create table hubs (
  id uuid primary key,
  slug text not null constraint hubs_slug_is_unique unique,
  region text,
  website text,
  email text,
  telephone text,
  about text,
  area_described text,
  privacy_notice text
);

-- What a hub is called, from a date to a date; the open row is today's name.
create table hub_names (
  hub_id uuid not null references hubs,
  name text collate people_order not null,
  from_on date,
  to_on date,
  primary key (hub_id, name),
  constraint hub_names_dates check (from_on is null or to_on is null or from_on <= to_on)
);
create unique index hub_names_one_today on hub_names (hub_id) where to_on is null;

create table hub_areas (
  id uuid primary key,
  hub_id uuid not null references hubs,
  authority_code text references authorities,
  described_as text not null,
  part boolean not null default false,
  from_on date,
  to_on date
);
create index hub_areas_by_hub on hub_areas (hub_id);
create index hub_areas_by_authority on hub_areas (authority_code);

create table hub_lead_organisations (
  id uuid primary key,
  hub_id uuid not null references hubs,
  name text not null,
  organisation_id uuid references organisations,
  as_of text,
  from_on date,
  to_on date
);
create index hub_lead_organisations_by_hub on hub_lead_organisations (hub_id);

create table venues (
  id uuid primary key,
  hub_id uuid not null references hubs,
  organisation_id uuid references organisations,
  name text not null,
  short_name text not null,
  address text not null,
  postcode text,
  easting integer,
  northing integer,
  practical_notes text
);
create index venues_by_hub on venues (hub_id);
