-- Of a shared group each partner hub has a share of the room, until what is unused is released to all; any hub of a group can hold room back.
alter table groups
  add column shares_end_on date,
  add column shares_ended_at timestamptz;
alter table group_partner_hubs
  add column organisations_share integer constraint group_partner_hubs_share check (organisations_share >= 0);

-- The partner hub out of whose share a place is; without one it is out of what the group's own hub gives away.
alter table places add column partner_hub_id uuid references hubs;
create index places_by_partner_hub on places (partner_hub_id, group_id) where partner_hub_id is not null;
update places p set partner_hub_id = f.hub_id
  from expressions_of_interest i join offers f on f.id = i.offer_id, group_partner_hubs s
  where i.place_id = p.id and s.group_id = p.group_id and s.hub_id = f.hub_id;

-- Room that a hub keeps free for now: nothing passes on to it by itself until it is released.
create table held_back_places (
  id uuid primary key,
  group_id uuid not null references groups,
  hub_id uuid not null references hubs,
  people_count integer not null constraint held_back_places_people check (people_count >= 1),
  reason text not null,
  held_at timestamptz not null,
  released_at timestamptz,
  released_because text,
  constraint held_back_places_released_with_a_reason check ((released_at is null) = (released_because is null))
);
create index held_back_places_by_group on held_back_places (group_id) where released_at is null;
create index held_back_places_by_hub on held_back_places (hub_id);
