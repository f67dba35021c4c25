-- What a hub writes to those who ask, in its own words: each text in versions, so that it can be told what was sent.
create table message_templates (
  id uuid primary key,
  hub_id uuid not null references hubs,
  begun_as text,
  retired_at timestamptz,
  constraint message_templates_one_of_each_beginning unique (hub_id, begun_as)
);
create table message_template_versions (
  template_id uuid not null references message_templates,
  number integer not null,
  title text not null,
  subject text not null,
  body text not null,
  written_by_person_id uuid references people,
  written_at timestamptz not null,
  primary key (template_id, number)
);
create index message_template_versions_by_writer on message_template_versions (written_by_person_id) where written_by_person_id is not null;

select guard_against_merged_records();
