-- What a model, its groups, leads and sessions are called, one and several; and in a year, where that year calls them otherwise.
create function usual_plural(word text) returns text language sql immutable
  return case when word ~ '[^aeiou]y$' then regexp_replace(word, 'y$', 'ies') when word ~ '(s|x|ch|sh)$' then word || 'es' else word || 's' end;
alter table delivery_models add name_plural text, add group_plural text, add lead_plural text, add session_plural text,
  add session_kind text not null default 'workshop'
    constraint delivery_models_session_kind check (session_kind in ('workshop', 'meeting', 'visit', 'observation', 'national_event'));
update delivery_models set name_plural = usual_plural(name), group_plural = usual_plural(group_word), lead_plural = usual_plural(lead_word),
  session_plural = usual_plural(session_word), session_kind = case session_word when 'meeting' then 'meeting' else 'workshop' end;
alter table delivery_models alter name_plural set not null, alter group_plural set not null, alter lead_plural set not null, alter session_plural set not null;
drop function usual_plural;

create table year_terms (
  year integer not null references academic_years,
  delivery_model text not null references delivery_models,
  name text not null,
  name_plural text not null,
  group_word text not null,
  group_plural text not null,
  lead_word text not null,
  lead_plural text not null,
  session_word text not null,
  session_plural text not null,
  primary key (year, delivery_model)
);
create trigger tell_public_pages after insert or update or delete or truncate on year_terms
  for each statement execute function tell_public_pages();

create view terms_of_years as
  select y.year, m.key as delivery_model, coalesce(t.name, m.name) as name, coalesce(t.name_plural, m.name_plural) as name_plural,
    coalesce(t.group_word, m.group_word) as group_word, coalesce(t.group_plural, m.group_plural) as group_plural,
    coalesce(t.lead_word, m.lead_word) as lead_word, coalesce(t.lead_plural, m.lead_plural) as lead_plural,
    coalesce(t.session_word, m.session_word) as session_word, coalesce(t.session_plural, m.session_plural) as session_plural,
    m.session_kind, t.year is not null as of_this_year
  from academic_years y cross join delivery_models m left join year_terms t on t.year = y.year and t.delivery_model = m.key;
