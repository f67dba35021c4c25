-- What a hub asks of a placement, what it was worked out from, and what the hub settled by hand.
alter table placement_runs
  add column asked jsonb not null default '{}',
  -- Everything the placement was worked out from, so that it can be explained later.
  add column inputs jsonb,
  add column progress jsonb,
  add column based_on_run_id uuid references placement_runs;

create table placement_run_offers (
  run_id uuid not null references placement_runs,
  offer_id uuid not null references offers,
  primary key (run_id, offer_id)
);
create index placement_run_offers_by_offer on placement_run_offers (offer_id);
insert into placement_run_offers (run_id, offer_id) select id, offer_id from placement_runs;

create table placement_pins (
  id uuid primary key,
  run_id uuid not null references placement_runs,
  kind text not null constraint placement_pins_kind check (kind in ('put', 'never', 'together', 'apart')),
  interest_id uuid not null references expressions_of_interest,
  other_interest_id uuid references expressions_of_interest,
  group_id uuid references groups,
  constraint placement_pins_name_what_they_need check (
    case kind when 'put' then other_interest_id is null
      when 'never' then other_interest_id is null and group_id is not null
      else other_interest_id is not null and group_id is null and other_interest_id <> interest_id end)
);
create unique index placement_pins_put_once on placement_pins (run_id, interest_id) where kind = 'put';
create unique index placement_pins_never_once on placement_pins (run_id, interest_id, group_id) where kind = 'never';
create unique index placement_pins_pair_once on placement_pins
  (run_id, least(interest_id, other_interest_id), greatest(interest_id, other_interest_id)) where kind in ('together', 'apart');
