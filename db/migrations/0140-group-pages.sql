-- What the leads of a group put on its page for those who take part: links and files, and what they write to everybody.
create table group_materials (
  id uuid primary key,
  group_id uuid not null references groups (id),
  -- The session it is for; null when it is for the whole year.
  session_id uuid references sessions (id),
  title text not null constraint group_materials_title check (length(title) between 1 and 200),
  url text constraint group_materials_links_are_of_the_web check (url ~ '^https?://' and length(url) <= 2000),
  file_name text,
  file_type text constraint group_materials_files_of_a_kind_taken check (file_type in ('application/pdf', 'image/png', 'image/jpeg', 'text/plain; charset=utf-8',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.openxmlformats-officedocument.presentationml.presentation', 'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.presentation')),
  bytes integer constraint group_materials_are_not_large check (bytes between 1 and 5242880),
  content bytea,
  added_at timestamptz not null,
  added_by_person_id uuid references people (id),
  taken_back_at timestamptz,
  taken_back_by_person_id uuid references people (id),
  constraint group_materials_are_a_link_or_a_file check (num_nonnulls(url, file_name) = 1),
  constraint group_materials_files_are_whole check (taken_back_at is not null or num_nonnulls(file_name, file_type, bytes, content) in (0, 4)),
  constraint group_materials_taken_back_are_gone check (taken_back_at is null or content is null)
);
create index group_materials_by_group on group_materials (group_id);
create index group_materials_by_session on group_materials (session_id) where session_id is not null;
create index group_materials_by_who_added on group_materials (added_by_person_id) where added_by_person_id is not null;
create index group_materials_by_who_took_back on group_materials (taken_back_by_person_id) where taken_back_by_person_id is not null;

-- A message of a lead to everybody in a group: its mail waits until `sent_at`, and until then it can be taken back.
create table group_messages (
  id uuid primary key,
  group_id uuid not null references groups (id),
  subject text not null constraint group_messages_subject check (length(subject) between 1 and 150),
  body text not null constraint group_messages_body check (length(body) between 1 and 5000),
  people integer not null,
  written_at timestamptz not null,
  written_by_person_id uuid references people (id),
  sent_at timestamptz not null,
  taken_back_at timestamptz
);
create index group_messages_by_group on group_messages (group_id);
create index group_messages_by_who_wrote on group_messages (written_by_person_id) where written_by_person_id is not null;
select guard_against_merged_records();
