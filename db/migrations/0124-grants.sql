-- Money outward: grants to schools for taking part, release payments to the schools of leads, additional funding for Community Leads.
-- What is granted for what is data: rules of the network or of a hub for a year, in versions; a version is never changed.
create table grant_rules (
  id uuid primary key,
  hub_id uuid references hubs,
  year integer not null references academic_years,
  name text not null,
  version integer not null,
  kind text not null constraint grant_rules_kind check (kind in ('participation', 'release', 'lead_funding')),
  delivery_model text references delivery_models,
  phase text constraint grant_rules_phase check (phase in ('primary', 'secondary', 'post_16')),
  first_year_only boolean not null default false,
  amount_pence integer not null constraint grant_rules_amount check (amount_pence > 0),
  per text not null constraint grant_rules_per check (per in ('once', 'session', 'day')),
  least_sessions integer not null default 0 constraint grant_rules_least_sessions check (least_sessions >= 0),
  least_days integer not null default 0 constraint grant_rules_least_days check (least_days >= 0),
  stopped boolean not null default false,
  written_at timestamptz not null,
  written_by_person_id uuid references people,
  constraint grant_rules_version_is_unique unique nulls not distinct (hub_id, year, name, version)
);
create index grant_rules_by_whom on grant_rules (written_by_person_id) where written_by_person_id is not null;
revoke update, delete, truncate on grant_rules from tessellate_app;
grant update (written_by_person_id) on grant_rules to tessellate_app;

create table grants (
  id uuid primary key,
  rule_id uuid not null references grant_rules,
  rule_name text not null,
  hub_id uuid not null references hubs,
  organisation_id uuid not null references organisations,
  group_id uuid not null references groups,
  place_id uuid references places,
  lead_person_id uuid references people,
  amount_pence integer not null constraint grants_amount check (amount_pence > 0),
  status text not null constraint grants_status check (status in ('due', 'approved', 'paid', 'void', 'clawed_back')),
  status_reason text,
  evidence jsonb not null,
  due_at timestamptz not null,
  decided_at timestamptz,
  decided_by_person_id uuid references people,
  constraint grants_are_for_a_place_or_a_lead check (num_nonnulls(place_id, lead_person_id) = 1),
  constraint grants_are_decided_by_a_person check (status = 'due' or decided_by_person_id is not null),
  constraint grants_end_with_a_reason check (status not in ('void', 'clawed_back') or length(btrim(status_reason)) > 0)
);
create unique index grants_once on grants (group_id, rule_name, coalesce(place_id, lead_person_id));
create index grants_by_hub on grants (hub_id, status);
create index grants_by_organisation on grants (organisation_id);
create index grants_by_place on grants (place_id) where place_id is not null;
create index grants_by_lead on grants (lead_person_id) where lead_person_id is not null;
create index grants_by_whom on grants (decided_by_person_id) where decided_by_person_id is not null;

-- The same ledger: what hubs owe schools stands beside what schools owe hubs.
alter table ledger_entries alter column charge_id drop not null;
alter table ledger_entries add column grant_id uuid references grants;
alter table ledger_entries add constraint ledger_entries_are_about_one_thing check (num_nonnulls(charge_id, grant_id) = 1);
create index ledger_entries_by_grant on ledger_entries (grant_id) where grant_id is not null;
alter table ledger_entries drop constraint ledger_entries_move_between_their_accounts;
alter table ledger_entries add constraint ledger_entries_move_between_their_accounts check ((kind, debit, credit) in (
  ('charged', 'owed', 'charges'), ('waived', 'charges', 'owed'), ('credited', 'charges', 'owed'), ('undone', 'charges', 'owed'),
  ('payment', 'bank', 'owed'), ('payment_taken_back', 'owed', 'bank'), ('refund', 'owed', 'bank'),
  ('granted', 'grants', 'owing'), ('voided', 'owing', 'grants'), ('paid_out', 'owing', 'bank'), ('clawed_back', 'owed', 'grants')));

drop view ledger_lines;
create view ledger_lines as
  select e.id, e.charge_id, e.grant_id, e.kind, e.debit, e.credit, e.amount_pence, e.on_date, e.entered_at,
    case when e.debit in ('owed', 'owing') then e.amount_pence when e.credit in ('owed', 'owing') then -e.amount_pence else 0 end as owed_pence,
    coalesce(c.hub_id, a.hub_id) as hub_id, coalesce(p.organisation_id, a.organisation_id) as organisation_id, g.year
  from ledger_entries e left join charges c on c.id = e.charge_id left join places p on p.id = c.place_id
    left join grants a on a.id = e.grant_id join groups g on g.id = coalesce(p.group_id, a.group_id);

select guard_against_merged_records();
