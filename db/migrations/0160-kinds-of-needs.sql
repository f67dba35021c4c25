-- What somebody needs to take part: kinds to choose from, so that they can be counted for whoever prepares a session, and own words beside.
create table needs_kinds (
  kind text primary key,
  about text not null constraint needs_kinds_about check (about in ('dietary', 'access')),
  words text not null,
  position integer not null constraint needs_kinds_position unique
);
insert into needs_kinds (kind, about, words, position) values
  ('vegetarian', 'dietary', 'Vegetarian', 1),
  ('vegan', 'dietary', 'Vegan', 2),
  ('halal', 'dietary', 'Halal', 3),
  ('kosher', 'dietary', 'Kosher', 4),
  ('gluten_free', 'dietary', 'Gluten-free', 5),
  ('dairy_free', 'dietary', 'Dairy-free', 6),
  ('nut_allergy', 'dietary', 'Nut allergy', 7),
  ('step_free', 'access', 'Step-free access', 21),
  ('hearing_loop', 'access', 'Hearing loop', 22),
  ('large_print', 'access', 'Large print', 23),
  ('sign_language', 'access', 'Sign-language interpreter', 24),
  ('quiet_space', 'access', 'Quiet space', 25),
  ('parking', 'access', 'Parking near the door', 26);

-- Told with `access_needs`, which holds what is said in own words; cleared with it.
alter table participants
  add column needs text[],
  -- Since when it is the person's own statement: nobody else writes over it.
  add column needs_told_at timestamptz;

-- "Vegetarian; Step-free access; my own words"
create function needs_in_words(kinds text[], own_words text) returns text stable language sql as $$
  select nullif(concat_ws('; ', (select string_agg(k.words, '; ' order by k.position) from needs_kinds k where k.kind = any(kinds)), own_words), '')
$$;
