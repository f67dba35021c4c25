-- Addresses at which mail does not arrive: mail to them is held back until somebody tries again, or the person is reached elsewhere.
create table failing_addresses (
  address citext primary key,
  failed_at timestamptz not null,
  status text not null,
  said text not null,
  noted_at timestamptz,
  constraint failing_addresses_status check (status ~ '^[45]\.\d{1,3}\.\d{1,3}$')
);
create index failing_addresses_to_note on failing_addresses (failed_at) where noted_at is null;

alter table messages
  add column goes_anyway boolean not null default false,
  add column held_back_at timestamptz,
  add column given_up integer not null default 0;
create index messages_held_back on messages (held_back_at) where held_back_at is not null;
