-- An offer is written part by part over the national text.

-- A section that a hub writes in place of a national one keeps the national text it was written over: where the national text
-- differs from it today, there has been a correction that the hub has still to look at. Sections a hub adds have none.
alter table offer_sections add column based_on_heading text;
alter table offer_sections add column based_on_body text;
alter table offer_sections add constraint offer_sections_based_on_a_whole_section check (num_nulls(based_on_heading, based_on_body) <> 1);
update offer_sections s set based_on_heading = n.heading, based_on_body = n.body
  from offers o join project_sections n on n.project_id = o.project_id where o.id = s.offer_id and n.key = s.key;

-- The order of the sections where the hub has chosen one, by their keys; what it does not name keeps its usual place.
alter table offers add column section_order text[] not null default '{}';

-- How one asks to join: by the form here, by a mail to the hub, or by a form of the hub's elsewhere.
alter table offers add column registering text not null default 'form'
  constraint offers_registering check (registering in ('form', 'email', 'outside'));
alter table offers add column registering_address text;
alter table offers add constraint offers_registering_outside_has_an_address check ((registering = 'outside') = (registering_address is not null));

-- How many the hub has room for, and how many it needs for the offer to take place.
alter table offers add column most_organisations integer constraint offers_most_organisations check (most_organisations > 0);
alter table offers add column most_people integer constraint offers_most_people check (most_people > 0);
alter table offers add column fewest_organisations integer constraint offers_fewest_organisations check (fewest_organisations > 0);
alter table offers add constraint offers_can_take_place check (fewest_organisations <= most_organisations);

-- The themes to choose from, where an offer has several of its project's but not all. One that it fixes stands in theme_id.
create table offer_themes (
  offer_id uuid not null references offers,
  theme_id uuid not null references project_themes on delete cascade,
  primary key (offer_id, theme_id)
);
create index offer_themes_by_theme on offer_themes (theme_id);
create trigger tell_public_pages after insert or update or delete or truncate on offer_themes
  for each statement execute function tell_public_pages();

-- Where a meeting online takes place: for those who have a place, so it is copied to the group's sessions and not printed.
alter table planned_dates add column online_link text;

-- What an offer was after each change, in words, so that who changed what can be read when its venue or policy is called otherwise.
create table offer_versions (
  offer_id uuid not null references offers,
  number integer not null constraint offer_versions_number check (number > 0),
  act text not null constraint offer_versions_act check (act in ('drafted', 'changed', 'published', 'closed', 'withdrawn')),
  content jsonb not null,
  person_id uuid references people,
  at timestamptz not null,
  primary key (offer_id, number)
);
create index offer_versions_by_person on offer_versions (person_id) where person_id is not null;

select guard_against_merged_records();
