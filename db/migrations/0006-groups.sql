-- Groups, the places in them and the people who take part. The database is the last guard of their room.
create table groups (
  id uuid primary key,
  hub_id uuid not null references hubs,
  offer_id uuid references offers,
  project_id uuid not null references projects,
  year integer not null references academic_years,
  theme_id uuid references project_themes,
  name text collate people_order not null,
  status text not null default 'forming' constraint groups_status check (status in ('forming', 'confirmed', 'running', 'completed', 'cancelled', 'merged')),
  status_reason text,
  organisations_room integer not null constraint groups_organisations_room check (organisations_room >= 0),
  people_room integer not null constraint groups_people_room check (people_room >= 0),
  organisations_minimum integer not null default 0,
  organisations_taken integer not null default 0,
  people_taken integer not null default 0,
  venue_id uuid references venues,
  policy_id uuid references cancellation_policies,
  online_link text,
  continues_group_id uuid references groups,
  created_at timestamptz not null,
  completed_at timestamptz,
  constraint groups_never_hold_more_organisations_than_room check (organisations_taken between 0 and organisations_room),
  constraint groups_never_hold_more_people_than_room check (people_taken between 0 and people_room)
);
create index groups_by_hub on groups (hub_id, year);
create index groups_by_offer on groups (offer_id);
create index groups_by_project on groups (project_id);

alter table roles add constraint roles_group foreign key (group_id) references groups;

create table group_partner_hubs (
  group_id uuid not null references groups,
  hub_id uuid not null references hubs,
  primary key (group_id, hub_id)
);
create index group_partner_hubs_by_hub on group_partner_hubs (hub_id);

create table places (
  id uuid primary key,
  group_id uuid not null references groups,
  project_id uuid not null references projects,
  organisation_id uuid not null references organisations,
  person_id uuid references people,
  people_count integer not null constraint places_people_count check (people_count >= 1),
  status text not null constraint places_status check (status in ('offered', 'held', 'completed', 'declined', 'lapsed', 'released', 'left')),
  status_reason text,
  offered_at timestamptz,
  respond_by timestamptz,
  held_at timestamptz,
  ended_at timestamptz,
  constraint places_offered_have_a_deadline check (status <> 'offered' or respond_by is not null)
);
create index places_by_group on places (group_id);
create index places_by_organisation on places (organisation_id);
create index places_to_lapse on places (respond_by) where status = 'offered';
create unique index places_one_live_place_of_an_organisation on places (project_id, organisation_id) where status in ('offered', 'held') and person_id is null;
create unique index places_one_live_place_of_a_person on places (project_id, person_id) where status in ('offered', 'held') and person_id is not null;

-- Offered, held and completed places use room; the checks of groups refuse what does not fit, whatever the race.
create function keep_room_of_groups() returns trigger language plpgsql as $$
declare
  before_counts boolean := tg_op <> 'INSERT' and old.status in ('offered', 'held', 'completed');
  after_counts boolean := tg_op <> 'DELETE' and new.status in ('offered', 'held', 'completed');
begin
  if before_counts and after_counts and old.group_id = new.group_id and old.people_count = new.people_count then return null; end if;
  if before_counts then
    update groups set organisations_taken = organisations_taken - 1, people_taken = people_taken - old.people_count where id = old.group_id;
  end if;
  if after_counts then
    update groups set organisations_taken = organisations_taken + 1, people_taken = people_taken + new.people_count where id = new.group_id;
  end if;
  return null;
end $$;
create trigger keep_room_of_groups after insert or update or delete on places for each row execute function keep_room_of_groups();

create table participants (
  id uuid primary key,
  place_id uuid not null references places,
  person_id uuid not null references people,
  part text not null constraint participants_part check (part in ('lead', 'other', 'substitute')),
  post text,
  status text not null constraint participants_status check (status in ('named', 'taking_part', 'completed', 'left')),
  access_needs text,
  from_on date not null,
  to_on date
);
create index participants_by_place on participants (place_id);
create index participants_by_person on participants (person_id);
create unique index participants_once_at_a_time on participants (place_id, person_id) where to_on is null;
