-- A task is due before the session that follows, and moves with it where its lead said so; links and files belong to it.
alter table tasks add column follows_next boolean not null default false;
create index tasks_that_follow on tasks (session_id) where follows_next and digest_told_at is null;

create table task_materials (
  id uuid primary key,
  task_id uuid not null references tasks (id),
  title text not null,
  link text,
  name text,
  type text,
  bytes integer,
  content bytea,
  added_by_person_id uuid references people (id),
  added_at timestamptz not null,
  constraint task_materials_are_a_link_or_a_file check ((link is null) <> (content is null)),
  constraint task_materials_files_are_whole check ((content is null) = (name is null and type is null and bytes is null)),
  constraint task_materials_are_not_large check (bytes between 1 and 5242880),
  constraint task_materials_have_a_title check (length(btrim(title)) between 1 and 200)
);
create index task_materials_of_task on task_materials (task_id);
create index task_materials_added_by on task_materials (added_by_person_id) where added_by_person_id is not null;

select guard_against_merged_records();
