-- A hub that is asked to share a group of another: with which share of its room, and what it answers.
create table group_partner_askings (
  id uuid primary key,
  group_id uuid not null references groups,
  hub_id uuid not null references hubs,
  organisations_share integer constraint group_partner_askings_share check (organisations_share >= 1),
  shares_end_on date,
  word text,
  status text not null constraint group_partner_askings_status check (status in ('asked', 'agreed', 'declined', 'withdrawn')),
  asked_at timestamptz not null,
  answered_at timestamptz,
  answer text,
  constraint group_partner_askings_end_once check ((status = 'asked') = (answered_at is null))
);
create unique index group_partner_askings_one_at_a_time on group_partner_askings (group_id, hub_id) where status = 'asked';
create index group_partner_askings_by_hub on group_partner_askings (hub_id, asked_at desc);
