-- Several grants approved at once, which can be undone for ten minutes; their mail waits as long.
create table grant_acts (
  id uuid primary key,
  hub_id uuid not null references hubs,
  carried_out_by_person_id uuid not null references people,
  carried_out_at timestamptz not null,
  undoable_until timestamptz not null,
  undone_by_person_id uuid references people,
  undone_at timestamptz
);
create index grant_acts_by_hub on grant_acts (hub_id, carried_out_at);
create index grant_acts_by_whom on grant_acts (carried_out_by_person_id);
create index grant_acts_undone_by on grant_acts (undone_by_person_id) where undone_by_person_id is not null;
create table grant_act_rows (
  act_id uuid not null references grant_acts,
  grant_id uuid not null references grants,
  primary key (act_id, grant_id)
);
create index grant_act_rows_by_grant on grant_act_rows (grant_id);

alter table ledger_entries drop constraint ledger_entries_move_between_their_accounts;
alter table ledger_entries add constraint ledger_entries_move_between_their_accounts check ((kind, debit, credit) in (
  ('charged', 'owed', 'charges'), ('waived', 'charges', 'owed'), ('credited', 'charges', 'owed'), ('undone', 'charges', 'owed'),
  ('payment', 'bank', 'owed'), ('payment_taken_back', 'owed', 'bank'), ('refund', 'owed', 'bank'),
  ('granted', 'grants', 'owing'), ('approval_undone', 'owing', 'grants'), ('voided', 'owing', 'grants'), ('paid_out', 'owing', 'bank'),
  ('clawed_back', 'owed', 'grants')));

select guard_against_merged_records();
