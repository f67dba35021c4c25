-- Which offer of a hub was taken along from which of the year before. An offer may follow into several projects, where one was split,
-- and into each of them once.
create table rolled_offers (
  offer_id uuid primary key references offers,
  earlier_offer_id uuid not null references offers,
  project_id uuid not null references projects,
  rolled_at timestamptz not null,
  constraint rolled_offers_once unique (earlier_offer_id, project_id)
);
create index rolled_offers_by_project on rolled_offers (project_id);
