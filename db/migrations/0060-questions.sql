-- What a project asks beside what every request says, what was answered, and what would suit whoever asks.
create table project_questions (
  id uuid primary key,
  project_id uuid not null references projects,
  key text not null,
  position integer not null,
  kind text not null constraint project_questions_kind check (kind in ('text', 'choice', 'choices', 'number', 'date', 'file')),
  label text not null,
  hint text,
  is_required boolean not null default false,
  choices jsonb not null default '[]',
  constraint project_questions_key_is_unique unique (project_id, key)
);

-- The question is kept as it was put: a later correction does not change what somebody has answered.
create table interest_answers (
  interest_id uuid not null references expressions_of_interest,
  question_key text not null,
  position integer not null,
  kind text not null constraint interest_answers_kind check (kind in ('text', 'choice', 'choices', 'number', 'date', 'file')),
  question text not null,
  value jsonb not null,
  -- As people read it: the words of what was chosen, the name of a file.
  shown text not null,
  primary key (interest_id, question_key)
);

create table interest_preferences (
  interest_id uuid not null references expressions_of_interest,
  kind text not null constraint interest_preferences_kind check (kind in ('group', 'day', 'place')),
  position integer not null,
  value text not null,
  primary key (interest_id, kind, position),
  constraint interest_preferences_are_stated_once unique (interest_id, kind, value)
);
insert into interest_preferences (interest_id, kind, position, value)
  select id, 'group', 1, group_preference_id from expressions_of_interest where group_preference_id is not null;
alter table expressions_of_interest drop column group_preference_id;
