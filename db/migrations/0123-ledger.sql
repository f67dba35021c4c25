-- What organisations owe hubs, in entries that are only ever added: each moves an amount from one account to another, so that
-- what was debited is always what was credited, and every balance is a sum. No amount is ever changed.
create table ledger_entries (
  id uuid primary key,
  charge_id uuid not null references charges,
  kind text not null,
  debit text not null,
  credit text not null,
  amount_pence integer not null constraint ledger_entries_amount check (amount_pence > 0),
  on_date date not null,
  entered_at timestamptz not null,
  constraint ledger_entries_move_between_their_accounts check ((kind, debit, credit) in (
    ('charged', 'owed', 'charges'), ('waived', 'charges', 'owed'), ('credited', 'charges', 'owed'), ('undone', 'charges', 'owed'),
    ('payment', 'bank', 'owed'), ('payment_taken_back', 'owed', 'bank'), ('refund', 'owed', 'bank')))
);
create index ledger_entries_by_charge on ledger_entries (charge_id);
revoke update, delete, truncate on ledger_entries from tessellate_app;

-- What stood before: a charge that was waived or credited comes to nothing either way.
insert into ledger_entries (id, charge_id, kind, debit, credit, amount_pence, on_date, entered_at)
  select gen_random_uuid(), id, 'charged', 'owed', 'charges', amount_pence, (decided_at at time zone 'Europe/London')::date, decided_at
    from charges where status in ('confirmed', 'paid') and decided_at is not null;
insert into ledger_entries (id, charge_id, kind, debit, credit, amount_pence, on_date, entered_at)
  select gen_random_uuid(), id, 'payment', 'bank', 'owed', amount_pence, (decided_at at time zone 'Europe/London')::date, decided_at
    from charges where status = 'paid' and decided_at is not null;

-- Each entry with whose it is: the hub that charges and the organisation that has the place, as they are today.
create view ledger_lines as
  select e.id, e.charge_id, e.kind, e.debit, e.credit, e.amount_pence, e.on_date, e.entered_at,
    case when e.debit = 'owed' then e.amount_pence when e.credit = 'owed' then -e.amount_pence else 0 end as owed_pence,
    c.hub_id, p.organisation_id, g.year
  from ledger_entries e join charges c on c.id = e.charge_id join places p on p.id = c.place_id join groups g on g.id = p.group_id;

-- Decisions about several charges at once, which can be undone for ten minutes; their mail waits as long.
create table charge_acts (
  id uuid primary key,
  hub_id uuid not null references hubs,
  decision text not null constraint charge_acts_decision check (decision in ('confirmed', 'waived')),
  reason text,
  carried_out_by_person_id uuid not null references people,
  carried_out_at timestamptz not null,
  undoable_until timestamptz not null,
  undone_by_person_id uuid references people,
  undone_at timestamptz
);
create index charge_acts_by_hub on charge_acts (hub_id, carried_out_at);
create index charge_acts_by_whom on charge_acts (carried_out_by_person_id);
create index charge_acts_undone_by on charge_acts (undone_by_person_id) where undone_by_person_id is not null;
create table charge_act_rows (
  act_id uuid not null references charge_acts,
  charge_id uuid not null references charges,
  primary key (act_id, charge_id)
);
create index charge_act_rows_by_charge on charge_act_rows (charge_id);

-- Statements of account: numbered within a hub and academic year without a gap. What was issued is never changed.
create table account_statement_numbers (
  hub_id uuid not null references hubs,
  year integer not null,
  last integer not null,
  primary key (hub_id, year)
);
create table account_statements (
  id uuid primary key,
  hub_id uuid not null references hubs,
  organisation_id uuid not null references organisations,
  year integer not null,
  number integer not null constraint account_statements_number check (number > 0),
  brought_forward_pence integer not null,
  closing_pence integer not null,
  issued_at timestamptz not null,
  issued_by_person_id uuid not null references people,
  constraint account_statements_are_numbered unique (hub_id, year, number)
);
create index account_statements_by_organisation on account_statements (organisation_id);
create index account_statements_by_whom on account_statements (issued_by_person_id);
create table account_statement_lines (
  entry_id uuid primary key references ledger_entries,
  statement_id uuid not null references account_statements,
  position integer not null,
  constraint account_statement_lines_in_order unique (statement_id, position)
);
revoke update, delete, truncate on account_statement_lines from tessellate_app;

select guard_against_merged_records();
