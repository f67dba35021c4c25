-- What a hub says about mail of its own to come, of every kind that the clock sends: about one mail, or about all of a kind.
alter table mailing_decisions
  drop constraint mailing_decisions_kind,
  add constraint mailing_decisions_kind check (kind in (
    'instructions', 'reminder', 'task-reminder', 'task-digest', 'names-reminder', 'names-overdue', 'headteacher-reminder',
    'place-reminder', 'evaluation'));

create table mailing_kinds_stopped (
  hub_id uuid not null references hubs,
  kind text not null,
  decision text not null,
  decided_at timestamptz not null,
  primary key (hub_id, kind),
  constraint mailing_kinds_stopped_kind check (kind in (
    'instructions', 'reminder', 'task-reminder', 'task-digest', 'names-reminder', 'names-overdue', 'headteacher-reminder',
    'place-reminder', 'evaluation')),
  constraint mailing_kinds_stopped_decision check (decision in ('held', 'dropped'))
);

select guard_against_merged_records();
