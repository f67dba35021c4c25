-- When mail goes that nobody waits for, what a hub says about mail of its own to come, and what people were sent before a session.
create table mail_times (
  id uuid primary key,
  hub_id uuid references hubs,
  goes_from time not null,
  goes_until time not null,
  rests_at_weekends boolean not null,
  rests_on_bank_holidays boolean not null,
  rests_in_school_holidays boolean not null,
  set_at timestamptz not null,
  constraint mail_times_one_of_each_hub unique nulls not distinct (hub_id),
  constraint mail_times_keep_clear_of_the_night check (goes_from between '05:00' and '12:00' and goes_until between '15:00' and '23:00')
);

create table mailing_decisions (
  id uuid primary key,
  kind text not null,
  subject_id uuid not null,
  decision text not null,
  for_date date not null,
  decided_at timestamptz not null,
  constraint mailing_decisions_one_of_each unique (kind, subject_id),
  constraint mailing_decisions_kind check (kind in ('instructions', 'reminder')),
  constraint mailing_decisions_decision check (decision in ('held', 'dropped'))
);

create table session_mail_settings (
  hub_id uuid primary key references hubs,
  instructions_days integer,
  reminder_days integer,
  own_words text not null,
  set_at timestamptz not null,
  constraint session_mail_settings_instructions_days check (instructions_days between 2 and 28),
  constraint session_mail_settings_reminder_days check (reminder_days between 1 and 7),
  constraint session_mail_settings_own_words check (length(own_words) <= 2000)
);

-- What somebody was sent before a session, and the mark of what it said: the same is said once.
create table session_letters (
  session_id uuid not null references sessions,
  person_id uuid not null references people,
  kind text not null,
  for_date date not null,
  said text not null,
  sequence integer not null,
  times integer not null,
  sent_at timestamptz not null,
  primary key (session_id, person_id, kind),
  constraint session_letters_kind check (kind in ('instructions', 'reminder')),
  constraint session_letters_times check (times >= 1)
);
create index session_letters_by_person on session_letters (person_id);
create index session_letters_by_time on session_letters (sent_at desc);

select guard_against_merged_records();
