-- People who are not named yet: whether names may come later and by when, and how many a request still owes.
create table names_later (
  id uuid primary key,
  -- The rule of a project, or of one offer of it, which goes before that of its project.
  project_id uuid constraint names_later_once_for_a_project unique references projects,
  offer_id uuid constraint names_later_once_for_an_offer unique references offers,
  -- So many days before the first session, or by the end of a day; neither where names are wanted at once.
  days integer constraint names_later_days check (days between 0 and 365),
  by_on date,
  set_at timestamptz not null,
  constraint names_later_of_one check (num_nonnulls(project_id, offer_id) = 1),
  constraint names_later_by_one check (num_nonnulls(days, by_on) <= 1)
);
alter table expressions_of_interest
  add column unnamed_people integer not null default 0 constraint expressions_of_interest_unnamed_people check (unnamed_people between 0 and 50);

-- Who was asked for the names that are missing, and whom the hub was told of when they did not come.
create table names_asked_for (
  interest_id uuid primary key references expressions_of_interest,
  reminded_at timestamptz,
  overdue_told_at timestamptz
);

-- How many people of a request are not named: of its place where it has one, otherwise as it said itself.
create function people_not_named(i expressions_of_interest) returns integer stable language sql as $$
  select case
    when i.status in ('received', 'confirmed', 'waiting') then i.unnamed_people
    when i.status in ('offered', 'placed') then coalesce((
      select greatest(0, l.people_count - (
        select count(*) from participants a where a.place_id = l.id and a.to_on is null and a.part <> 'substitute'))
      from places l where l.id = i.place_id and l.status in ('offered', 'held')), 0)
    else 0 end::integer
$$;
