-- What happens in a group's year: registers, tasks, cancellations and charges.
create table marks (
  id uuid primary key,
  session_id uuid not null references sessions,
  participant_id uuid not null references participants,
  mark text not null constraint marks_mark check (mark in ('present', 'late', 'left_early', 'online', 'substitute', 'apologies', 'absent')),
  minutes integer constraint marks_minutes check (minutes between 1 and 600),
  note text,
  recorded_by_person_id uuid references people,
  recorded_at timestamptz not null,
  received_at timestamptz not null,
  replaces_mark_id uuid references marks,
  settled_reason text
);
create index marks_by_session on marks (session_id, participant_id);
create index marks_by_participant on marks (participant_id);
create index marks_by_replaced on marks (replaces_mark_id);

-- Marks that differed, laid to rest by the mark that settled them.
create table settled_marks (
  mark_id uuid primary key references marks,
  by_mark_id uuid not null references marks,
  constraint settled_marks_not_by_itself check (mark_id <> by_mark_id)
);
create index settled_marks_by_settling on settled_marks (by_mark_id);

-- Marks nobody has replaced or settled: one is the mark, two that differ are a conflict to settle.
create view standing_marks as
  select m.* from marks m
  where not exists (select 1 from marks later where later.replaces_mark_id = m.id)
    and not exists (select 1 from settled_marks s where s.mark_id = m.id);

create table tasks (
  id uuid primary key,
  group_id uuid not null references groups,
  session_id uuid references sessions,
  title text not null,
  brief text not null,
  due_on date not null,
  shared_with text not null default 'group' constraint tasks_shared_with check (shared_with in ('group', 'lead')),
  set_by_person_id uuid references people,
  set_at timestamptz not null
);
create index tasks_by_group on tasks (group_id);

-- Each participant asked for a reflection, once: what a personal link of the task stands for.
create table task_requests (
  id uuid primary key,
  task_id uuid not null references tasks,
  participant_id uuid not null references participants,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  constraint task_requests_once_each unique (task_id, participant_id)
);
create index task_requests_by_participant on task_requests (participant_id);

create table reflections (
  id uuid primary key,
  task_id uuid not null references tasks,
  participant_id uuid not null references participants,
  reflection text not null,
  returned_at timestamptz not null,
  changed_at timestamptz,
  constraint reflections_one_each unique (task_id, participant_id)
);

create table cancellations (
  id uuid primary key,
  session_id uuid not null references sessions,
  participant_id uuid not null references participants,
  given_at timestamptz not null,
  free_until timestamptz,
  session_sequence integer not null,
  reason text,
  constraint cancellations_once_a_session unique (session_id, participant_id)
);
create index cancellations_by_participant on cancellations (participant_id);

create table charges (
  id uuid primary key,
  place_id uuid not null references places,
  participant_id uuid not null references participants,
  session_id uuid not null references sessions,
  hub_id uuid not null references hubs,
  policy_id uuid not null references cancellation_policies,
  cause text not null constraint charges_cause check (cause in ('late_cancellation', 'non_attendance')),
  amount_pence integer not null constraint charges_amount check (amount_pence > 0),
  status text not null constraint charges_status check (status in ('proposed', 'confirmed', 'paid', 'waived', 'credited')),
  status_reason text,
  evidence jsonb not null,
  proposed_at timestamptz not null,
  decided_at timestamptz,
  decided_by_person_id uuid references people,
  constraint charges_once_a_session unique (session_id, participant_id),
  constraint charges_are_decided_by_a_person check (status = 'proposed' or decided_by_person_id is not null),
  constraint charges_are_waived_with_a_reason check (status <> 'waived' or length(btrim(status_reason)) > 0)
);
create index charges_by_hub on charges (hub_id, status);
create index charges_by_place on charges (place_id);
