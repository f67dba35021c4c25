-- Reminders of successors, and word of those not named in time, are mail to come like any other: read first, held or not sent.
alter table mailing_decisions
  drop constraint mailing_decisions_kind,
  add constraint mailing_decisions_kind check (kind in (
    'instructions', 'reminder', 'task-reminder', 'task-digest', 'names-reminder', 'names-overdue', 'successor-reminder',
    'successor-overdue', 'headteacher-reminder', 'place-reminder', 'evaluation'));

alter table mailing_kinds_stopped
  drop constraint mailing_kinds_stopped_kind,
  add constraint mailing_kinds_stopped_kind check (kind in (
    'instructions', 'reminder', 'task-reminder', 'task-digest', 'names-reminder', 'names-overdue', 'successor-reminder',
    'successor-overdue', 'headteacher-reminder', 'place-reminder', 'evaluation'));
