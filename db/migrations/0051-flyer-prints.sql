-- Prints of flyers: what a flyer said when it was printed, so that the address on the paper can tell what has changed since.
-- One row for each wording of an offer that was ever printed; what it says is public.

create table flyer_prints (
  id uuid primary key,
  offer_id uuid not null references offers (id) on delete cascade,
  number integer not null check (number > 0),
  made_on date not null,
  facts jsonb not null,
  sum text not null generated always as (md5(facts::text)) stored,
  constraint flyer_prints_number_is_unique_for_an_offer unique (offer_id, number),
  constraint flyer_prints_are_kept_once unique (offer_id, sum)
);
