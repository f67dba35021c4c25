-- What was told of a request that no register says and its form does not ask: by whoever asks, on the way to the form, or by the hub,
-- which says how it came to know.
create table interest_facts (
  interest_id uuid not null references expressions_of_interest,
  name text not null,
  value jsonb not null,
  told_by text not null constraint interest_facts_told_by check (told_by in ('sender', 'hub')),
  source text,
  told_on date not null,
  told_by_person_id uuid references people,
  recorded_at timestamptz not null,
  constraint interest_facts_once primary key (interest_id, name),
  constraint interest_facts_of_a_hub_say_how check (told_by = 'sender' or btrim(source) <> '')
);
create index interest_facts_by_person on interest_facts (told_by_person_id) where told_by_person_id is not null;

select guard_against_merged_records();
