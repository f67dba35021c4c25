-- Who wants to be told when an offer without dates has some. A row goes as soon as its one mail has been sent, or its holder stops it;
-- one that nobody confirmed goes after a week.
create table date_alerts (
  id uuid primary key,
  offer_id uuid not null references offers,
  address citext not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  constraint date_alerts_once unique (offer_id, address)
);
create index date_alerts_by_address on date_alerts (address);
