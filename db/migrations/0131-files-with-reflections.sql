-- A file that came with a reflection: one for each, of a size that a telephone sends.
create table reflection_files (
  id uuid primary key,
  task_id uuid not null references tasks (id),
  participant_id uuid not null references participants (id),
  name text not null,
  type text not null,
  bytes integer not null constraint reflection_files_are_not_large check (bytes between 1 and 5242880),
  content bytea not null,
  sent_at timestamptz not null,
  constraint reflection_files_one_each unique (task_id, participant_id)
);
create index reflection_files_by_participant on reflection_files (participant_id);

-- What came of a task is told to the leads of its group once.
alter table tasks add column digest_told_at timestamptz;
-- Those whose day has passed were looked at without one.
update tasks set digest_told_at = now() where due_on < current_date;
