-- How long schools have to answer an offer of a place: working hours, as a hub counts them or the network does.
create table answer_terms (
  id uuid primary key,
  hub_id uuid references hubs,
  working_days integer[] not null constraint answer_terms_days check (cardinality(working_days) >= 1 and working_days <@ array[1, 2, 3, 4, 5, 6, 7]::integer[]),
  opens_at time not null,
  closes_at time not null,
  hours_to_answer integer not null constraint answer_terms_hours check (hours_to_answer between 1 and 400),
  days_before_first integer not null constraint answer_terms_days_before_first check (days_before_first between 1 and 30),
  least_hours integer not null constraint answer_terms_least_hours check (least_hours between 1 and hours_to_answer),
  reminder_hours integer not null constraint answer_terms_reminder check (reminder_hours between 0 and 100),
  set_at timestamptz not null,
  constraint answer_terms_open_before_they_close check (opens_at < closes_at),
  constraint answer_terms_one_of_each_hub unique nulls not distinct (hub_id)
);

-- Who waits: whether fewer people may come, who was moved up or lost a place through a group that was called off, and when to remind.
alter table expressions_of_interest
  add column fewer_is_fine boolean not null default false,
  add column moved_up_at timestamptz,
  add column moved_up_reason text,
  add column lost_place_at timestamptz,
  add column remind_at timestamptz;
create index expressions_of_interest_to_remind on expressions_of_interest (remind_at) where status = 'offered' and remind_at is not null;
create index expressions_of_interest_waiting on expressions_of_interest (project_id, waiting_since) where status = 'waiting';
