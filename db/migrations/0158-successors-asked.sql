-- Somebody who took part has left during the year: the school that holds the place is asked for a successor by a day.
create table successors_asked (
  -- Who has left.
  participant_id uuid constraint successors_asked_pkey primary key references participants,
  place_id uuid not null references places,
  by_on date not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  -- For which day the school and the hub were told that it is over.
  overdue_told_for date,
  -- The school says that nobody follows: the hub decides what becomes of the room.
  said_nobody_at timestamptz,
  status text not null default 'open' constraint successors_asked_status check (status in ('open', 'named', 'none', 'over')),
  settled_at timestamptz,
  successor_participant_id uuid references participants,
  constraint successors_asked_settled check ((status = 'open') = (settled_at is null)),
  constraint successors_asked_somebody_else check (successor_participant_id <> participant_id)
);
create index successors_asked_by_place on successors_asked (place_id);
create index successors_asked_by_successor on successors_asked (successor_participant_id) where successor_participant_id is not null;

-- A successor is asked for by itself: what a request owes of names is what was never named.
create or replace function people_not_named(i expressions_of_interest) returns integer stable language sql as $$
  select case
    when i.status in ('received', 'confirmed', 'waiting') then i.unnamed_people
    when i.status in ('offered', 'placed') then coalesce((
      select greatest(0, l.people_count - (
        select count(*) from participants a where a.place_id = l.id and a.to_on is null and a.part <> 'substitute')
        - (select count(*) from successors_asked s where s.place_id = l.id and s.status = 'open'))
      from places l where l.id = i.place_id and l.status in ('offered', 'held')), 0)
    else 0 end::integer
$$;
